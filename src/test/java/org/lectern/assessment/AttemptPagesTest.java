package org.lectern.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The final assessment in a browser without scripts. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttemptPagesTest {

  private static final String OVERVIEW = "/courses/sample-course/assessment";
  private static final String BEGIN = "/courses/sample-course/attempts";

  private static ValidatableResponse page(Learner learner, String address) {
    return learner.browser().get(address).then();
  }

  private static String html(Learner learner, String address) {
    return page(learner, address).statusCode(200).contentType("text/html").extract().asString();
  }

  /** What a form would send to give this answer. */
  private static Map<String, Object> fields(UUID attempt, String item, List<String> answer) {
    var fields = new HashMap<String, Object>();
    var shown = Learner.attempt(attempt).snapshot().item(item).orElseThrow().shown();
    switch (shown.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE, SHORT_TEXT -> fields.put("response", answer);
      case ORDERING -> answer.forEach(entry -> fields.put("place-" + entry, answer.indexOf(entry) + 1));
      case MATCHING -> answer.forEach(pair -> fields.put("match-" + AnswerRules.left(pair), AnswerRules.right(pair)));
    }
    return fields;
  }

  private static ValidatableResponse answer(Learner learner, UUID attempt, String item, Map<String, ?> fields) {
    return learner.browser().formParams(fields).post("/attempts/" + attempt + "/answers/" + item).then();
  }

  private static String item(UUID attempt, QuestionType type) {
    return Learner.attempt(attempt)
        .snapshot()
        .items()
        .stream()
        .filter(item -> item.shown().type() == type)
        .map(AskedItem::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePageBeforeItSaysWhatToExpect() {
    var learner = Learner.ready("DEVNET");
    assertThat(html(learner, OVERVIEW)).contains("<h1 lang=\"en\" dir=\"ltr\">Final assessment</h1>",
        "4 questions, about 2 minutes. There is no time limit", "You pass with 75 per cent or more.",
        "after 1 try without passing: begin again at once", "after 2 tries without passing: wait 1 hour",
        "after 3 tries or more without passing: wait 24 hours", "<button>Begin</button>");
    assertThat(learner.attempts()).isZero();
  }

  @Test
  void aLockedAssessmentNamesWhatIsLeftAndHasNoButton() {
    var learner = Learner.joins("ITECNET");
    assertThat(html(learner, OVERVIEW)).contains("Not open yet",
        "5 units are left before the final assessment opens.", "href=\"/courses/sample-course/s1-welcome\"",
        "3 questions").doesNotContain("<button>Begin");
    learner.browser().post(BEGIN).then().statusCode(303).header("Location", endsWith(OVERVIEW));
    assertThat(learner.attempts()).isZero();
  }

  @Test
  void nobodySeesItWithoutSigningIn() {
    given().redirects()
        .follow(false)
        .get(OVERVIEW)
        .then()
        .statusCode(303)
        .header("Location",
            containsString("/sign-in?to="));
    given().redirects().follow(false).post(BEGIN).then().statusCode(401);
    given().redirects().follow(false).get("/attempts/" + UUID.randomUUID()).then().statusCode(303);
  }

  @Test
  void somebodyElsesAttemptIsNotThere() {
    var attempt = Learner.ready("DEVNET").opens();
    var other = Learner.joins("DEVNET");
    page(other, "/attempts/" + attempt).statusCode(404);
    page(other, "/attempts/" + attempt + "/check").statusCode(404);
    answer(other, attempt, Learner.key(attempt).keySet().iterator().next(), Map.of("response", "a")).statusCode(404);
    other.browser().formParam("incomplete", "yes").post("/attempts/" + attempt + "/submission").then().statusCode(404);
    assertThat(Learner.attempt(attempt).isOpen()).isTrue();
  }

  @Test
  void fromTheFirstQuestionToTheResultWithoutScripts() {
    var learner = Learner.ready("DEVNET");
    var attempt = begin(learner);
    var key = Learner.key(attempt);
    var number = 0;
    for (var item : key.entrySet()) {
      number++;
      assertThat(html(learner, "/attempts/" + attempt)).contains("Question " + number + " of 4",
          "action=\"/attempts/" + attempt + "/answers/" + item.getKey() + "\"");
      var next = number == 4 ? "/check" : "?item=" + (number + 1);
      answer(learner, attempt, item.getKey(), fields(attempt, item.getKey(), item.getValue())).statusCode(303)
          .header("Location", endsWith("/attempts/" + attempt + next));
    }
    assertThat(Learner.savedAnswers(attempt).keySet()).isEqualTo(key.keySet()
        .stream()
        .sorted()
        .collect(
            java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new)));
    page(learner, "/attempts/" + attempt).statusCode(303).header("Location", endsWith("/check"));
    assertThat(html(learner, "/attempts/" + attempt + "/check")).contains("Check your answers",
        "All questions are answered.", "href=\"/attempts/" + attempt + "?item=4\"")
        .doesNotContain("not answered yet", "name=\"incomplete\"");
    learner.browser()
        .post("/attempts/" + attempt + "/submission")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/attempts/" + attempt));
    assertThat(html(learner, "/attempts/" + attempt)).contains("✓ </span>Passed",
        "You have 100 per cent; 75 per cent were needed.", "2 of 2", "Question by question",
        ">Your certificate</a>",
        "href=\"/\"");
    assertThat(html(learner, OVERVIEW)).contains("You have passed.").doesNotContain("<button>Begin");
  }

  private static UUID begin(Learner learner) {
    var there = learner.browser().post(BEGIN).then().statusCode(303).extract().header("Location");
    return UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
  }

  @Test
  void aDoubleClickOnBeginLeadsToTheSameAttempt() {
    var learner = Learner.ready("DEVNET");
    assertThat(begin(learner)).isEqualTo(begin(learner));
    assertThat(html(learner, OVERVIEW)).contains("You have begun and not submitted yet.", "<button>Go on</button>");
  }

  @Test
  void theButtonsLeadBackAndOnAndToAnyQuestion() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var items = new ArrayList<>(Learner.key(attempt).keySet());
    var expected = Map.of("previous", "?item=1", "next", "?item=3", "4", "?item=4", "check", "/check", "99", "/check",
        "nonsense", "?item=3");
    expected.forEach((go, there) -> answer(learner, attempt, items.get(1), Map.of("go", go)).statusCode(303)
        .header("Location", endsWith("/attempts/" + attempt + there)));
    assertThat(html(learner, "/attempts/" + attempt + "?item=1")).contains("Save and go on")
        .doesNotContain("Save and go back");
    for (var nowhere : List.of("0", "-1", "5", "x")) {
      page(learner, "/attempts/" + attempt + "?item=" + nowhere).statusCode(404);
    }
  }

  @Test
  void whatWasSavedIsShownAgain() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = item(attempt, QuestionType.SINGLE_CHOICE);
    var right = Learner.key(attempt).get(item);
    answer(learner, attempt, item, Map.of("response", java.util.Objects.requireNonNull(right))).statusCode(303);
    var number = Learner.attempt(attempt).snapshot().placeOf(item).orElseThrow();
    assertThat(html(learner, "/attempts/" + attempt + "?item=" + number))
        .contains("value=\"" + right.getFirst() + "\" checked")
        .contains(", answered</span>");
    assertThat(html(learner, "/attempts/" + attempt + "/check")).contains("3 questions are not answered.");
  }

  @Test
  void aQuestionPageHoldsNoKeyAndNoFeedback() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    for (var number = 1; number <= 4; number++) {
      assertThat(html(learner, "/attempts/" + attempt + "?item=" + number)).doesNotContain("Yes, the flame",
          "The glass keeps out the wind", "Stand, speak", "class=\"feedback", "Haste makes it worse");
    }
  }

  @Test
  void missingAnswersMustBeMeantToBeMissing() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var items = new ArrayList<>(Learner.key(attempt).keySet());
    answer(learner, attempt, items.get(0), fields(attempt, items.get(0), right(attempt, items.get(0))))
        .statusCode(303);
    assertThat(html(learner, "/attempts/" + attempt + "/check")).contains("not answered yet",
        "Submit although 3 questions are not answered");
    learner.browser()
        .post("/attempts/" + attempt + "/submission")
        .then()
        .statusCode(422)
        .body(containsString("href=\"#question-2\">Question 2 is not answered"))
        .body(containsString("href=\"#question-4\">Question 4 is not answered"))
        .body(containsString("href=\"#incomplete\""))
        .body(not(containsString("Question 1 is not answered")));
    assertThat(Learner.attempt(attempt).isOpen()).isTrue();
    learner.browser()
        .formParam("incomplete", "yes")
        .post("/attempts/" + attempt + "/submission")
        .then()
        .statusCode(303);
    assertThat(Learner.attempt(attempt).score).isEqualTo(25);
  }

  private static List<String> right(UUID attempt, String item) {
    return Learner.key(attempt).getOrDefault(item, List.of());
  }

  @Test
  void whoHasNotPassedSeesWhatToReadAndMayBeginAgain() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.fails();
    assertThat(html(learner, "/attempts/" + attempt)).contains("<h1>Not passed yet</h1>",
        "You have 0 per cent; 75 per cent were needed.", "0 of 2",
        "<a href=\"/courses/sample-course/s2-dark\">When it goes out</a>", "You can begin again now.",
        "<button>Begin again</button>").doesNotContain("class=\"feedback", "Question by question", "The right answer");
    assertThat(html(learner, OVERVIEW)).contains("<a href=\"/attempts/" + attempt + "\">Try 1</a>", "Not passed yet");
  }

  @Test
  void whoMustWaitIsToldUntilWhenAndWhatToReadMeanwhile() {
    var learner = Learner.ready("DEVNET");
    learner.fails();
    var second = learner.fails();
    assertThat(html(learner, OVERVIEW)).contains("Please wait a little", "You can begin again on ", "UTC.",
        "href=\"/courses/sample-course/s3-rooms\"").doesNotContain("<button>Begin");
    assertThat(html(learner, "/attempts/" + second)).contains("You can begin again on ")
        .doesNotContain("<button>Begin");
    learner.browser().post(BEGIN).then().statusCode(303).header("Location", endsWith(OVERVIEW));
    assertThat(learner.attempts()).isEqualTo(2);
  }

  @Test
  void afterPassingEveryQuestionIsExplained() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var items = new ArrayList<>(Learner.key(attempt).keySet());
    items.subList(1, 4).forEach(item -> answer(learner, attempt, item, fields(attempt, item, right(attempt, item))));
    learner.submits(attempt).then().statusCode(200);
    assertThat(html(learner, "/attempts/" + attempt)).contains("You have 75 per cent", "✓ Right", "↺ Not right",
        "The right answer", "class=\"feedback right\"", "class=\"feedback not-right\"");
  }

  @Test
  void anOrderWithAGapIsKeptAndNotFinished() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opensWith("s2-steps");
    var right = right(attempt, "s2-steps");
    answer(learner, attempt, "s2-steps", Map.of("place-" + right.get(1), "2")).statusCode(303);
    assertThat(Learner.savedAnswers(attempt)).containsEntry("s2-steps", List.of("", right.get(1), ""));
    assertThat(html(learner, "/attempts/" + attempt + "/check")).contains("2. Say that the light is out",
        "not finished yet");
  }

  @Test
  void twoEntriesInOnePlaceAreShownAgainWithTheReason() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opensWith("s2-steps");
    var right = right(attempt, "s2-steps");
    answer(learner, attempt, "s2-steps", Map.of("place-" + right.get(0), "1", "place-" + right.get(1), "1",
        "place-" + right.get(2), "3")).statusCode(422)
        .body(containsString("href=\"#answer\">Two lines have the same place. Give each line a place of its own."))
        .body(matchesPattern("(?s)(.*<option selected>1</option>){2}.*"))
        .body(containsString("<option selected>3</option>"));
    assertThat(Learner.savedAnswers(attempt)).isEmpty();
  }

  @Test
  void hostileFieldsAreRefusedAndChangeNothing() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = item(attempt, QuestionType.SINGLE_CHOICE);
    answer(learner, attempt, item, Map.of("response", "<script>alert(1)</script>")).statusCode(422)
        .body(containsString("something that this question does not offer"))
        .body(not(containsString("<script>alert")));
    answer(learner, attempt, item, Map.of("response", List.of("a", "b"))).statusCode(422)
        .body(containsString("more answers than the question has room for"));
    answer(learner, attempt, item, Map.of("response", "x".repeat(60_000))).statusCode(422);
    answer(learner, attempt, "no-such-item", Map.of("response", "a")).statusCode(404);
    assertThat(Learner.savedAnswers(attempt)).isEmpty();
  }

  @Test
  void aFormWinsOverWhatAScriptSavedAndTheLaterScriptOverTheForm() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = item(attempt, QuestionType.SINGLE_CHOICE);
    var inAYear = System.currentTimeMillis() + Duration.ofDays(365).toMillis();
    learner.answers(attempt, item, inAYear, List.of("a")).then().statusCode(200);
    answer(learner, attempt, item, Map.of("response", "b", "seq", "")).statusCode(303);
    assertThat(Learner.savedAnswers(attempt)).containsEntry(item, List.of("b"));
    learner.answers(attempt, item, inAYear + 1, List.of("a")).then().statusCode(200);
    assertThat(Learner.savedAnswers(attempt)).containsEntry(item, List.of("b"));
    learner.answers(attempt, item, inAYear + 2, List.of("a")).then().statusCode(200);
    assertThat(Learner.savedAnswers(attempt)).containsEntry(item, List.of("a"));
  }

  @Test
  void aFormThatComesAfterALaterAnswerOfAnotherWindowIsToldSo() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = item(attempt, QuestionType.SINGLE_CHOICE);
    var number = Learner.attempt(attempt).snapshot().placeOf(item).orElseThrow();
    learner.answers(attempt, item, 20, List.of("a")).then().statusCode(200);
    var there = answer(learner, attempt, item, Map.of("response", "b", "seq", "10")).statusCode(303)
        .header("Location", endsWith("?item=" + number + "&newer=true"))
        .extract()
        .header("Location");
    assertThat(html(learner, there)).contains("A later answer was saved in another window.",
        "value=\"a\" checked");
    assertThat(Learner.savedAnswers(attempt)).containsEntry(item, List.of("a"));
  }

  @Test
  void aSubmittedAttemptTakesNoFormAndSubmittingAgainShowsTheResult() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.fails();
    var item = item(attempt, QuestionType.SINGLE_CHOICE);
    answer(learner, attempt, item, Map.of("response", "a")).statusCode(409)
        .body(containsString("This attempt has been submitted"));
    learner.browser().post("/attempts/" + attempt + "/submission").then().statusCode(303);
    page(learner, "/attempts/" + attempt + "/check").statusCode(303);
    assertThat(learner.results()).hasSize(1);
  }

  @Test
  void lookingChangesNothing() {
    var learner = Learner.ready("DEVNET");
    html(learner, OVERVIEW);
    learner.browser().head(OVERVIEW).then().statusCode(200);
    learner.browser().get(BEGIN).then().statusCode(org.hamcrest.Matchers.oneOf(404, 405));
    assertThat(learner.attempts()).isZero();
    var attempt = learner.opens();
    var item = Learner.key(attempt).keySet().iterator().next();
    for (var address : List.of("/attempts/" + attempt, "/attempts/" + attempt + "?item=2",
        "/attempts/" + attempt + "/check", "/attempts/" + attempt + "/submission",
        "/attempts/" + attempt + "/answers/" + item, "/api/v1/attempts/" + attempt,
        "/api/v1/attempts/" + attempt + "/submission", "/api/v1/courses/sample-course/attempts")) {
      learner.browser().get(address);
      learner.browser().head(address);
    }
    assertThat(Learner.attempt(attempt).isOpen()).isTrue();
    assertThat(learner.attempts()).isEqualTo(1);
    assertThat(learner.results()).isEmpty();
    assertThat(QuarkusTransaction.requiringNew().call(() -> AttemptAnswer.count("attemptId", attempt))).isZero();
  }
}

package org.lectern.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.ledger.Verb;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The final assessment through the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttemptsTest {

  private static final String OPEN = "/api/v1/courses/sample-course/attempts";
  private static final String MATCHING = "s1-tasks";

  @Inject
  PassedNews news;

  @Test
  void anAttemptShowsQuestionsAndNeitherKeysNorFeedback() {
    var learner = Learner.ready("DEVNET");
    var response = learner.api().post(OPEN);
    response.then()
        .statusCode(201)
        .header("Location", equalTo("/api/v1/attempts/" + response.path("id")))
        .body("number", equalTo(1))
        .body("state", equalTo("open"))
        .body("course", equalTo("sample-course"))
        .body("language", equalTo("en"))
        .body("passMark", equalTo(75))
        .body("items", hasSize(4))
        .body("items.type", everyItem(oneOf("single-choice", "multiple-choice", "ordering", "matching")))
        .body("answers", equalTo(Map.of()))
        .body("result", nullValue());
    assertThat(response.asString()).doesNotContain("feedback", "correct", "Yes, the flame", "Stand, speak", "\"key\"",
        "seed", "\"page\"", "\"module\"");
    var attempt = Learner.attempt(UUID.fromString(response.path("id")));
    assertThat(attempt.path).isEqualTo("full");
    assertThat(attempt.edition).isEqualTo(Learner.course().edition().toString());
  }

  @Test
  void choicesHaveIdsAndTextsAndMatchingHasTwoSides() {
    var learner = Learner.ready("DEVNET");
    learner.opensWith(MATCHING);
    List<Map<String, Object>> items = learner.api().post(OPEN).jsonPath().getList("items");

    assertThat(items).hasSizeGreaterThan(1).allSatisfy(item -> {
      assertThat(item).containsKeys("id", "prompt", "html");
      if (MATCHING.equals(item.get("id"))) {
        assertThat(item).containsEntry("type", "matching").containsKeys("left", "right").doesNotContainKey("options");
      } else {
        assertThat(item).containsKey("options").doesNotContainKeys("left", "right");
      }
    });
  }

  @Test
  void openingAgainGoesOnWithTheSameAttempt() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    learner.api().post(OPEN).then().statusCode(200).body("id", equalTo(attempt.toString()));
    assertThat(learner.attempts()).isEqualTo(1);
  }

  @Test
  void theAssessmentIsLockedUntilAllUnitsOfThePathAreDone() {
    var learner = Learner.joins("ITECNET");
    learner.api()
        .post(OPEN)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:lectern:problem:locked"))
        .body("left", equalTo(5))
        .body("units.id", contains("s1-welcome", "s1-check", "s2-dark"))
        .body("units[0].href", equalTo("/courses/sample-course/s1-welcome"))
        .body("detail", containsString("5 units are left before the final assessment opens. Next: "));
    assertThat(learner.attempts()).isZero();
  }

  @Test
  void onlyWhoIsSignedInCanTakeIt() {
    given().post(OPEN).then().statusCode(401);
    given().get("/api/v1/attempts/" + UUID.randomUUID()).then().statusCode(401);
    given().contentType("application/json")
        .body("{}")
        .put("/api/v1/attempts/" + UUID.randomUUID() + "/answers/x")
        .then()
        .statusCode(401);
    given().post("/api/v1/attempts/" + UUID.randomUUID() + "/submission").then().statusCode(401);
  }

  @Test
  void somebodyElsesAttemptIsNotThere() {
    var owner = Learner.ready("DEVNET");
    var attempt = owner.opens();
    var item = Learner.key(attempt).keySet().iterator().next();
    var other = Learner.joins("DEVNET");
    other.api().get("/api/v1/attempts/" + attempt).then().statusCode(404);
    other.answers(attempt, item, 1, List.of("a")).then().statusCode(404);
    other.submits(attempt).then().statusCode(404);
    assertThat(Learner.attempt(attempt).state).isEqualTo(AttemptState.OPEN);
    assertThat(Learner.savedAnswers(attempt)).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    learner.api().post("/api/v1/courses/no-such-course/attempts").then().statusCode(404);
    learner.api().get("/api/v1/attempts/" + UUID.randomUUID()).then().statusCode(404);
    learner.api().get("/api/v1/attempts/not-an-id").then().statusCode(404);
    learner.answers(attempt, "no-such-item", 1, List.of("a")).then().statusCode(404);
    learner.submits(UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void ofTwoAnswersTheOneWithTheHigherNumberStays() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = singleChoice(attempt);
    learner.answers(attempt, item.id(), 7, List.of("a"))
        .then()
        .statusCode(200)
        .body("item", equalTo(item.id()))
        .body("seq", equalTo(7))
        .body("options", contains("a"));
    String savedAt = learner.answers(attempt, item.id(), 9, List.of("b")).path("savedAt");
    for (var late : List.of(9L, 8L, 0L)) {
      learner.answers(attempt, item.id(), late, List.of("a"))
          .then()
          .statusCode(200)
          .body("seq", equalTo(9))
          .body("options", contains("b"))
          .body("savedAt", equalTo(savedAt));
    }
    learner.api()
        .get("/api/v1/attempts/" + attempt)
        .then()
        .statusCode(200)
        .body("answers." + item.id() + ".seq", equalTo(9))
        .body("answers." + item.id() + ".options", contains("b"));
  }

  @Test
  void anAnswerCanBeTakenBack() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = singleChoice(attempt);
    learner.answers(attempt, item.id(), 1, List.of("a")).then().statusCode(200);
    learner.answers(attempt, item.id(), 2, List.of()).then().statusCode(200).body("options", hasSize(0));
    assertThat(Learner.savedAnswers(attempt)).containsEntry(item.id(), List.of());
  }

  private static ShownItem singleChoice(UUID attempt) {
    return Learner.attempt(attempt)
        .snapshot()
        .items()
        .stream()
        .map(AskedItem::shown)
        .filter(item -> item.type() == QuestionType.SINGLE_CHOICE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hostileAnswersAreRefusedAndChangeNothing() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = singleChoice(attempt).id();
    learner.answers(attempt, item, 5, List.of("a")).then().statusCode(200);
    var manyOptions = "[" + "\"a\",".repeat(9_999) + "\"a\"]";
    var bodies = Map.of(
        "{\"options\":[\"b\"]}", "Send the number of this answer as seq",
        "{\"seq\":-1,\"options\":[\"b\"]}", "Send the number of this answer as seq",
        "{\"seq\":9007199254740992,\"options\":[\"b\"]}", "Send the number of this answer as seq",
        "{\"seq\":6}", "Send the answer as options",
        "{\"seq\":6,\"options\":[null]}", "Send the answer as options",
        "{\"seq\":6,\"options\":[\"zzz\"]}", "something that this question does not offer",
        "{\"seq\":6,\"options\":[\"" + "x".repeat(10_000) + "\"]}", "something that this question does not offer",
        "{\"seq\":6,\"options\":[\"a\",\"b\"]}", "more answers than the question has room for",
        "{\"seq\":6,\"options\":" + manyOptions + "}", "more answers than the question has room for");
    bodies.forEach((body, detail) -> learner.api()
        .body(body)
        .put("/api/v1/attempts/" + attempt + "/answers/" + item)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", containsString(detail)));
    for (var broken : List.of("", "null", "[]", "{\"seq\":\"x\",\"options\":[\"b\"]}", "{\"seq\":6,\"options\":\"b\"}",
        "{\"seq\":99999999999999999999,\"options\":[\"b\"]}", "not json")) {
      learner.api()
          .body(broken)
          .put("/api/v1/attempts/" + attempt + "/answers/" + item)
          .then()
          .statusCode(oneOf(400, 422));
    }
    assertThat(Learner.savedAnswers(attempt)).containsExactly(Map.entry(item, List.of("a")));
  }

  @Test
  void whoAnswersAllRightPassesOnceHoweverOftenTheySubmit() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    learner.answersAllRight(attempt);
    var first = learner.submits(attempt);
    first.then()
        .statusCode(200)
        .body("state", equalTo("passed"))
        .body("score", equalTo(100))
        .body("passMark", equalTo(75))
        .body("modules.id", contains("s1", "s2", "s3"))
        .body("modules.title", contains("The lantern", "When it is dark", "The whole house"))
        .body("modules.right", contains(1, 2, 1))
        .body("modules.of", contains(1, 2, 1))
        .body("modules.pages", everyItem(hasSize(0)))
        .body("certificate", matchesPattern("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-."));
    assertThat(learner.submits(attempt).asString()).isEqualTo(first.asString());
    assertThat(learner.results()).singleElement().satisfies(statement -> {
      assertThat(statement.verb).isEqualTo(Verb.PASSED);
      assertThat(statement.score).isEqualTo(100);
      assertThat(statement.success).isTrue();
      assertThat(statement.registrationId).isEqualTo(Learner.attempt(attempt).registrationId);
    });
    assertThat(news.of(learner)).singleElement().satisfies(passed -> {
      assertThat(passed.attemptId()).isEqualTo(attempt);
      assertThat(passed.courseId()).isEqualTo("sample-course");
      assertThat(passed.path()).isEqualTo("full");
      assertThat(passed.score()).isEqualTo(100);
      assertThat(passed.at()).isEqualTo(Learner.attempt(attempt).submittedAt);
    });
    learner.api()
        .get("/api/v1/attempts/" + attempt)
        .then()
        .body("state", equalTo("passed"))
        .body("result.score", equalTo(100));
  }

  @Test
  void afterPassingThereIsNothingLeftToOpen() {
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    learner.answersAllRight(attempt);
    learner.submits(attempt).then().statusCode(200);
    learner.api()
        .post(OPEN)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:lectern:problem:already-passed"))
        .body("certificate", equalTo("/api/v1/certificates"))
        .body("detail", equalTo("You have passed."));
    assertThat(learner.attempts()).isEqualTo(1);
  }

  @Test
  void aSubmittedAttemptTakesNoMoreAnswers() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = singleChoice(attempt).id();
    learner.answers(attempt, item, 1, List.of("a")).then().statusCode(200);
    learner.submits(attempt).then().statusCode(200);
    learner.answers(attempt, item, 2, List.of("b"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:lectern:problem:already-submitted"))
        .body("detail", equalTo("This attempt has been submitted, so its answers can no longer be changed."));
    assertThat(Learner.savedAnswers(attempt)).containsExactly(Map.entry(item, List.of("a")));
  }

  @Test
  void whoFailsIsToldWhatToReadAndNotWhatIsRight() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var response = learner.submits(attempt);
    response.then()
        .statusCode(200)
        .body("state", equalTo("failed"))
        .body("score", equalTo(0))
        .body("modules.right", contains(0, 0, 0))
        .body("modules[0].pages.id", contains("s1-welcome"))
        .body("modules[1].pages.id", contains("s2-dark"))
        .body("modules[1].pages.title", contains("When it goes out"))
        .body("modules[1].pages.href", contains("/courses/sample-course/s2-dark"))
        .body("certificate", nullValue());
    assertThat(response.asString()).doesNotContain("feedback", "Stand, speak");
    assertThat(learner.results()).singleElement().satisfies(statement -> {
      assertThat(statement.verb).isEqualTo(Verb.FAILED);
      assertThat(statement.score).isZero();
    });
    assertThat(news.of(learner)).isEmpty();
  }

  @Test
  void theThirdTryWaitsAnHourAndTheFourthADay() {
    var learner = Learner.ready("DEVNET");
    learner.fails();
    var second = learner.fails();
    assertWaits(learner, second, Duration.ofHours(1));
    Learner.wait(second, Duration.ofMinutes(59));
    learner.api().post(OPEN).then().statusCode(409);
    Learner.wait(second, Duration.ofMinutes(1));
    var third = learner.fails();
    assertWaits(learner, third, Duration.ofHours(24));
    Learner.wait(third, Duration.ofHours(24));
    learner.api().post(OPEN).then().statusCode(201).body("number", equalTo(4));
  }

  private static void assertWaits(Learner learner, UUID attempt, Duration wait) {
    var until = Objects.requireNonNull(Learner.attempt(attempt).submittedAt).plus(wait);
    var answer = learner.api().post(OPEN);
    answer.then()
        .statusCode(409)
        .body("type", equalTo("urn:lectern:problem:waiting"))
        .body("detail", containsString("You can begin again on "))
        .body("pages.id", contains("s1-welcome", "s2-dark", "s3-rooms"));
    assertThat(Instant.parse(answer.path("until"))).isEqualTo(until);
  }

  @Test
  void theSecondTryAsksOtherQuestionsWhileThePoolLasts() {
    var learner = Learner.ready("DEVNET");
    var first = learner.fails();
    var second = learner.opens();
    assertThat(Learner.key(second).keySet()).hasSize(4).doesNotContainAnyElementsOf(Learner.key(first).keySet());
    assertThat(Learner.attempt(second).number).isEqualTo(2);
  }

  @Test
  void anAbandonedAttemptCountsLikeAFailedOne() {
    var learner = Learner.ready("DEVNET");
    learner.fails();
    var second = learner.opens();
    io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
        .run(() -> Attempt.<Attempt>findById(second).abandon(Instant.now()));
    learner.api().post(OPEN).then().statusCode(409).body("type", equalTo("urn:lectern:problem:waiting"));
    learner.submits(second).then().statusCode(200).body("state", equalTo("abandoned")).body("score", nullValue());
    assertThat(learner.results()).hasSize(1);
  }

  @Test
  void whenTheNewsOfAPassCannotBeHeardNothingIsSubmittedAndNothingLost() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    learner.answersAllRight(attempt);
    news.breakDownFor(learner);
    learner.submits(attempt).then().statusCode(500);
    assertThat(Learner.attempt(attempt).state).isEqualTo(AttemptState.OPEN);
    assertThat(learner.results()).isEmpty();
    news.recoverFor(learner);
    learner.submits(attempt).then().statusCode(200).body("state", equalTo("passed"));
    assertThat(learner.results()).hasSize(1);
    assertThat(news.of(learner)).hasSize(1);
  }

  @Test
  void theAbridgedPathIsNotAskedAboutTheModuleThatItLeavesOut() {
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    assertThat(Learner.key(attempt).keySet()).hasSize(3).noneMatch(item -> item.startsWith("s3"));
    learner.answersAllRight(attempt);
    learner.submits(attempt)
        .then()
        .body("modules.id", contains("s1", "s2"))
        .body("state", equalTo("passed"));
  }

  @Test
  void aPathThatChangesWhileTheAttemptIsOpenChangesNothingInIt() {
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    var asked = Learner.key(attempt);
    learner.browser()
        .formParams("name", "Learner", "language", "", "jobNetwork", "DEVNET")
        .post("/profile")
        .then()
        .statusCode(303);
    learner.api().post(OPEN).then().statusCode(200).body("id", equalTo(attempt.toString()));
    assertThat(Learner.key(attempt)).isEqualTo(asked);
    learner.submits(attempt).then().statusCode(200).body("modules.id", contains("s1", "s2"));
    assertThat(Learner.attempt(attempt).path).isEqualTo("abridged");
    learner.api().post(OPEN).then().statusCode(409).body("left", equalTo(1));
    learner.completesPath();
    learner.api().post(OPEN).then().statusCode(201).body("items", hasSize(4));
  }
}

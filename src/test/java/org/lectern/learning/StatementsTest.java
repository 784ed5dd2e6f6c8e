package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.answered;
import static org.lectern.learning.Telling.answeredRightly;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.learning.Telling.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.ledger.Statement;
import org.lectern.ledger.Verb;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatementsTest {

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  @Test
  void aPageThatWasReadIsOneStatement() {
    var statement = completed("s1-welcome");
    statement.put("timestamp", "2026-03-01T12:20:30.5+02:00");

    var answer = tell(person, statement);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getList("id")).containsExactly(statement.get("id"));
    assertThat(answer.jsonPath().getString("[0].feedback")).isNull();
    assertThat(ledger(person)).singleElement().satisfies(kept -> {
      assertThat(kept.verb).isEqualTo(Verb.COMPLETED);
      assertThat(kept.activity).isEqualTo("s1-welcome");
      assertThat(kept.timestamp).isEqualTo(Instant.parse("2026-03-01T10:20:30.5Z"));
      assertThat(kept.stored).isEqualTo(Instant.parse(answer.jsonPath().getString("[0].stored")));
      assertThat(kept.edition).isEqualTo(Sample.COURSE.edition().toString());
      assertThat(kept.language).isEqualTo("en");
      assertThat(kept.authority).isEqualTo(person.id());
    });
    assertThat(completedOf(person)).containsExactly("s1-welcome");
  }

  @Test
  void theSameStatementAgainChangesNothingAndIsAnsweredTheSame() {
    var page = completed("s1-welcome");
    var question = answeredRightly("s1-check", "glass");
    var first = tell(person, page, question);

    var second = tell(person, page, question);
    var third = tell(person, question, question, page);

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(third.jsonPath().getList("id")).containsExactly(question.get("id"), question.get("id"), page.get("id"));
    assertThat(ledger(person)).hasSize(2);
  }

  @Test
  void whatIsCompletedHasNoResponseAndIsStillTheSameStatement() {
    var page = completed("s1-welcome");
    page.put("result", Map.of("response", List.of("something")));

    assertThat(tell(person, page).statusCode()).isEqualTo(200);
    assertThat(tell(person, page).statusCode()).isEqualTo(200);
    assertThat(ledger(person)).singleElement().satisfies(kept -> assertThat(kept.response).isNull());
  }

  @Test
  void oneIdForTwoStatementsIsAConflict() {
    var page = completed("s1-welcome");
    tell(person, page);
    page.put("activity", "s2-dark");

    var answer = tell(person, completed("s3-rooms"), page);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:statement-id-used");
    assertThat(answer.jsonPath().getString("detail"))
        .isEqualTo("The id " + page.get("id") + " was used before for another statement."
            + " Give each statement an id of its own");
    assertThat(completedOf(person)).containsExactly("s1-welcome");
  }

  @Test
  void anotherAnswerUnderTheSameIdIsAConflictToo() {
    var statement = answered("s1-check/glass", List.of("a"));
    tell(person, statement);
    statement.put("result", Map.of("response", List.of("b")));

    assertThat(tell(person, statement).statusCode()).isEqualTo(409);
    assertThat(ledger(person)).singleElement().satisfies(kept -> assertThat(kept.responses()).containsExactly("a"));
  }

  @Test
  void whatTwoPeopleChooseAsAnIdDoesNotMeet() {
    var other = TestPerson.onFullPath();
    var statement = completed("s1-welcome");

    assertThat(tell(person, statement).statusCode()).isEqualTo(200);
    assertThat(tell(other, statement).statusCode()).isEqualTo(200);

    assertThat(ledger(person)).hasSize(1);
    assertThat(ledger(other)).hasSize(1);
  }

  @Test
  void allOfABatchIsKeptOrNone() {
    var answer = tell(person, completed("s1-welcome"), answeredRightly("s1-check", "glass"),
        answered("s1-check/parts", List.of("no-option")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:invalid-response");
    assertThat(ledger(person)).isEmpty();
    assertThat(Telling.registrations(person)).isEmpty();
  }

  @Test
  void anAnswerIsJudgedAndItsOptionSaysWhy() {
    var wrong = tell(person, answered("s1-check/glass", List.of("a")));
    var right = tell(person, answeredRightly("s1-check", "glass"));

    assertThat(wrong.jsonPath().getBoolean("[0].feedback.success")).isFalse();
    assertThat(wrong.jsonPath().getString("[0].feedback.text"))
        .contains("That is the flame. The glass stands around it.")
        .doesNotContain("Without the glass");
    assertThat(right.jsonPath().getBoolean("[0].feedback.success")).isTrue();
    assertThat(right.jsonPath().getString("[0].feedback.text")).contains("Without the glass the first gust");
    assertThat(ledger(person)).extracting(statement -> statement.success).containsExactly(true, false);
  }

  @Test
  void eachKindOfQuestionHasItsRightAnswer() {
    for (var question : List.of("glass", "parts", "evening", "match", "who")) {
      var answer = tell(person, answeredRightly("s1-check", question));
      assertThat(answer.jsonPath().getBoolean("[0].feedback.success")).as(question).isTrue();
    }
    assertThat(tell(person, answered("s1-check/who", List.of("  THE   Kéeper "))).jsonPath()
        .getBoolean("[0].feedback.success")).isTrue();
    assertThat(tell(person, answered("s1-check/who", List.of("\u0000 \uD800 nobody"))).jsonPath()
        .getBoolean("[0].feedback.success")).isFalse();
  }

  @Test
  void aCheckIsDoneWithItsLastQuestionRightOrWrong() {
    tell(person, answered("s2-check/first", List.of("b")));
    assertThat(completedOf(person)).isEmpty();

    tell(person, answered("s2-check/first", List.of("a")));
    assertThat(completedOf(person)).isEmpty();

    tell(person, answered("s2-check/danger", List.of("c")));
    assertThat(completedOf(person)).containsExactly("s2-check");

    tell(person, answered("s2-check/danger", List.of("a", "b")));
    assertThat(ledger(person)).filteredOn(statement -> statement.verb == Verb.COMPLETED).hasSize(1);
    assertThat(ledger(person)).hasSize(5);
  }

  @Test
  void aBatchMayHoldAWholeCheck() {
    var answer = tell(person, answeredRightly("s2-check", "first"), answeredRightly("s2-check", "danger"));

    assertThat(answer.jsonPath().getList("$")).hasSize(2);
    assertThat(completedOf(person)).containsExactly("s2-check");
  }

  private static Map<String, Object> choice(String from, String to) {
    var id = Sample.story()
        .node(from)
        .orElseThrow()
        .choices()
        .stream()
        .filter(choice -> choice.to().equals(to))
        .findFirst()
        .orElseThrow()
        .id();
    return answered("s2-case/" + from, List.of(id));
  }

  @Test
  void aCaseIsDoneAtAnEndingAndTellsItsDebrief() {
    tell(person, choice("flicker", "stairs"));
    assertThat(completedOf(person)).isEmpty();

    var answer = tell(person, choice("stairs", "waiting"));

    assertThat(answer.jsonPath().getBoolean("[0].feedback.success")).isFalse();
    assertThat(answer.jsonPath().getString("[0].feedback.text")).contains("Calling out was right.");
    assertThat(completedOf(person)).containsExactly("s2-case");
  }

  @Test
  void aWalkInOneBatchIsToldInItsOrderEvenWhenAllHappenedAtOnce() {
    var moment = "2026-03-01T10:20:30Z";
    var steps = List.of(choice("flicker", "stairs"), choice("stairs", "shutters"), choice("shutters", "fire"),
        choice("flicker", "shutters"), choice("shutters", "safe"));
    steps.forEach(step -> step.put("timestamp", moment));

    assertThat(person.api().body(steps).post("/api/v1/statements").statusCode()).isEqualTo(200);

    var told = ledger(person).reversed().stream().filter(statement -> statement.verb == Verb.ANSWERED).toList();
    assertThat(told).extracting(statement -> statement.activity)
        .containsExactly("s2-case/flicker", "s2-case/stairs", "s2-case/shutters", "s2-case/flicker",
            "s2-case/shutters");
    assertThat(Walk.of(Sample.story(), told).current().id()).isEqualTo("safe");
    assertThat(person.browser().get("/courses/sample-course/s2-case").asString()).contains("Everybody is safe");
  }

  @Test
  void nobodyJumpsIntoTheMiddleOfACase() {
    var answer = tell(person, choice("shutters", "safe"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:not-reached");
    assertThat(answer.jsonPath().getString("detail"))
        .isEqualTo("In “The storm”, nothing has led to “You close the shutters” yet. Walk from the start");
    assertThat(tell(person, answered("s2-case/safe", List.of())).statusCode()).isEqualTo(422);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aClipIsWatchedOrReadOnItsPage() {
    var clip = ((org.lectern.content.Unit.Page) Sample.COURSE.in("en").unit("s2-dark").orElseThrow()).videos()
        .getFirst()
        .id();

    assertThat(tell(person, completed("s2-dark/" + clip)).statusCode()).isEqualTo(200);
    assertThat(tell(person, completed("s2-dark/no-such-clip")).statusCode()).isEqualTo(422);
    assertThat(completedOf(person)).containsExactly("s2-dark/" + clip);
  }

  @Test
  void whatHappensInTheFutureHappensNow() {
    var before = Instant.now().minus(Duration.ofSeconds(1));
    var statement = completed("s1-welcome");
    statement.put("timestamp", "2999-01-01T00:00:00Z");

    tell(person, statement);

    assertThat(ledger(person)).singleElement().satisfies(kept -> {
      assertThat(kept.timestamp).isEqualTo(kept.stored).isBetween(before, Instant.now());
    });
  }

  @Test
  void aCourseHasOneRegistrationForAllThatIsDone() {
    tell(person, completed("s1-welcome"));
    tell(person, answeredRightly("s1-check", "glass"));

    assertThat(Telling.registrations(person)).singleElement().satisfies(registration -> {
      assertThat(registration.courseId).isEqualTo("sample-course");
      assertThat(registration.number).isEqualTo(1);
      assertThat(ledger(person)).extracting(statement -> statement.registrationId).containsOnly(registration.id);
    });
  }

  @Test
  void theCourseMayBeNamed() {
    var statement = completed("s1-welcome");
    statement.put("course", "sample-course");
    assertThat(tell(person, statement).statusCode()).isEqualTo(200);

    var elsewhere = completed("s1-welcome");
    elsewhere.put("course", "no-such-course");
    assertThat(tell(person, elsewhere).statusCode()).isEqualTo(422);
  }

  @Test
  void idsOfStatementsThatFollowAreKnownBeforehand() {
    var first = answeredRightly("s2-check", "first");
    var last = answeredRightly("s2-check", "danger");
    tell(person, first, last);

    var expected = UUID
        .nameUUIDFromBytes((last.get("id") + "/s2-check").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(ledger(person)).filteredOn(statement -> statement.verb == Verb.COMPLETED)
        .extracting((Statement statement) -> statement.id)
        .containsExactly(expected);
  }
}

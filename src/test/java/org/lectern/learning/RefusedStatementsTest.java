package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.answered;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.learning.Telling.tell;
import static org.lectern.platform.TestPerson.stranger;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Statements that cannot be, of which each is refused in plain words and leaves the ledger as it was. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusedStatementsTest {

  private static @Nullable TestPerson withNothing;

  private TestPerson person;

  /** The same person as long as nothing is recorded, which is what is tested here. */
  @BeforeEach
  void somebodyHasDoneNothing() {
    person = withNothing == null || !ledger(withNothing).isEmpty() ? TestPerson.onAbridgedPath() : withNothing;
    withNothing = person;
  }

  private void assertRefused(Response answer, int status, String type, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:" + type);
    assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aUnitOutsideThePath() {
    assertRefused(tell(person, completed("s3-rooms")), 422, "outside-path",
        "“Many rooms” is not on your path (Abridged path), so nothing was recorded");
    assertRefused(tell(person, completed("s1-welcome"), completed("s3-rooms")), 422, "outside-path",
        "“Many rooms” is not on your path (Abridged path), so nothing was recorded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s9-nothing", "", "final-assessment", "s1", "sample-course", "' or 1=1", "s1-welcome\u0000",
      "../s1"})
  void aUnitThatIsNotThere(String activity) {
    assertRefused(tell(person, completed(activity)), 422, "unknown-unit",
        "There is no unit " + activity + " in this course");
  }

  @ParameterizedTest
  @CsvSource({
      "completed,s1-check", "completed,s1-check/glass", "completed,s2-case", "completed,s2-case/flicker",
      "answered,s1-welcome", "answered,s1-check", "answered,s1-check/no-question", "answered,s2-case",
      "answered,s2-case/no-node", "completed,s1-welcome/no-clip", "answered,s1-check/glass/more"})
  void whatDoesNotFitTheUnit(String verb, String activity) {
    var statement = answered(activity, List.of("a"));
    statement.put("verb", verb);

    assertRefused(tell(person, statement), 422, "unsuitable-statement",
        "A statement “" + verb + " " + activity + "” does not fit this unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"passed", "failed", "voided", "PASSED", "Completed", "", "launched"})
  void aVerbThatIsNotTheLearners(String verb) {
    var statement = completed("s1-welcome");
    statement.put("verb", verb);

    assertRefused(tell(person, statement), 422, "unknown-verb",
        "The verb " + verb + " is not known here. Use completed or answered");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
      "glass|", "glass|z", "glass|a,b", "glass|a,a", "parts|a,a", "parts|a,z", "evening|a", "match|a", "match|a:b:c",
      "who|a,b", "who| "})
  void anAnswerThatTheQuestionCannotHave(String question, String response) {
    var given = response == null || response.isBlank() ? List.<String>of() : List.of(response.split(","));
    assertRefused(tell(person, answered("s1-check/" + question, given)), 422, "invalid-response",
        "This is not an answer that the question can have: “" + Sample.question("s1-check", question).prompt() + "”");
  }

  @Test
  void anAnswerOfEndlessTextOrEndlessManyParts() {
    var message = "A statement needs an id (a UUID), a verb and an activity, and answers of at most 1,000 characters";
    assertRefused(tell(person, answered("s1-check/who", List.of("x".repeat(1_001)))), 422, "invalid-statement",
        message);
    assertRefused(tell(person, answered("s1-check/parts", Collections.nCopies(51, "a"))), 422, "invalid-statement",
        message);
    assertRefused(tell(person, answered("s1-check/who", Collections.singletonList(null))), 422, "invalid-statement",
        message);
    assertRefused(tell(person, answered("s1-check/who", List.of("x".repeat(501)))), 422, "invalid-response",
        "This is not an answer that the question can have: “What is the person who looks after lanterns called?”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-03-01", "2026-13-01T00:00:00Z", "1999-12-31T23:59:59Z",
      "-999999999-01-01T00:00:00Z", "", "1700000000"})
  void aMomentThatIsNone(String timestamp) {
    var statement = completed("s1-welcome");
    statement.put("timestamp", timestamp);

    assertRefused(tell(person, statement), 422, "invalid-timestamp",
        timestamp + " is no point in time since 2000. Write it like 2026-11-21T09:30:00Z");
  }

  @Test
  void aMomentBeyondAllDatesIsOnlyNow() {
    var someone = TestPerson.onAbridgedPath();
    var statement = completed("s1-welcome");
    statement.put("timestamp", "+999999999-12-31T23:59:59Z");

    assertThat(tell(someone, statement).statusCode()).isEqualTo(200);
    assertThat(ledger(someone)).singleElement().satisfies(kept -> assertThat(kept.timestamp).isEqualTo(kept.stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "", "[null]", "[null, null]"})
  void nothingAtAll(String body) {
    assertRefused(person.api().body(body).post("/api/v1/statements"), 422, "invalid-batch",
        "Send from 1 to 500 statements, as a list");
  }

  @Test
  void tooMuchAtOnce() {
    assertRefused(person.api().body(Collections.nCopies(501, completed("s1-welcome"))).post("/api/v1/statements"), 422,
        "invalid-batch", "Send from 1 to 500 statements, as a list");
  }

  @Test
  void statementsWithoutWhatTheyNeed() {
    for (var missing : List.of("id", "verb", "activity")) {
      var statement = completed("s1-welcome");
      statement.remove(missing);
      assertThat(tell(person, statement).statusCode()).as(missing).isEqualTo(422);
    }
    assertThat(tell(person, Map.of()).statusCode()).isEqualTo(422);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void whatNobodySays() {
    var answer = stranger().contentType("application/json")
        .body(List.of(completed("s1-welcome")))
        .post("/api/v1/statements");

    assertRefused(answer, 401, "unauthorized", "Sign in to go on. If you were signed in, your session has ended.");
  }

  @Test
  void whatIsSaidWithSomebodyElsesNameInIt() {
    var someone = TestPerson.onAbridgedPath();
    var statement = completed("s1-welcome");
    statement.put("personId", person.id().toString());
    statement.put("authority", person.id().toString());
    statement.put("stored", "2001-01-01T00:00:00Z");

    assertThat(tell(someone, statement).statusCode()).isEqualTo(200);
    assertThat(ledger(person)).isEmpty();
    assertThat(ledger(someone)).singleElement().satisfies(kept -> {
      assertThat(kept.personId).isEqualTo(someone.id());
      assertThat(kept.authority).isEqualTo(someone.id());
    });
  }
}

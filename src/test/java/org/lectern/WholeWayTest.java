package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The whole way through the house as a program goes it, by the API alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WholeWayTest {

  private static final String COURSE = "/api/v1/courses/" + AnswerKey.COURSE;

  @Inject
  TestClock clock;

  private final AnswerKey key = new AnswerKey();
  private TestPerson learner;

  @BeforeEach
  void join() {
    learner = TestPerson.onFullPath();
  }

  @Test
  void joiningLearningPassingAndHoldingTheCertificate() throws IOException {
    learner.api()
        .get(COURSE)
        .then()
        .statusCode(200)
        .body("path", equalTo("full"))
        .body("why", containsString("POLNET"))
        .body("modules.id", equalTo(List.of("s1", "s2", "s3")))
        .body("progress.completed", equalTo(0));

    completeEveryUnit();
    learner.api().get(COURSE).then().body("progress.percent", equalTo(100)).body("assessment.open", equalTo(true));

    var attempt = open();
    answerRightly(attempt);
    submit(attempt, "passed", 100);

    var certificate = onlyCertificate();
    assertThat(certificate).containsEntry("holder", learner.name()).containsEntry("course", "A sample course");
    assertThat(textOf((String) certificate.get("pdf"))).contains(learner.name(), "A sample course");
    given().accept("application/json")
        .get("/verify/" + certificate.get("serial"))
        .then()
        .statusCode(200)
        .body("state", equalTo("issued"))
        .body("holder", equalTo(learner.name()));
  }

  @Test
  void sayingEverythingTwiceChangesNothing() {
    var statements = statements();
    var first = send(statements);
    var second = send(statements);
    assertThat(second).isEqualTo(first);

    var attempt = open();
    assertThat(open()).isEqualTo(attempt);
    answerRightly(attempt);
    answerRightly(attempt);
    submit(attempt, "passed", 100);
    submit(attempt, "passed", 100);

    onlyCertificate();
    learner.api().post(COURSE + "/attempts").then().statusCode(409).body("type", containsString("already-passed"));
  }

  @Test
  void aClockThatJumpsLosesNothingAndDoublesNothing() {
    try {
      // Never before the day on which the learner joined: their job network is not known for earlier ones.
      clock.pass(Duration.ofHours(3));
      completeEveryUnit();
      clock.pass(Duration.ofHours(-3));
      var attempt = open();
      answerRightly(attempt);
      clock.pass(Duration.ofHours(5));
      submit(attempt, "passed", 100);
      clock.pass(Duration.ofHours(-4));
      submit(attempt, "passed", 100);

      onlyCertificate();
      learner.api().get(COURSE).then().body("progress.percent", equalTo(100));
    } finally {
      clock.setRight();
    }
  }

  @Test
  void whoDoesNotPassIsToldWhatToReadAndHoldsNoCertificate() {
    completeEveryUnit();
    var attempt = open();
    for (var item : items(attempt)) {
      answer(attempt, item, 1, AnswerKey.wrong(key.item(item))).then().statusCode(200);
    }

    learner.api()
        .post("/api/v1/attempts/" + attempt + "/submission")
        .then()
        .statusCode(200)
        .body("state", equalTo("failed"))
        .body("score", equalTo(0))
        .body("certificate", nullValue())
        .body("modules.right", everyItem(is(0)))
        .body("modules.find { it.id == 's1' }.pages.title", equalTo(List.of("Welcome")));
    learner.api().get("/api/v1/certificates").then().statusCode(200).body("", hasSize(0));
  }

  @Test
  void theAssessmentIsLockedUntilEveryUnitOfThePathIsDone() {
    send(statements().subList(0, 1));

    learner.api()
        .post(COURSE + "/attempts")
        .then()
        .statusCode(409)
        .body("type", containsString("locked"))
        .body("left", equalTo(5));
  }

  private void completeEveryUnit() {
    assertThat(send(statements())).isNotEmpty();
  }

  /** All that there is to say about the course: pages read, clips watched, every question answered, cases walked. */
  private List<Map<String, Object>> statements() {
    var statements = new ArrayList<Map<String, Object>>();
    var text = key.course().in("en");
    for (var module : text.modulesOf(key.course().path("full").orElseThrow())) {
      module.units().forEach(unit -> statements.addAll(key.statements(unit)));
    }
    return statements;
  }

  private List<Object> send(List<Map<String, Object>> statements) {
    return learner.api().body(statements).post("/api/v1/statements").then().statusCode(200).extract().path("");
  }

  private String open() {
    var answer = learner.api().post(COURSE + "/attempts");
    assertThat(answer.statusCode()).isIn(200, 201);
    return answer.path("id");
  }

  private List<String> items(String attempt) {
    return learner.api().get("/api/v1/attempts/" + attempt).then().statusCode(200).extract().path("items.id");
  }

  private void answerRightly(String attempt) {
    var items = items(attempt);
    assertThat(items).hasSize(4);
    for (var item : items) {
      answer(attempt, item, 1, AnswerKey.of(key.item(item))).then().statusCode(200).body("seq", equalTo(1));
    }
  }

  private io.restassured.response.Response answer(String attempt, String item, long seq, List<String> options) {
    return learner.api()
        .body(Map.of("seq", seq, "options", options))
        .put("/api/v1/attempts/" + attempt + "/answers/" + item);
  }

  private void submit(String attempt, String state, int score) {
    learner.api()
        .post("/api/v1/attempts/" + attempt + "/submission")
        .then()
        .statusCode(200)
        .body("state", equalTo(state))
        .body("score", equalTo(score));
  }

  private Map<String, Object> onlyCertificate() {
    return learner.api()
        .get("/api/v1/certificates")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .extract()
        .path("[0]");
  }

  private String textOf(String pdf) throws IOException {
    var file = learner.browser().get(pdf).then().statusCode(200).contentType("application/pdf").extract().asByteArray();
    try (var document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }
}

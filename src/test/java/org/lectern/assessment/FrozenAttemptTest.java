package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.certificate.Certificate;
import org.lectern.content.Shelf;
import org.lectern.platform.EditableContent;
import org.lectern.platform.Json;
import org.lectern.platform.Settings;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What authors do while somebody takes the assessment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = EditableContent.class, restrictToAnnotatedClass = true)
class FrozenAttemptTest {

  private static final String POOL = """
      ---
      module: s1
      ---
      ## Who carries it? {#%s page=s1-welcome objective=o1 difficulty=1}

      ```answers
      %s
      ```

      > The keeper carries it.
      """;

  @Inject
  Shelf shelf;

  @Inject
  Settings settings;

  private Path pool() {
    return settings.content().resolve("sample-course/en/assessment/s1.md");
  }

  private void edit(Path file, String text) throws IOException {
    var before = Learner.course().edition();
    Files.writeString(file, text);
    await(() -> !Learner.course().edition().equals(before));
  }

  private static void await(BooleanSupplier condition) {
    var end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for the edit to be seen").isBefore(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  @Test
  void anEditReachesTheNextAttemptAndNeverTheOpenOne() throws Exception {
    edit(pool(), POOL.formatted("s1-carrier", "the keeper"));
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    var asked = Learner.attempt(attempt);
    edit(pool(), POOL.formatted("s1-other", "nobody"));
    edit(settings.content().resolve("sample-course/course.yaml"),
        Files.readString(settings.content().resolve("sample-course/course.yaml"))
            .replace("passMark: 75",
                "passMark: 100"));

    assertThat(learner.opens()).isEqualTo(attempt);
    assertThat(Learner.attempt(attempt).snapshotJson).isEqualTo(asked.snapshotJson);
    assertThat(Learner.key(attempt)).containsEntry("s1-carrier", List.of("the keeper")).doesNotContainKey("s1-other");
    learner.answersAllRight(attempt);
    learner.submits(attempt)
        .then()
        .body("state", org.hamcrest.Matchers.equalTo("passed"))
        .body("passMark", org.hamcrest.Matchers.equalTo(75));
    assertThat(learner.results()).singleElement()
        .satisfies(statement -> assertThat(statement.edition).isEqualTo(asked.edition));

    var next = Learner.ready("ITECNET").opens();
    assertThat(Learner.key(next)).containsKey("s1-other").doesNotContainKey("s1-carrier");
    assertThat(Learner.attempt(next).snapshot().policy().passMark()).isEqualTo(100);
  }

  @Test
  void aCertificateSaysWhatThePathWasInTheEditionThatItNames() throws Exception {
    edit(pool(), POOL.formatted("s1-path", "the keeper"));
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    var course = settings.content().resolve("sample-course/course.yaml");
    var before = Files.readString(course);
    edit(course, before.replace("en: A sample course", "en: Another name")
        .replace("Abridged path", "Another path")
        .replace("minutes: 12", "minutes: 99")
        .replace("LMS-0002", "LMS-9999")
        .replace("modules: [s1, s2]", "modules: [s1, s2, s3]"));
    try {
      learner.answersAllRight(attempt);
      learner.submits(attempt).then().statusCode(200);
    } finally {
      edit(course, before);
    }

    var facts = QuarkusTransaction.requiringNew()
        .call(() -> Certificate.standing(learner.id(), "sample-course").orElseThrow().facts());
    assertThat(facts.edition()).isEqualTo(Learner.attempt(attempt).edition);
    assertThat(facts.courseTitle()).isEqualTo("A sample course");
    assertThat(facts.pathTitle()).isEqualTo("Abridged path");
    assertThat(facts.modules()).containsExactly(1, 2);
    assertThat(facts.minutes()).isEqualTo(12);
    assertThat(facts.codes()).containsExactly("Inspira LMS-0002");
  }

  @Test
  void anAttemptFromBeforeThePathWasKeptIsReadAsWell() throws Exception {
    edit(pool(), POOL.formatted("s1-old", "the keeper"));
    var snapshot = Learner.attempt(Learner.ready("ITECNET").opens()).snapshot();
    var written = Json.write(snapshot);
    var path = Json.write(snapshot.path().orElseThrow());

    var old = Json.read(written.replace("\"path\":" + path + ",", ""), Snapshot.class);

    assertThat(old.path()).isEmpty();
    assertThat(old.items()).isEqualTo(snapshot.items());
  }

  @Test
  void whatIsTypedInAShortTextIsShownAsTextAndJudgedKindly() throws Exception {
    edit(pool(), POOL.formatted("s1-typed", "the keeper"));
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    var address = "/attempts/" + attempt;
    learner.browser()
        .formParam("response", "<b onclick=alert(1)>{x}</b>")
        .post(address + "/answers/s1-typed")
        .then()
        .statusCode(303);
    learner.browser()
        .get(address + "/check")
        .then()
        .body(containsString("&lt;b onclick=alert(1)&gt;{x}&lt;/b&gt;"));
    learner.browser()
        .formParam("response", "x".repeat(501))
        .post(address + "/answers/s1-typed")
        .then()
        .statusCode(422)
        .body(containsString("Write at most 500 characters."));
    learner.answers(attempt, "s1-typed", System.currentTimeMillis() + 60_000, List.of("nul\0")).then().statusCode(422);
    learner.answers(attempt, "s1-typed", System.currentTimeMillis() + 60_000, List.of(" The KEEPER "))
        .then()
        .statusCode(200);
    learner.submits(attempt).then().body("modules[0].right", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void whileTheCourseIsAwayAnswersAreStillSavedAndAPassWaitsForItsReturn() throws Exception {
    edit(pool(), POOL.formatted("s1-last", "the keeper"));
    var learner = Learner.ready("ITECNET");
    var attempt = learner.opens();
    var key = Learner.key(attempt);
    var course = settings.content().resolve("sample-course");
    var away = settings.content().resolveSibling(settings.content().getFileName() + "-away");
    Files.move(course, away);
    try {
      await(() -> shelf.library().course("sample-course").isEmpty());
      key.forEach((item, right) -> learner.answers(attempt, item, 1, right).then().statusCode(200));
      learner.browser().get("/attempts/" + attempt + "?item=1").then().statusCode(200);
      learner.submits(attempt).then().statusCode(409);
      assertThat(Learner.attempt(attempt).isOpen()).isTrue();
      assertThat(learner.results()).isEmpty();
    } finally {
      Files.move(away, course);
      await(() -> shelf.library().course("sample-course").isPresent());
    }
    assertThat(Learner.savedAnswers(attempt)).isEqualTo(new java.util.TreeMap<>(key));
    learner.submits(attempt).then().statusCode(200).body("score", org.hamcrest.Matchers.equalTo(100));
  }
}

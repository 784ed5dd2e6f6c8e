package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What the server has acknowledged is there exactly once after a kill -9, on the file of H2 and on PostgreSQL. */
@Tag("crash")
class CrashTest {

  private static final int WRITERS = 4;
  /** How many acknowledged statements a round waits for before the kill. */
  private static final int STATEMENTS = 60;

  @TempDir
  Path folder;

  private final AnswerKey key = new AnswerKey();
  private EmbeddedPostgres postgres;
  private PackagedServer server;
  private DistantLearner learner;

  @BeforeEach
  void startAndJoin() throws IOException, InterruptedException {
    if (PackagedServer.database().equals("postgresql")) {
      postgres = EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    }
    start();
    learner = DistantLearner.joining(() -> server.address(), key);
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    server.close();
    if (postgres != null) {
      postgres.close();
    }
  }

  @RepeatedTest(3)
  void acknowledgedStatementsSurvive() throws Exception {
    var acknowledged = new ConcurrentHashMap<String, String>();
    var enough = new CountDownLatch(STATEMENTS);
    var others = new ConcurrentLinkedQueue<String>();
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (var i = 0; i < WRITERS; i++) {
        writers.execute(() -> writeUntilItDies(acknowledged, enough, others));
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).as("statements are acknowledged").isTrue();
      server.kill();
    }
    assertThat(others).as("answers that are neither a receipt nor a line that was cut").isEmpty();

    assertThat(idsInDatabase()).as("rows, right after the kill")
        .containsAll(acknowledged.keySet())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);

    start();
    assertThat(learner.storedWhenSaidAgain(acknowledged.keySet())).as("when each was recorded").isEqualTo(acknowledged);
    server.kill();
    assertThat(idsInDatabase()).as("saying them again adds no rows")
        .containsAll(acknowledged.keySet())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);
  }

  @Test
  void acknowledgedAnswersSubmissionAndCertificateSurvive() throws Exception {
    learner.completeThePath();
    var attempt = learner.openAttempt();
    var items = learner.items(attempt);
    var seq = 0L;
    for (var item : items) {
      learner.answer(attempt, item, ++seq, learner.wrong(item)).then().statusCode(200);
      var answer = learner.right(item);
      learner.answer(attempt, item, ++seq, answer).then().statusCode(200);

      crash();

      var kept = learner.kept(attempt, item);
      assertThat(kept.get("seq")).as(item).isEqualTo((int) seq);
      assertThat(kept.get("options")).as(item).isEqualTo(answer);
    }

    var result = submit(attempt);
    assertThat(result).containsEntry("state", "passed").containsEntry("score", 100);
    crash();

    assertThat(submit(attempt)).as("the same result again").isEqualTo(result);
    learner.api().post(DistantLearner.COURSE + "/attempts").then().statusCode(409);
    assertThatOneWholeCertificateIsThere();
  }

  private void assertThatOneWholeCertificateIsThere() throws Exception {
    var certificates = learner.certificates();
    assertThat(certificates).hasSize(1);
    var certificate = certificates.getFirst();
    var file = learner.browser()
        .get((String) certificate.get("pdf"))
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
    var hash = HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(file));
    assertThat(hash).isEqualTo(certificate.get("sha256"));
  }

  private void crash() throws IOException, InterruptedException {
    server.kill();
    start();
  }

  private void start() throws IOException, InterruptedException {
    var settings = new HashMap<>(Map.of("lectern.content", AnswerKey.CONTENT.toString()));
    if (postgres != null) {
      settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("quarkus.datasource.username", "postgres");
    }
    server = PackagedServer.start(folder, settings);
  }

  /** Says one thing after the other until the server no longer answers. */
  private void writeUntilItDies(
      Map<String, String> acknowledged, CountDownLatch enough, Collection<String> others) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var id = UUID.randomUUID().toString();
        var answer = learner.send(List.of(learner.statement(id)));
        if (answer.statusCode() == 200) {
          acknowledged.put(id, answer.path("[0].stored"));
          enough.countDown();
        } else {
          others.add(answer.statusLine());
        }
      }
    } catch (Exception end) {
      if (!(end instanceof IOException)) {
        others.add(end.toString());
      }
    }
  }

  private Map<String, Object> submit(String attempt) {
    return learner.submit(attempt).then().statusCode(200).extract().path("");
  }

  /** The ids of all statements, read from the database itself; the server does not run. */
  private List<String> idsInDatabase() throws SQLException {
    var url = postgres != null
        ? postgres.getJdbcUrl("postgres", "postgres")
        : "jdbc:h2:file:" + folder.resolve("data/lectern") + ";IFEXISTS=TRUE";
    var ids = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url, postgres != null ? "postgres" : "lectern", "");
        var rows = connection.createStatement().executeQuery("select cast(id as varchar(36)) from statement")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }
}

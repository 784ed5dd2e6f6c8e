package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.content.Question;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What the server has acknowledged is there exactly once after a kill -9, on the file of H2 and on PostgreSQL. */
@Tag("crash")
class CrashTest {

  private static final String COURSE = "/api/v1/courses/" + AnswerKey.COURSE;
  private static final int WRITERS = 4;
  /** How many acknowledged statements a round waits for before the kill. */
  private static final int STATEMENTS = 60;

  @TempDir
  Path folder;

  private final AnswerKey key = new AnswerKey();
  private EmbeddedPostgres postgres;
  private PackagedServer server;
  private String token;

  @BeforeEach
  void startAndJoin() throws IOException, InterruptedException {
    if (PackagedServer.database().equals("postgresql")) {
      postgres = EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    }
    start();
    token = join();
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
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (var i = 0; i < WRITERS; i++) {
        writers.execute(() -> writeUntilItDies(acknowledged, enough));
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).as("statements are acknowledged").isTrue();
      server.kill();
    }

    assertThat(idsInDatabase()).as("rows, right after the kill")
        .containsAll(acknowledged.keySet())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);

    start();
    assertThat(storedWhenSaidAgain(acknowledged.keySet())).as("when each was recorded").isEqualTo(acknowledged);
    server.kill();
    assertThat(idsInDatabase()).as("saying them again adds no rows")
        .containsAll(acknowledged.keySet())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);
  }

  @Test
  void acknowledgedAnswersSubmissionAndCertificateSurvive() throws Exception {
    completeThePath();
    String attempt = api().post(COURSE + "/attempts").then().statusCode(201).extract().path("id");
    List<String> items = api().get("/api/v1/attempts/" + attempt).then().extract().path("items.id");
    var seq = 0L;
    for (var item : items) {
      var question = key.item(item);
      answer(attempt, item, ++seq, AnswerKey.wrong(question));
      var answer = AnswerKey.of(question);
      answer(attempt, item, ++seq, answer);

      crash();

      Map<String, Object> kept = api().get("/api/v1/attempts/" + attempt)
          .then()
          .statusCode(200)
          .extract()
          .path("answers['" + item + "']");
      assertThat(kept.get("seq")).as(item).isEqualTo((int) seq);
      assertThat(kept.get("options")).as(item).isEqualTo(answer);
    }

    var result = submit(attempt);
    assertThat(result).containsEntry("state", "passed").containsEntry("score", 100);
    crash();

    assertThat(submit(attempt)).as("the same result again").isEqualTo(result);
    api().post(COURSE + "/attempts").then().statusCode(409);
    assertThatOneWholeCertificateIsThere();
  }

  private void assertThatOneWholeCertificateIsThere() throws Exception {
    List<Map<String, Object>> certificates = api().get("/api/v1/certificates")
        .then()
        .statusCode(200)
        .extract()
        .path("");
    assertThat(certificates).hasSize(1);
    var certificate = certificates.getFirst();
    var file = given().baseUri(server.address())
        .cookie("__Host-lectern", token)
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

  private String join() {
    var email = UUID.randomUUID() + "@example.org";
    var joining = Map.of("email", email, "password", "seven green lanterns", "name", "Ada Crash", "jobNetwork",
        "POLNET");
    given().baseUri(server.address())
        .contentType(ContentType.JSON)
        .body(joining)
        .post("/api/v1/accounts")
        .then()
        .statusCode(201);
    return given().baseUri(server.address())
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", "seven green lanterns"))
        .post("/api/v1/tokens")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  private RequestSpecification api() {
    return given().baseUri(server.address()).header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  /** Says one thing after the other until the server no longer answers. */
  private void writeUntilItDies(Map<String, String> acknowledged, CountDownLatch enough) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var id = UUID.randomUUID().toString();
        var answer = send(List.of(statement(id)));
        if (answer.statusCode() == 200) {
          acknowledged.put(id, answer.path("[0].stored"));
          enough.countDown();
        }
      }
    } catch (Exception dead) {
      assertThat(dead).isNotInstanceOf(NullPointerException.class);
    }
  }

  private Map<String, Object> statement(String id) {
    return Map.of("id", id, "verb", "answered", "activity", "s1-check/glass", "timestamp", "2026-01-31T12:00:00Z",
        "result", Map.of("response", AnswerKey.of(glass())));
  }

  private Question glass() {
    var check = (org.lectern.content.Unit.Check) key.course().in("en").unit("s1-check").orElseThrow();
    return check.question("glass").orElseThrow();
  }

  private Response send(List<? extends Map<String, Object>> statements) {
    return api().body(statements).post("/api/v1/statements");
  }

  private Map<String, String> storedWhenSaidAgain(Iterable<String> ids) {
    var statements = new ArrayList<Map<String, Object>>();
    ids.forEach(id -> statements.add(statement(id)));
    List<Map<String, Object>> recorded = send(statements).then().statusCode(200).extract().path("");
    var stored = new HashMap<String, String>();
    recorded.forEach(line -> stored.put((String) line.get("id"), (String) line.get("stored")));
    return stored;
  }

  private void completeThePath() {
    var path = key.course().path("full").orElseThrow();
    key.course()
        .in("en")
        .modulesOf(path)
        .forEach(module -> module.units().forEach(unit -> send(key.statements(unit)).then().statusCode(200)));
  }

  private void answer(String attempt, String item, long seq, List<String> options) {
    api().body(Map.of("seq", seq, "options", options))
        .put("/api/v1/attempts/" + attempt + "/answers/" + item)
        .then()
        .statusCode(200);
  }

  private Map<String, Object> submit(String attempt) {
    return api().post("/api/v1/attempts/" + attempt + "/submission").then().statusCode(200).extract().path("");
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

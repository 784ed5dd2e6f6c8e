package org.lectern;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.lectern.content.Question;
import org.lectern.content.Unit;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A learner of a server in a process of its own: knows nothing but its address, which may be another one each time. */
final class DistantLearner {

  static final String COURSE = "/api/v1/courses/" + AnswerKey.COURSE;
  private static final String PASSWORD = "seven green lanterns";
  /** Longer than any answer should take; a server that stands still must not stop the test. */
  private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
      .httpClient(HttpClientConfig.httpClientConfig()
          .setParam("http.connection.timeout", 5_000)
          .setParam("http.socket.timeout", 60_000));

  private final Supplier<String> address;
  private final AnswerKey key;
  private final String token;

  private DistantLearner(Supplier<String> address, AnswerKey key, String token) {
    this.address = address;
    this.key = key;
    this.token = token;
  }

  /** Somebody new joins and signs in. */
  static DistantLearner joining(Supplier<String> address, AnswerKey key) {
    var email = UUID.randomUUID() + "@example.org";
    request(address).body(Map.of("email", email, "password", PASSWORD, "name", "Ada Crash", "jobNetwork", "POLNET"))
        .post("/api/v1/accounts")
        .then()
        .statusCode(201);
    String token = request(address).body(Map.of("email", email, "password", PASSWORD))
        .post("/api/v1/tokens")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
    return new DistantLearner(address, key, token);
  }

  private static RequestSpecification request(Supplier<String> address) {
    return given().config(PATIENT).baseUri(address.get()).contentType(ContentType.JSON);
  }

  RequestSpecification api() {
    return request(address).header("Authorization", "Bearer " + token);
  }

  RequestSpecification browser() {
    return given().config(PATIENT).baseUri(address.get()).cookie("__Host-lectern", token).redirects().follow(false);
  }

  /** An answer to a question of a check, which can be given any number of times. */
  Map<String, Object> statement(String id) {
    return Map.of("id", id, "verb", "answered", "activity", "s1-check/glass", "timestamp", "2026-01-31T12:00:00Z",
        "result", Map.of("response", AnswerKey.of(glass())));
  }

  private Question glass() {
    var check = (Unit.Check) key.course().in("en").unit("s1-check").orElseThrow();
    return check.question("glass").orElseThrow();
  }

  Response send(List<? extends Map<String, Object>> statements) {
    return api().body(statements).post("/api/v1/statements");
  }

  /** Says statements again that were said before, and hears when each was recorded. */
  Map<String, String> storedWhenSaidAgain(Iterable<String> ids) {
    var stored = new HashMap<String, String>();
    var batch = new java.util.ArrayList<Map<String, Object>>();
    for (var id : ids) {
      batch.add(statement(id));
    }
    for (var from = 0; from < batch.size(); from += 50) {
      List<Map<String, Object>> recorded = send(batch.subList(from, Math.min(batch.size(), from + 50))).then()
          .statusCode(200)
          .extract()
          .path("");
      recorded.forEach(line -> stored.put((String) line.get("id"), (String) line.get("stored")));
    }
    return stored;
  }

  void completeThePath() {
    units().forEach(this::complete);
  }

  /** What the path consists of. */
  List<Unit> units() {
    var path = key.course().path("full").orElseThrow();
    return key.course().in("en").modulesOf(path).stream().flatMap(module -> module.units().stream()).toList();
  }

  void complete(Unit unit) {
    send(key.statements(unit)).then().statusCode(200);
  }

  /** Opens the final assessment, or finds the one that is open. */
  String openAttempt() {
    return api().post(COURSE + "/attempts").then().extract().path("id");
  }

  List<String> items(String attempt) {
    return api().get("/api/v1/attempts/" + attempt).then().statusCode(200).extract().path("items.id");
  }

  Response answer(String attempt, String item, long seq, List<String> options) {
    return api().body(Map.of("seq", seq, "options", options)).put("/api/v1/attempts/" + attempt + "/answers/" + item);
  }

  List<String> right(String item) {
    return AnswerKey.of(key.item(item));
  }

  List<String> wrong(String item) {
    return AnswerKey.wrong(key.item(item));
  }

  /** What is kept of an answer: {@code seq} and {@code options}. */
  Map<String, Object> kept(String attempt, String item) {
    return api().get("/api/v1/attempts/" + attempt)
        .then()
        .statusCode(200)
        .extract()
        .path("answers['" + item + "']");
  }

  Response submit(String attempt) {
    return api().post("/api/v1/attempts/" + attempt + "/submission");
  }

  List<Map<String, Object>> certificates() {
    return api().get("/api/v1/certificates").then().statusCode(200).extract().path("");
  }
}

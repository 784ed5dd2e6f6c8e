package org.lectern.platform;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * Somebody who has joined for one test, so that tests do not meet.
 *
 * @param token of a session that was opened through the API
 */
public record TestPerson(UUID id, String name, String email, String token) {

  /** The cookie of browsers. */
  public static final String COOKIE = "__Host-lectern";

  /** The password of everybody here. */
  public static final String PASSWORD = "lantern by the sea";

  private static final AtomicInteger JOINED = new AtomicInteger();

  /** Somebody of the full path of the sample course. */
  public static TestPerson onFullPath() {
    return join("POLNET");
  }

  /** Somebody of the abridged path of the sample course. */
  public static TestPerson onAbridgedPath() {
    return join("ITECNET");
  }

  public static TestPerson join(@Nullable String jobNetwork) {
    return join(jobNetwork, null);
  }

  public static TestPerson join(@Nullable String jobNetwork, @Nullable String language) {
    var email = newEmail();
    var name = "Ada Sample " + JOINED.get();
    var application = new HashMap<String, String>(Map.of("email", email, "password", PASSWORD, "name", name));
    if (jobNetwork != null) {
      application.put("jobNetwork", jobNetwork);
    }
    if (language != null) {
      application.put("language", language);
    }
    var id = given().contentType(ContentType.JSON)
        .body(application)
        .post("/api/v1/accounts")
        .then()
        .statusCode(201)
        .extract()
        .<String>path("id");
    return new TestPerson(UUID.fromString(id), name, email, signIn(email, PASSWORD));
  }

  /** Somebody who may administer. */
  public static TestPerson administrator() {
    var person = join(null);
    QuarkusTransaction.requiringNew()
        .run(() -> Panache.getEntityManager()
            .createNativeQuery("insert into administrator (person_id, granted_at) values (?1, current_timestamp)")
            .setParameter(1, person.id())
            .executeUpdate());
    return new TestPerson(person.id(), person.name(), person.email(), signIn(person.email(), PASSWORD));
  }

  /** An address that nobody has. */
  public static String newEmail() {
    return "ada." + JOINED.incrementAndGet() + "." + UUID.randomUUID() + "@example.org";
  }

  /** The token of a new session. */
  public static String signIn(String email, String password) {
    return given().contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/tokens")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  /** A request of this person's program. */
  public RequestSpecification api() {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  /** A request of this person's browser; it shows where it would be sent on, and stays. */
  public RequestSpecification browser() {
    return browser(token);
  }

  /** A request of a browser with this cookie. */
  public static RequestSpecification browser(String token) {
    return given().cookie(COOKIE, token).redirects().follow(false);
  }

  /** A request of a browser in which nobody is signed in. */
  public static RequestSpecification stranger() {
    return given().redirects().follow(false);
  }
}

package org.lectern.certificate;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.lectern.assessment.AssessmentPassed;
import org.lectern.ledger.Registration;
import org.lectern.platform.Transactions;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;

/** Somebody new for one test, who may pass the sample course. */
public record Graduate(UUID person, String token) {

  public static Graduate joins(String name) {
    var email = UUID.randomUUID() + "@example.org";
    var password = "long enough for a test";
    var id = given().contentType("application/json")
        .body(Map.of("email", email, "password", password, "name", name))
        .post("/api/v1/accounts")
        .then()
        .statusCode(201)
        .extract()
        .<String>path("id");
    return new Graduate(UUID.fromString(id), token(email, password));
  }

  private static String token(String email, String password) {
    return given().contentType("application/json")
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/tokens")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  public static Graduate administrator(String name) {
    var administrator = joins(name);
    QuarkusTransaction.requiringNew()
        .run(() -> Panache.getEntityManager()
            .createNativeQuery("insert into administrator (person_id, granted_at) values (?1, current_timestamp)")
            .setParameter(1, administrator.person())
            .executeUpdate());
    return administrator;
  }

  /** As a program, with the bearer token. */
  public RequestSpecification api() {
    return given().auth().oauth2(token).contentType("application/json").accept("application/json");
  }

  /** As a browser, with the cookie; redirects are shown, not followed. */
  public RequestSpecification browser() {
    return given().cookie("__Host-lectern", token).accept("text/html").redirects().follow(false);
  }

  Registration registration() {
    return Transactions.retrying(() -> Registration.currentOrOpen(person, "sample-course", "1.0+0123456789ab",
        Instant.parse("2026-11-20T08:00:00Z")));
  }

  /** The news of a pass on 21 November 2026. */
  AssessmentPassed pass(String path, String language) {
    var title = language.equals("fr") ? "Un cours d'exemple" : "A sample course";
    return new AssessmentPassed(person, registration().id, UUID.randomUUID(), "sample-course",
        title, path, Optional.empty(), "1.0+0123456789ab", language, 83,
        Instant.parse("2026-11-21T10:00:00Z"));
  }

  static void fire(AssessmentPassed passed) {
    Transactions.retrying(
        () -> Arc.container().beanManager().getEvent().select(AssessmentPassed.class).fire(passed));
  }

  /** Passes, and has a certificate. */
  public String passes() {
    fire(pass("full", "en"));
    return standing();
  }

  /** The serial of the certificate that stands. */
  String standing() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Certificate.standing(person, "sample-course").orElseThrow().serial);
  }
}

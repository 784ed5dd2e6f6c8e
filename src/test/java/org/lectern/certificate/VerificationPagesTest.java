package org.lectern.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VerificationPagesTest {

  private final LookUps lookUps;

  VerificationPagesTest(LookUps lookUps) {
    this.lookUps = lookUps;
  }

  @AfterEach
  void letTheNextTestLookUp() {
    lookUps.forget();
  }

  @Test
  void everybodySeesWhatIsPrintedAndThatItStands() {
    var serial = Graduate.joins("Ada Okonkwo").passes();

    given().accept("text/html")
        .get("/verify/" + serial)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("Valid"))
        .body(containsString("Ada Okonkwo"))
        .body(containsString("A sample course"))
        .body(containsString("Full path"))
        .body(containsString("modules 1–3"))
        .body(containsString("21 November 2026"))
        .body(containsString("Inspira LMS-0001"))
        .body(containsString("sha256sum"))
        .body(not(matchesPattern("(?s).*\\b83\\b.*")))
        .body(not(containsString("@example.org")));
  }

  @Test
  void programsGetTheSameAsJson() {
    var serial = Graduate.joins("Ada").passes();

    var body = given().accept("application/json")
        .get("/verify/" + serial)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Vary", containsString("Accept"))
        .body("serial", equalTo(serial))
        .body("state", equalTo("issued"))
        .body("holder", equalTo("Ada"))
        .body("wording", equalTo("has completed the sample course"))
        .body("modules", equalTo(java.util.List.of(1, 2, 3)))
        .body("version", equalTo("1.0"))
        .body("sha256.length()", equalTo(64))
        .extract()
        .<Map<String, Object>>path("$");

    assertThat(body).containsOnlyKeys("serial", "state", "holder", "wording", "course", "courseId", "path", "modules",
        "minutes", "version", "language", "codes", "issuer", "completedOn", "issuedOn", "sha256", "address");
  }

  @Test
  void aRevokedCertificateSaysSoInWords() {
    var serial = Graduate.joins("Ada").passes();
    Graduate.administrator("Grace")
        .api()
        .body(Map.of("reason", "secret", "publicText", "Issued in error"))
        .post("/api/v1/admin/certificates/" + serial + "/revocation");

    given().accept("text/html")
        .get("/verify/" + serial)
        .then()
        .statusCode(200)
        .body(containsString("✕"))
        .body(containsString("Revoked"))
        .body(containsString("Issued in error"))
        .body(not(containsString("Valid")))
        .body(not(containsString("secret")));
    given().accept("application/json")
        .get("/verify/" + serial)
        .then()
        .body("state", equalTo("revoked"))
        .body("revokedOn", notNullValue());
  }

  @Test
  void theFormForgivesHowASerialIsTyped() {
    var serial = Graduate.joins("Ada").passes();

    given().get("/verify").then().statusCode(200).body(containsString("name=\"serial\""));
    given().redirects()
        .follow(false)
        .queryParam("serial", " " + serial.toLowerCase(Locale.ROOT).replace("-", " "))
        .get("/verify")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/verify/" + serial));
    given().accept("text/html")
        .get("/verify/" + serial.toLowerCase(Locale.ROOT).replace("-", ""))
        .then()
        .statusCode(200);
  }

  @Test
  void aMistypedSerialIsDistinguishedFromAnUnknownOne() {
    var serial = Serial.random().text();
    var other = serial.endsWith("0") ? "1" : "0";
    var mistyped = serial.substring(0, serial.length() - 1) + other;

    given().accept("text/html")
        .get("/verify/" + mistyped)
        .then()
        .statusCode(404)
        .body(containsString("One of the characters of this serial is wrong"))
        .body(containsString("value=\"" + mistyped + "\""));
    given().accept("text/html")
        .get("/verify/" + serial)
        .then()
        .statusCode(404)
        .body(containsString("No certificate was ever issued here under this serial"));
    given().accept("application/json")
        .get("/verify/" + mistyped)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:lectern:problem:mistyped-serial"));
    given().accept("application/json")
        .get("/verify/" + serial)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:lectern:problem:unknown-serial"));
  }

  @Test
  void hostileSerialsAreShownAsTheTextThatTheyAre() {
    given().queryParam("serial", "<script>alert(1)</script>{inject:viewer.name}" + "x".repeat(2_000))
        .get("/verify")
        .then()
        .statusCode(422)
        .body(not(containsString("<script>alert")))
        .body(containsString("{inject:viewer.name}"));
    given().accept("text/html")
        .get("/verify/%3Cscript%3E")
        .then()
        .statusCode(404)
        .body(not(containsString("<script>")));
  }

  @Test
  void whoTriesSerialsIsSlowedDown() {
    for (var i = 0; i < LookUps.PER_MINUTE * 2; i++) {
      given().accept("application/json").get("/verify/" + Serial.random());
    }

    given().accept("application/json")
        .get("/verify/" + Serial.random())
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:lectern:problem:too-many-look-ups"));
    given().accept("text/html")
        .get("/verify/" + Serial.random())
        .then()
        .statusCode(429)
        .body(
            containsString("Too many certificates were looked up"));
  }
}

package org.lectern.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificatePagesTest {

  @Test
  void signsThatCannotBePrintedAreRefusedAndLinesAreNot() {
    var administrator = Graduate.administrator("Ida");
    var address = "/certificates/" + Graduate.joins("Ada").passes() + "/revocation";

    administrator.browser()
        .formParam("reason", "a\u0000b")
        .formParam("publicText", "c\u0007")
        .post(address)
        .then()
        .statusCode(422)
        .body(containsString("href=\"#reason\">Take out the signs that cannot be printed."))
        .body(containsString("href=\"#publicText\">Take out the signs that cannot be printed."));
    administrator.browser().formParam("reason", "One line\r\nand another").post(address).then().statusCode(303);
  }

  private static List<Certificate> certificates(Graduate graduate) {
    return QuarkusTransaction.requiringNew().call(() -> Certificate.of(graduate.person()));
  }

  private static List<CertificateChange> changes(String serial) {
    return QuarkusTransaction.requiringNew().call(() -> CertificateChange.of(new Serial(serial)));
  }

  @Test
  void theHolderSeesTheCertificateWithItsFacts() {
    var graduate = Graduate.joins("Ada <b>Okonkwo</b>");
    var serial = graduate.passes();

    graduate.browser()
        .get("/certificates/" + serial)
        .then()
        .statusCode(200)
        .body(containsString("Ada &lt;b&gt;Okonkwo&lt;/b&gt;"))
        .body(containsString("A sample course"))
        .body(containsString("Valid"))
        .body(containsString("21 November 2026"))
        .body(containsString("modules 1–3"))
        .body(containsString("Inspira LMS-0001"))
        .body(containsString("href=\"/certificates/" + serial + ".pdf\""))
        .body(containsString("/verify/" + serial))
        .body(not(matchesPattern("(?s).*>[^<]*\\b83\\b[^<]*<.*")))
        .body(not(containsString("For administrators")));
  }

  @Test
  void theFileIsDownloadedUnderASafeNameWithItsHashAsTag() throws Exception {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    var response = graduate.browser().accept("*/*").get("/certificates/" + serial + ".pdf");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/pdf");
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"certificate-sample-course-" + serial + ".pdf\"");
    var bytes = response.asByteArray();
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(response.header("ETag")).isEqualTo("\"" + hash + "\"");
    assertThat(response.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    graduate.browser()
        .header("If-None-Match", "\"" + hash + "\"")
        .get("/certificates/" + serial + ".pdf")
        .then()
        .statusCode(304);
    given().accept("application/json").get("/verify/" + serial).then().body("sha256", equalTo(hash));
  }

  @Test
  void anothersCertificateIsNotThere() {
    var serial = Graduate.joins("Ada").passes();
    var other = Graduate.joins("Grace");

    other.browser().get("/certificates/" + serial).then().statusCode(404);
    other.browser().get("/certificates/" + serial + ".pdf").then().statusCode(404);
    other.browser().get("/certificates/" + Serial.random()).then().statusCode(404);
    other.browser().get("/certificates/nonsense").then().statusCode(404);
    other.api().get("/api/v1/certificates/" + serial).then().statusCode(404).body("status", is(404));
    other.api().get("/api/v1/certificates").then().statusCode(200).body("size()", is(0));
  }

  @Test
  void whoIsNotSignedInIsSentToSignIn() {
    var serial = Graduate.joins("Ada").passes();

    given().redirects()
        .follow(false)
        .get("/certificates/" + serial)
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?to="));
    given().get("/api/v1/certificates").then().statusCode(401);
  }

  @Test
  void theHolderCannotRevokeOrIssueAgain() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    graduate.browser().get("/certificates/" + serial + "/revocation").then().statusCode(403);
    graduate.browser().formParam("reason", "x").post("/certificates/" + serial + "/revocation").then().statusCode(403);
    graduate.browser().get("/certificates/" + serial + "/reissue").then().statusCode(403);
    graduate.browser().formParam("reason", "x").post("/certificates/" + serial + "/reissue").then().statusCode(403);
    assertThat(graduate.standing()).isEqualTo(serial);
  }

  @Test
  void anAdministratorIsToldWhatRevokingDoesAndLookingChangesNothing() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");

    administrator.browser()
        .get("/certificates/" + serial)
        .then()
        .statusCode(200)
        .body(containsString("For administrators"));
    administrator.browser()
        .get("/certificates/" + serial + "/revocation")
        .then()
        .statusCode(200)
        .body(containsString("What will happen:"));
    administrator.browser().head("/certificates/" + serial + "/revocation").then().statusCode(200);
    administrator.browser().get("/certificates/" + serial + "/reissue").then().statusCode(200);
    assertThat(graduate.standing()).isEqualTo(serial);
  }

  @Test
  void revokingWithoutAReasonShowsTheFormAgainWithWhatWasTyped() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    Graduate.administrator("Grace")
        .browser()
        .formParam("reason", " ")
        .formParam("publicText", "Issued in <error>")
        .post("/certificates/" + serial + "/revocation")
        .then()
        .statusCode(422)
        .body(containsString("There is a problem"))
        .body(containsString("Say why"))
        .body(containsString("Issued in &lt;error&gt;"));
    assertThat(graduate.standing()).isEqualTo(serial);
  }

  @Test
  void aDoubleClickRevokesOnceAndTheReasonStaysInside() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace Hopper");
    for (var click = 0; click < 2; click++) {
      administrator.browser()
          .formParam("reason", "the identity was not theirs")
          .formParam("publicText", "Issued in error")
          .post("/certificates/" + serial + "/revocation")
          .then()
          .statusCode(303)
          .header("Location", endsWith("/certificates/" + serial + "?done=revoked"));
    }

    assertThat(changes(serial)).singleElement().satisfies(change -> {
      assertThat(change.kind).isEqualTo(CertificateChange.Kind.REVOKED);
      assertThat(change.changedBy).isEqualTo(administrator.person());
      assertThat(change.reason).isEqualTo("the identity was not theirs");
    });
    administrator.browser()
        .get("/certificates/" + serial + "?done=revoked")
        .then()
        .body(containsString("The certificate is revoked."))
        .body(containsString("the identity was not theirs"))
        .body(containsString("Grace Hopper"));
    graduate.browser()
        .get("/certificates/" + serial)
        .then()
        .body(containsString("Revoked"))
        .body(containsString("Issued in error"))
        .body(not(containsString("the identity was not theirs")));
    given().get("/verify/" + serial).then().body(not(containsString("the identity was not theirs")));
  }

  @Test
  void revokingForAnotherReasonKeepsTheFirst() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    administrator.browser().formParam("reason", "first").post("/certificates/" + serial + "/revocation");

    administrator.browser()
        .formParam("reason", "second")
        .post("/certificates/" + serial + "/revocation")
        .then()
        .statusCode(303)
        .header("Location", endsWith("?done=already-revoked"));

    assertThat(changes(serial)).extracting(change -> change.reason).containsExactly("first");
  }

  @Test
  void issuingAgainCorrectsTheNameAndTheOldSerialPointsToTheNewOne() {
    var graduate = Graduate.joins("Ada Okonko");
    var old = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    for (var click = 0; click < 2; click++) {
      administrator.browser()
          .formParam("reason", "spelling")
          .formParam("name", "Ada Okonkwo")
          .post("/certificates/" + old + "/reissue")
          .then()
          .statusCode(303)
          .header("Location", endsWith("?done=reissued"));
    }

    assertThat(certificates(graduate)).hasSize(2);
    var next = graduate.standing();
    assertThat(next).isNotEqualTo(old);
    given().accept("application/json")
        .get("/verify/" + old)
        .then()
        .statusCode(200)
        .body("state", equalTo("replaced"))
        .body("replacedBy", equalTo(next))
        .body("holder", equalTo("Ada Okonko"));
    given().accept("application/json")
        .get("/verify/" + next)
        .then()
        .statusCode(200)
        .body("state", equalTo("issued"))
        .body("replaces", equalTo(old))
        .body("holder", equalTo("Ada Okonkwo"))
        .body("completedOn", equalTo("2026-11-21"));
  }

  @Test
  void issuingAgainTakesThePresentNameWhenNoOtherIsGiven() {
    var graduate = Graduate.joins("Ada Byron");
    var serial = graduate.passes();
    graduate.browser().formParam("name", "Ada Lovelace").post("/profile").then().statusCode(303);

    Graduate.administrator("Grace")
        .browser()
        .formParam("reason", "married")
        .post("/certificates/" + serial + "/reissue")
        .then()
        .statusCode(303);

    graduate.browser().get("/certificates/" + graduate.standing()).then().body(containsString("Ada Lovelace"));
    graduate.browser().get("/certificates/" + serial).then().body(containsString("Ada Byron"));
  }

  @Test
  void aNameThatCannotBePrintedIsRefused() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    Graduate.administrator("Grace")
        .browser()
        .formParam("reason", "spelling")
        .formParam("name", "x".repeat(201))
        .post("/certificates/" + serial + "/reissue")
        .then()
        .statusCode(422)
        .body(containsString("x".repeat(201)));
    assertThat(graduate.standing()).isEqualTo(serial);
  }

  @Test
  void clicksThatRaceIssueAgainOnce() throws Exception {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    Callable<Integer> click = () -> administrator.browser()
        .formParam("reason", "spelling")
        .formParam("name", "Ada Okonkwo")
        .post("/certificates/" + serial + "/reissue")
        .statusCode();

    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var status : threads.invokeAll(List.of(click, click, click, click, click, click))) {
        assertThat(status.get()).isEqualTo(303);
      }
    }

    assertThat(certificates(graduate)).hasSize(2);
    assertThat(changes(serial)).hasSize(1);
  }

  @Test
  void aRevokedCertificateCanBeReinstatedUnderANewSerial() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    administrator.browser().formParam("reason", "error").post("/certificates/" + serial + "/revocation");

    administrator.browser()
        .formParam("reason", "the revocation was the error")
        .post("/certificates/" + serial + "/reissue")
        .then()
        .statusCode(303);

    assertThat(changes(serial)).extracting(change -> change.kind)
        .containsExactly(CertificateChange.Kind.REINSTATED, CertificateChange.Kind.REVOKED);
    given().accept("application/json")
        .get("/verify/" + serial)
        .then()
        .body("state", equalTo("replaced"))
        .body("replacedBy", equalTo(graduate.standing()));
  }
}

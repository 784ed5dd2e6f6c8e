package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificatesTest {

  @Test
  void peopleListTheirOwnCertificates() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    graduate.api()
        .get("/api/v1/certificates")
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].serial", equalTo(serial))
        .body("[0].state", equalTo("issued"))
        .body("[0].course", equalTo("A sample course"))
        .body("[0].score", nullValue())
        .body("[0].pdf", equalTo("/certificates/" + serial + ".pdf"));
    graduate.api().get("/api/v1/certificates/" + serial).then().statusCode(200).body("holder", equalTo("Ada"));
  }

  @Test
  void revokingByProgramIsIdempotentAndSaysWhatTheStateIsNow() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    var body = Map.of("reason", "error", "publicText", "Issued in error");
    for (var time = 0; time < 2; time++) {
      administrator.api()
          .body(body)
          .post("/api/v1/admin/certificates/" + serial + "/revocation")
          .then()
          .statusCode(200)
          .body("state", equalTo("revoked"))
          .body("revocation", equalTo("Issued in error"));
    }

    administrator.api()
        .body(Map.of("reason", "another"))
        .post("/api/v1/admin/certificates/" + serial + "/revocation")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:lectern:problem:already-revoked"));
  }

  @Test
  void issuingAgainByProgramAnswersWithTheNewOneAndTheSameAgain() {
    var graduate = Graduate.joins("Ada");
    var old = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    var body = Map.of("reason", "spelling", "name", "Ada Okonkwo");
    var address = "/api/v1/admin/certificates/" + old + "/reissue";

    var next = administrator.api()
        .body(body)
        .post(address)
        .then()
        .statusCode(201)
        .body("serial", not(equalTo(old)))
        .body("holder", equalTo("Ada Okonkwo"))
        .extract()
        .<String>path("serial");
    administrator.api().body(body).post(address).then().statusCode(200).body("serial", equalTo(next));
    administrator.api()
        .body(Map.of("reason", "another"))
        .post(address)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:lectern:problem:already-replaced"))
        .body("successor", equalTo(next));
    administrator.api()
        .body(Map.of("reason", "error"))
        .post("/api/v1/admin/certificates/" + old + "/revocation")
        .then()
        .statusCode(409)
        .body("successor", equalTo(next));
    graduate.api().get("/api/v1/certificates").then().body("serial", containsInAnyOrder(old, next));
  }

  @Test
  void onlyAdministratorsChangeCertificates() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();

    for (var act : new String[]{"revocation", "reissue"}) {
      graduate.api()
          .body(Map.of("reason", "x"))
          .post("/api/v1/admin/certificates/" + serial + "/" + act)
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
    }
    assertThat(graduate.standing()).isEqualTo(serial);
  }

  @Test
  void whatCannotBeTakenIsRefusedWithClearWords() {
    var graduate = Graduate.joins("Ada");
    var serial = graduate.passes();
    var administrator = Graduate.administrator("Grace");
    var revocation = "/api/v1/admin/certificates/" + serial + "/revocation";

    administrator.api().post(revocation).then().statusCode(422).body("detail", equalTo("Say why"));
    administrator.api()
        .body(Map.of("reason", "x".repeat(1_001)))
        .post(revocation)
        .then()
        .statusCode(422)
        .body("detail", equalTo("Enter at most 1000 characters"));
    administrator.api()
        .body(Map.of("reason", "x", "publicText", "y".repeat(501)))
        .post(revocation)
        .then()
        .statusCode(422)
        .body("detail", equalTo("Enter at most 500 characters"));
    administrator.api()
        .body(Map.of("reason", "x"))
        .post("/api/v1/admin/certificates/" + Serial.random() + "/revocation")
        .then()
        .statusCode(404);
    administrator.api().body("not json").post(revocation).then().statusCode(400);
    assertThat(graduate.standing()).isEqualTo(serial);
  }
}

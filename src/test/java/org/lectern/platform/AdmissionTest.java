package org.lectern.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** When too many come at once, some are asked to come back; what matters goes on. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AdmissionTest {

  @Inject
  Admission admission;

  @Inject
  Settings settings;

  private int taken;

  @BeforeEach
  void theHouseIsFull() throws InterruptedException {
    // Whoever was let in by another test has left by then.
    for (var tries = 0; taken < settings.requestsAtOnce() && tries < 200; tries++) {
      while (admission.enter()) {
        taken++;
      }
      Thread.sleep(10);
    }
  }

  @AfterEach
  void everybodyLeaves() {
    while (taken > 0) {
      admission.leave();
      taken--;
    }
  }

  @Test
  void asManyAsAreSetAreLetIn() {
    assertThat(taken).isEqualTo(settings.requestsAtOnce());
  }

  @ParameterizedTest
  @CsvSource({
      "en,ltr,Many people are here at this moment", "fr,ltr,Beaucoup de personnes sont ici en ce moment",
      "ar,rtl,يوجد هنا عدد كبير من الأشخاص في هذه اللحظة"})
  void whoComesNextIsAskedInTheirLanguageToComeBack(String language, String direction, String title) {
    given().header("Accept-Language", language)
        .get("/sign-in")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .header("Cache-Control", containsString("no-store"))
        .header("Content-Security-Policy", notNullValue())
        .body("html.@lang", equalTo(language))
        .body("html.@dir", equalTo(direction))
        .body("html.body.main.h1", equalTo(title));
  }

  @Test
  void programsAreToldSo() {
    given().get("/api/v1/courses")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("type", equalTo("urn:lectern:problem:busy"));
  }

  @Test
  void whatTheApiOffersCanWait() {
    given().get("/q/openapi").then().statusCode(503).header("Retry-After", "5");
  }

  @Test
  void healthAndStylesAreStillTold() {
    given().get("/q/health/live").then().statusCode(200);
    given().get("/assets/lectern.css").then().statusCode(200);
  }

  @Test
  void whoComesByWayOfTheStylesWaitsLikeOthers() {
    given().urlEncodingEnabled(false).get("/assets/%2e%2e/sign-in").then().statusCode(503);
    given().urlEncodingEnabled(false).get("/q/health/%2E%2E/%2E%2E/sign-in").then().statusCode(503);
  }

  @Test
  void whoLeavesMakesRoomForOther() {
    admission.leave();
    taken--;

    for (var i = 0; i < 3; i++) {
      given().get("/sign-in").then().statusCode(200);
    }
  }
}

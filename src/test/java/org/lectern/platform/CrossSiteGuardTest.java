package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CrossSiteGuardTest {

  private static Response saveProfile(RequestSpecification request) {
    return request.formParam("name", "Changed").post("/profile");
  }

  private static String nameOf(TestPerson person) {
    return person.browser().get("/profile").htmlPath().getString("**.find { it.@id == 'name' }.@value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "anything"})
  void aFormOfAnotherSiteChangesNothing(String site) {
    var person = TestPerson.onFullPath();

    var answer = saveProfile(person.browser().header("Sec-Fetch-Site", site));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body().asString()).contains("This request came from another site, so nothing was changed.");
    assertThat(nameOf(person)).isEqualTo(person.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1", "::"})
  void anOlderBrowserTellsTheOtherSiteByItsOrigin(String origin) {
    var person = TestPerson.onFullPath();

    assertThat(saveProfile(person.browser().header("Origin", origin)).statusCode()).isEqualTo(403);
    assertThat(nameOf(person)).isEqualTo(person.name());
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site,same-origin", "Sec-Fetch-Site,none", "Origin,own"})
  void aFormOfThisSiteIsTaken(String header, String value) {
    var person = TestPerson.onFullPath();
    var own = "http://localhost:" + RestAssured.port;

    var answer = saveProfile(person.browser().header(header, value.replace("own", own)));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(nameOf(person)).isEqualTo("Changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-Fetch-Site", "Origin"})
  void aFormOfThisSiteAndAnotherIsRefused(String header) {
    var person = TestPerson.onFullPath();
    var own = header.equals("Origin") ? "http://localhost:" + RestAssured.port : "same-origin";
    var other = header.equals("Origin") ? "https://evil.example" : "cross-site";

    assertThat(saveProfile(person.browser().header(header, own, other)).statusCode()).isEqualTo(403);
  }

  @Test
  void nobodyIsSignedInByAnotherSite() {
    var person = TestPerson.onFullPath();

    var answer = stranger().header("Sec-Fetch-Site", "cross-site")
        .formParam("email", person.email())
        .formParam("password", TestPerson.PASSWORD)
        .post("/sign-in");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void theCookieDoesNotOpenTheApiToAnotherSiteEither() {
    var person = TestPerson.onFullPath();

    var answer = person.browser()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("application/json")
        .body("[]")
        .post("/api/v1/statements");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:cross-site");
  }

  @Test
  void lookingFromAnotherSiteIsFine() {
    assertThat(stranger().header("Sec-Fetch-Site", "cross-site").get("/join").statusCode()).isEqualTo(200);
  }

  @Test
  void noOtherSiteMayReadAnswers() {
    var person = TestPerson.onFullPath();

    var answer = person.browser().header("Origin", "https://evil.example").get("/api/v1/courses");
    var asked = person.browser()
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/api/v1/statements");

    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
    assertThat(asked.header("Access-Control-Allow-Credentials")).isNull();
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemsTest {

  private static final String HUGE = "x".repeat(1_100_000);

  private static void assertProblem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:" + type);
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(answer.jsonPath().getString("title")).isNotBlank();
    assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    assertThat(answer.asString()).doesNotContain("Exception", "org.lectern", "at java", "jackson");
  }

  @Test
  void anUnknownAddressIsAPageThatLeadsBack() {
    var answer = stranger().get("/no/such/page");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.asString()).contains("<h1>Page not found</h1>", "<a href=\"/\">Back to the start page</a>");
  }

  @Test
  void anUnknownAddressOfTheApiIsProblemJson() {
    assertProblem(stranger().get("/api/v1/nothing"), 404, "not-found");
    assertProblem(stranger().header("Accept", "application/json").get("/no/such/page"), 404, "not-found");
  }

  @Test
  void aPersonWhoIsNotSignedInIsSentToSignInAndComesBack() {
    var answer = stranger().get("/courses/sample-course?from=here&so=on");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .isEqualTo("/sign-in?to=%2Fcourses%2Fsample-course%3Ffrom%3Dhere%26so%3Don");
  }

  @Test
  void theWayBackSurvivesTheSwitchFromSigningInToJoining() {
    var page = stranger().queryParam("to", "/courses/sample-course?from=here&so=on").get("/sign-in").asString();

    assertThat(page).contains("href=\"/join?to=%2Fcourses%2Fsample-course%3Ffrom%3Dhere%26so%3Don\"");
  }

  @Test
  void aProgramThatIsNotSignedInIsTold() {
    var answer = stranger().get("/api/v1/courses/sample-course");

    assertProblem(answer, 401, "unauthorized");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aFormOfSomebodyNotSignedInIsRefusedAsAPage() {
    var answer = stranger().formParam("name", "X").post("/profile");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.asString()).contains("<h1>Sign in first</h1>", "Your browser sends it again.",
        "href=\"/sign-in\" target=\"_blank\">Sign in (opens a new tab)</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{", "[", "{\"email\": }", "\"text\"", "7", "{\"email\": {\"a\": 1}}", "{\"email\": [1]}", "\u0000", "{]"})
  void jsonThatIsNotWhatIsExpectedIsRefusedInPlainWords(String body) {
    assertProblem(stranger().contentType("application/json").body(body).post("/api/v1/accounts"), 400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\": \"not-a-uuid\", \"verb\": \"completed\", \"activity\": \"s1-welcome\"}]",
      "{\"id\": 1}", "[[]]", "[{\"result\": {\"response\": \"a\"}}]", "[{\"course\": [\"a\"]}]"})
  void statementsOfTheWrongShapeAreRefusedInPlainWords(String body) {
    assertProblem(TestPerson.onFullPath().api().body(body).post("/api/v1/statements"), 400, "bad-request");
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void anotherTypeOfContentIsRefused(String type) {
    assertProblem(stranger().contentType(type).body("email=a@example.org").post("/api/v1/accounts"), 415,
        "bad-request");
  }

  @Test
  void anAnswerThatNobodyCanGiveIsRefused() {
    assertThat(stranger().header("Accept", "application/pdf").get("/api/v1/courses").statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void anotherMethodIsRefused(String method) {
    assertProblem(stranger().contentType("application/json").body("{}").request(method, "/api/v1/accounts"), 405,
        "bad-request");
  }

  @Test
  void anotherMethodIsRefusedInTheLanguageOfTheReader() {
    var page = TestPerson.onFullPath().browser().header("Accept-Language", "fr").get("/sign-out").asString();

    assertThat(page).contains("HTTP 405").doesNotContain("Not Allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/join", "/api/v1/courses", "/assets/lectern.css"})
  void traceIsNotAnswered(String address) {
    var answer = stranger().header("X-Secret", "do not repeat me").request("TRACE", address);

    assertThat(answer.statusCode()).isIn(404, 405, 501);
    assertThat(answer.asString()).doesNotContain("do not repeat me");
  }

  @Test
  void optionsTellNothingAndChangeNothing() {
    var answer = stranger().options("/api/v1/accounts");

    assertThat(answer.statusCode()).isIn(200, 204);
    assertThat(answer.asString()).isEmpty();
  }

  @Test
  void whoHasSentTooMuchIsToldSo() {
    var toPage = stranger().header("Accept-Language", "fr").formParam("name", HUGE).post("/join");
    var toApi = stranger().contentType("application/json")
        .body("{\"name\": \"" + HUGE + "\"}")
        .post("/api/v1/accounts");

    assertThat(toPage.statusCode()).isEqualTo(413);
    assertThat(toPage.htmlPath().getString("html.@lang")).isEqualTo("fr");
    assertThat(toPage.htmlPath().getString("html.body.main.h1")).isEqualTo("C’est trop pour un seul envoi");
    assertThat(toPage.htmlPath().getString("html.body.main.p")).contains("1024 Ko");
    assertThat(toApi.statusCode()).isEqualTo(413);
    assertThat(toApi.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:too-large");
    assertThat(toApi.jsonPath().getLong("most")).isEqualTo(1_048_576);
  }

  @Test
  void asMuchAsIsAllowedIsRead() {
    var name = "x".repeat(60_000);

    assertThat(stranger().formParam("name", name).post("/join").asString()).contains(name);
  }

  @Test
  void aHugeFieldIsRefusedInWords() {
    var answer = stranger().formParam("name", "x".repeat(100_000)).post("/join");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.htmlPath().getString("html.body.main.h1")).isEqualTo("This is too much to be sent at once");
    assertThat(answer.asString()).contains(">Nothing was saved, because a text or a file is far too long.");
  }

  @Test
  void unknownFieldsAreIgnoredAndSetNothing() {
    var email = TestPerson.newEmail();
    var answer = stranger().contentType("application/json")
        .body(Map.of("email", email, "password", TestPerson.PASSWORD, "name", "Ada", "administrator", true,
            "id", "00000000-0000-0000-0000-000000000001", "createdAt", "2000-01-01T00:00:00Z"))
        .post("/api/v1/accounts");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.jsonPath().getString("id")).isNotEqualTo("00000000-0000-0000-0000-000000000001");
    var token = TestPerson.signIn(email, TestPerson.PASSWORD);
    assertThat(TestPerson.browser(token).get("/admin").statusCode()).isIn(403, 404);
  }

  @Test
  void whatAClientSaysAboutItsHostIsNotRepeated() {
    var answer = stranger().header("Host", "evil.example").get("/courses/sample-course");
    var forwarded = stranger().header("X-Forwarded-Host", "evil.example")
        .header("X-Forwarded-Proto", "https")
        .header("Forwarded", "host=evil.example;proto=https;for=192.0.2.1")
        .get("/courses/sample-course");

    assertThat(answer.header("Location")).isEqualTo("/sign-in?to=%2Fcourses%2Fsample-course");
    assertThat(forwarded.header("Location")).isEqualTo("/sign-in?to=%2Fcourses%2Fsample-course");
  }
}

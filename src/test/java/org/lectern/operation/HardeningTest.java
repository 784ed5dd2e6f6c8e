package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.certificate.Graduate;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What somebody tries who means no good, beyond what the tests of the single screens try. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HardeningTest {

  private static final List<String> EVERYWHERE = List.of("Content-Security-Policy", "X-Content-Type-Options",
      "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Strict-Transport-Security");

  private static void assertGuarded(Response answer) {
    EVERYWHERE.forEach(name -> assertThat(answer.headers().getValues(name)).as(name).hasSize(1));
    assertThat(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin")).isFalse();
    assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/openapi", "/schemas/course.schema.json", "/verify/nothing", "/media/nothing",
      "/courses/sample-course/media/shelf.png", "/api/v1/accounts", "/certificates/nothing.pdf", "/attempts/x"})
  void whateverIsAnsweredIsGuarded(String address) {
    assertGuarded(stranger().urlEncodingEnabled(false).get(address));
  }

  @Test
  void refusalsOfEveryKindAreGuarded() {
    assertGuarded(stranger().contentType("text/plain").body("x").post("/api/v1/accounts"));
    assertGuarded(stranger().delete("/api/v1/accounts"));
    assertGuarded(stranger().header("Sec-Fetch-Site", "cross-site").post("/sign-in"));
    assertGuarded(stranger().contentType("application/json").body("x".repeat(1_100_000)).post("/api/v1/accounts"));
    assertGuarded(TestPerson.onFullPath().browser().get("/admin"));
  }

  @Test
  void filesAreGuardedAndNamedSafely() {
    var graduate = Graduate.joins("Ada filename O’Neil");
    var file = graduate.browser().get("/certificates/" + graduate.passes() + ".pdf");

    assertGuarded(file);
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition")).matches("(inline|attachment); filename=\"[A-Za-z0-9.-]+\\.pdf\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Original-URL",
      "X-HTTP-Method-Override"})
  void aHeaderThatOnlyProxiesMayWriteChangesNothing(String header) {
    var answer = stranger()
        .header(header, header.equals("Forwarded") ? "for=192.0.2.7;host=evil.example" : "evil.example")
        .get("/profile");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/sign-in?to=%2Fprofile");
  }

  @Test
  void whoSaysToComeFromElsewhereIsStillLocked() {
    var email = TestPerson.join(null).email();
    Response answer = null;
    for (var i = 0; i < 6; i++) {
      answer = stranger().header("X-Forwarded-For", "192.0.2." + i)
          .header("Forwarded", "for=192.0.2." + i)
          .formParam("email", email)
          .formParam("password", "wrong " + i)
          .post("/sign-in");
    }

    assertThat(java.util.Objects.requireNonNull(answer).asString()).contains("Too many tries.");
  }

  @Test
  void aParameterThatIsThereTwiceCountsOnceAndLeadsNowhereElse() {
    var answer = stranger().get("/sign-in?to=/profile&to=//evil.example");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("name=\"to\" value=\"/profile\"").doesNotContain("value=\"//evil");
  }

  @Test
  void whoJoinsCannotMakeThemselvesMore() {
    var email = TestPerson.newEmail();
    stranger().formParam("email", email)
        .formParam("password", TestPerson.PASSWORD)
        .formParam("name", "Eve")
        .formParam("administrator", "true")
        .formParam("role", "administrator")
        .formParam("id", "00000000-0000-0000-0000-000000000000")
        .post("/join")
        .then()
        .statusCode(303);

    TestPerson.browser(TestPerson.signIn(email, TestPerson.PASSWORD)).get("/admin").then().statusCode(403);
  }

  @Test
  void addressesWriteNoLinesOfTheirOwnIntoTheLog() {
    var lines = new ArrayList<String>();
    var person = TestPerson.onFullPath();
    var handler = new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(new PatternFormatter("%s").format(ExtLogRecord.wrap(line)));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    var root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      person.browser().urlEncodingEnabled(false).get("/admin/people/%0d%0aINFO%20forged?search=ada@example.org");
      person.browser().urlEncodingEnabled(false).get("/admin?name=Ada%0aINFO%20forged");
    } finally {
      root.removeHandler(handler);
    }

    assertThat(lines).anyMatch(line -> line.startsWith("refused to " + person.id()))
        .noneMatch(line -> line.contains("\n") || line.contains("ada@example.org") || line.contains("name="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.git/HEAD", "/.env", "/pom.xml", "/lectern", "/data/lectern.mv.db", "/docker/compose.yaml",
      "/META-INF/resources/assets/lectern.css", "/db/migration/V001__people.sql", "/templates/platform/layout.html",
      "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fapplication.properties", "/q/swagger-ui/../metrics", "/q/info",
      "/q/arc/beans", "/q/logging-manager"})
  void nothingOfTheInsideIsServed(String address) {
    var answer = stranger().urlEncodingEnabled(false).get(address);

    assertThat(answer.statusCode()).as(answer.asString()).isIn(302, 400, 404);
    assertThat(answer.asString()).doesNotContain("root:", "create table", "<groupId>", "{@", "ref: ");
  }
}

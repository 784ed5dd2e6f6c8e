package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ResponseHeadersTest {

  private static void assertGuarded(Response answer) {
    var headers = answer.headers();
    assertThat(headers.getValues("Content-Security-Policy")).singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
            "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.getValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(headers.getValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(headers.getValues("Permissions-Policy")).containsExactly("camera=(), geolocation=(), microphone=()");
    assertThat(headers.getValues("Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
    assertThat(headers.hasHeaderWithName("Server")).isFalse();
    assertThat(headers.hasHeaderWithName("X-Powered-By")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/join", "/sign-in", "/no/such/page", "/api/v1/courses", "/api/v1/nothing", "/assets/lectern.css",
      "/assets/nothing.css", "/q/health", "/profile"})
  void everyAnswerCarriesTheSecurityHeaders(String address) {
    assertGuarded(stranger().get(address));
  }

  @Test
  void pagesOfSomebodySignedInCarryThemToo() {
    assertGuarded(TestPerson.onFullPath().browser().get("/courses/sample-course"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/profile", "/courses/sample-course", "/courses/sample-course/s1-welcome"})
  void pagesAreHtmlInUtf8AndKeptByNobody(String address) {
    assertPage(TestPerson.onFullPath().browser().get(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/join", "/sign-in"})
  void pagesForEverybodyAreToo(String address) {
    assertPage(stranger().get(address));
  }

  private static void assertPage(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/join", "/no/such/page"})
  void theFirstPageOfAVisitBringsItsStylesAndAllowsNoOthers(String address) throws Exception {
    var answer = stranger().header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Dest", "document").get(address);

    assertGuarded(answer);
    var styles = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(answer.asString()).results().toList();
    assertThat(styles).hasSize(2);
    for (var style : styles) {
      var digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(answer.header("Content-Security-Policy"))
          .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", ""})
  void furtherPagesAskForTheirStyles(String from) {
    var request = from.isEmpty() ? stranger() : stranger().header("Sec-Fetch-Site", from);
    var answer = request.header("Sec-Fetch-Dest", "document").get("/join");

    assertThat(answer.asString()).doesNotContain("<style").containsPattern("<link rel=\"stylesheet\" href=\"[^\"]*\">");
    assertThat(answer.header("Content-Security-Policy")).doesNotContain("sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/courses", "/api/v1/courses/sample-course"})
  void theApiAnswersJsonThatIsKeptByNobody(String address) {
    var answer = TestPerson.onFullPath().api().get(address);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("application/json;charset=UTF-8");
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/lectern.css", "/assets/unit.js"})
  void assetsMayBeKeptForEver(String address) {
    var answer = stranger().get(address);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
    assertThat(answer.contentType()).containsIgnoringCase("charset=UTF-8");
  }

  @Test
  void pagesNameTheirAssetsByContent() {
    var page = stranger().get("/join").asString();

    assertThat(page).containsPattern("href=\"/assets/lectern\\.css\\?v=[0-9a-f]{12}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/assets/", "/assets", "/.git/config", "/application.properties", "/WEB-INF/", "/q/dev-ui/", "/h2-console",
      "/assets/../application.properties", "/assets/%2e%2e/application.properties",
      "/assets/%252e%252e/application.properties"})
  void nothingIsListedAndNothingInsideIsShown(String address) {
    var answer = stranger().urlEncodingEnabled(false).get(address);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.asString()).doesNotContain("quarkus.");
  }
}

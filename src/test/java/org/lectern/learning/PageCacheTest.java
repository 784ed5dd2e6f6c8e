package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Pages that are rendered once for everybody who has come as far. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PageCacheTest {

  private static final String PAGE = "/courses/sample-course/s1-welcome";
  private static final Pattern STATEMENT = Pattern.compile("name=\"statement\" value=\"([^\"]*)\"");

  private static String page(TestPerson person, String... headers) {
    var request = person.browser();
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.get(PAGE).then().statusCode(200).contentType("text/html;charset=UTF-8").extract().asString();
  }

  private static String statement(String page) {
    var found = STATEMENT.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The page without the ids that are new in each. */
  private static String rest(String page, TestPerson person) {
    return page.replace(person.id().toString(), "").replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
  }

  @Test
  void whoHasComeAsFarSeesTheSameWithTheirOwnIds() {
    var one = TestPerson.onFullPath();
    var other = TestPerson.onFullPath();

    var first = page(one);
    var second = page(other);
    var again = page(other);

    assertThat(first).contains("data-person=\"" + one.id() + "\"").doesNotContain(other.id().toString());
    assertThat(second).contains("data-person=\"" + other.id() + "\"").doesNotContain(one.id().toString());
    assertThat(List.of(statement(first), statement(second), statement(again))).doesNotHaveDuplicates();
    assertThat(rest(second, other)).isEqualTo(rest(first, one)).isEqualTo(rest(again, other));
  }

  @Test
  void eachFormForAStatementHasAnIdOfItsOwn() {
    var one = TestPerson.onFullPath();
    var other = TestPerson.onFullPath();
    var address = "/courses/sample-course/s2-dark";

    var ids = Stream.of(one, one, other)
        .map(person -> person.browser().get(address).then().statusCode(200).extract().asString())
        .flatMap(page -> STATEMENT.matcher(page).results().map(found -> found.group(1)))
        .toList();

    assertThat(ids).as("three pages with a form for the clip and one for the page").hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void whatIsDoneIsSeenAtOnce() {
    var person = TestPerson.onFullPath();
    assertThat(page(person)).contains("Done").doesNotContain("You have done this");

    tell(person, completed("s1-welcome")).then().statusCode(200);

    assertThat(page(person)).contains("You have done this");
    assertThat(page(TestPerson.onFullPath())).doesNotContain("You have done this");
  }

  @Test
  void aNoteIsSeenByItsWriterAlone() {
    var person = TestPerson.onFullPath();
    page(person);
    person.browser().formParam("text", "mine alone").post(PAGE + "/note").then().statusCode(303);

    assertThat(page(person)).contains("mine alone");
    assertThat(page(TestPerson.onFullPath())).doesNotContain("mine alone");
  }

  @Test
  void howTheReaderLooksAtItIsKeptApart() {
    var person = TestPerson.onFullPath();
    var plain = page(person);

    assertThat(plain).contains("lang=\"en\" dir=\"ltr\"").doesNotContain("data-theme");
    var dark = person.browser().cookie("lectern-theme", "dark").get(PAGE).then().statusCode(200).extract().asString();
    assertThat(dark).contains("data-theme=\"dark\"");
    assertThat(page(person, "Save-Data", "on")).isNotEqualTo(plain).contains("Data-saver is on");
    assertThat(page(person, "Sec-Fetch-Site", "none", "Sec-Fetch-Dest", "document")).contains("<style>");
    assertThat(rest(page(person), person)).isEqualTo(rest(plain, person)).doesNotContain("<style>");
  }

  @Test
  void anotherPathIsAnotherPage() {
    var address = "/courses/sample-course/s3-rooms";
    var full = TestPerson.onFullPath().browser().get(address).then().extract().asString();
    var abridged = TestPerson.onAbridgedPath().browser().get(address).then().extract().asString();

    assertThat(full).contains(address + "/completion").doesNotContain("not on your path");
    assertThat(abridged).contains("not on your path").doesNotContain(address + "/completion");
    assertThat(TestPerson.onFullPath().browser().get(address).then().extract().asString())
        .contains(address + "/completion");
  }

  @Test
  void anotherLanguageIsAnotherPage() {
    var person = TestPerson.onFullPath();
    assertThat(page(person)).contains("lang=\"en\" dir=\"ltr\"");

    var arabic = person.browser()
        .cookie("lectern-language", "ar")
        .get(PAGE)
        .then()
        .statusCode(200)
        .extract()
        .asString();
    assertThat(arabic).contains("lang=\"ar\" dir=\"rtl\"");
    assertThat(page(person)).contains("lang=\"en\" dir=\"ltr\"");
  }

  @Test
  void whoAdministersSeesTheirDesk() {
    page(TestPerson.onFullPath());

    assertThat(page(TestPerson.administrator())).contains("href=\"/admin\"");
    assertThat(page(TestPerson.onFullPath())).doesNotContain("href=\"/admin\"");
  }

  private static String course(TestPerson person) {
    return person.browser().get("/courses/sample-course").then().statusCode(200).extract().asString();
  }

  @Test
  void theCourseShowsEachHowFarTheyHaveCome() {
    var one = TestPerson.onFullPath();
    var other = TestPerson.onFullPath();
    assertThat(rest(course(one), one)).isEqualTo(rest(course(other), other)).contains("0 of 6 done", ">Start</a>");

    tell(one, completed("s1-welcome")).then().statusCode(200);

    assertThat(course(one)).contains("1 of 6 done", ">Continue where you were</a>");
    assertThat(course(other)).contains("0 of 6 done", ">Start</a>");
  }

  @Test
  void whoHasDoneAsMuchOfSomethingElseSeesTheirOwn() {
    var one = TestPerson.onFullPath();
    var other = TestPerson.onFullPath();
    tell(one, completed("s1-welcome")).then().statusCode(200);
    tell(other, completed("s2-dark")).then().statusCode(200);

    assertThat(course(one)).contains("1 of 6 done", "Next: <bdi lang=\"en\">Check what you remember</bdi>");
    assertThat(course(other)).contains("1 of 6 done", "Next: <bdi lang=\"en\">Welcome</bdi>");
  }

  @Test
  void theCourseSaysWhichJobNetworkHasDecided() {
    assertThat(course(TestPerson.onFullPath())).contains("Your job network is POLNET");
    assertThat(course(TestPerson.join("DEVNET"))).contains("Your job network is DEVNET");
    assertThat(course(TestPerson.onAbridgedPath())).contains("Your job network is ITECNET");
    assertThat(course(TestPerson.join(null))).contains("Your job network is not known yet");
  }

  @Test
  void aSwitchOnTheCourseLeadsBackToWhereItWas() {
    var person = TestPerson.onFullPath();
    course(person);

    var page = person.browser().get("/courses/sample-course?from=mail").then().statusCode(200).extract().asString();

    assertThat(page).contains("name=\"to\" value=\"/courses/sample-course?from=mail\"");
    assertThat(course(person)).contains("name=\"to\" value=\"/courses/sample-course\"");
  }

  private static URI address(String path) {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1_1, gzip", "HTTP_1_1, 'br, gzip;q=0.5'", "HTTP_1_1, identity", "HTTP_1_1, gzip;q=0",
      "HTTP_2, gzip", "HTTP_2, identity"})
  void itArrivesWholeHoweverItIsAskedFor(HttpClient.Version version, String accepted) throws Exception {
    var person = TestPerson.onFullPath();
    var request = HttpRequest.newBuilder(address(PAGE))
        .version(version)
        .header("Accept-Encoding", accepted)
        .header("Cookie", TestPerson.COOKIE + "=" + person.token());

    HttpResponse<byte[]> answer;
    try (var client = HttpClient.newHttpClient()) {
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    var gzip = accepted.contains("gzip") && !accepted.endsWith("=0");
    assertThat(answer.version()).isEqualTo(version);
    assertThat(answer.headers().allValues("Content-Encoding")).isEqualTo(gzip ? List.of("gzip") : List.of());
    var page = gzip ? unzipped(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(page.strip()).startsWith("<!doctype html>")
        .contains(person.id().toString())
        .endsWith("</html>");
  }

  private static String unzipped(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

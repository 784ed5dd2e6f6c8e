package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchPagesTest {

  private static String page(TestPerson person, String query) {
    var answer = person.browser().queryParam("q", query).get("/search");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  private static Response api(TestPerson person, String query) {
    var answer = person.api().queryParam("q", query).get("/api/v1/search");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  @Test
  void resultsAreGroupedWithWhatWasFoundMarkedInTheirLanguage() {
    var page = page(TestPerson.onFullPath(), "lantern");

    assertThat(page).contains(
        "<title>Search for “lantern” · Lectern</title>",
        "<h2 id=\"found-unit\">Modules and units",
        "<h2 id=\"found-term\">Glossary",
        "<h3><a href=\"/courses/sample-course/glossary#lantern\" lang=\"en\" dir=\"ltr\" hreflang=\"en\"><mark>lantern</mark></a></h3>",
        "<p lang=\"en\" dir=\"ltr\">", "value=\"lantern\"")
        .doesNotContain("style=", "<script>");
  }

  @Test
  void theReadersLanguageComesFirstAndTheOthersSayWhichTheyAre() {
    var page = page(TestPerson.join("POLNET", "fr"), "lanterne");

    assertThat(page).contains("<title>Recherche de «\u00a0lanterne\u00a0» · Lectern</title>",
        "lang=\"fr\" dir=\"ltr\" hreflang=\"fr\"><mark>lanterne</mark></a>");
    assertThat(page(TestPerson.join("POLNET", "fr"), "keeper"))
        .contains("lang=\"en\" dir=\"ltr\" hreflang=\"en\"><mark>keeper</mark></a>",
            "<li lang=\"en\">English</li>");
  }

  @Test
  void arabicRunsFromRightToLeftOnAnEnglishPage() {
    assertThat(page(TestPerson.onFullPath(), "البيت")).contains("<html lang=\"en\" dir=\"ltr\"",
        "<a href=\"/courses/sample-course/resources/house-rules?language=ar\" lang=\"ar\" dir=\"rtl\" hreflang=\"ar\">");
  }

  @Test
  void whatIsNotOnThePathAndWhatIsDoneSaySo() {
    assertThat(page(TestPerson.onAbridgedPath(), "many rooms")).contains("/courses/sample-course/s3-rooms",
        "<strong>Not on your path</strong>");
    var person = TestPerson.onFullPath();
    assertThat(page(person, "many rooms")).contains("/courses/sample-course/s3-rooms")
        .doesNotContain("Not on your path");
    assertThat(page(person, "welcome")).doesNotContain("Done</li>");

    person.browser().post("/courses/sample-course/s1-welcome/completion").then().statusCode(303);

    assertThat(page(person, "welcome")).contains("Done</li>");
  }

  @Test
  void withoutAQuestionThePageSaysWhatCanBeFound() {
    var answer = TestPerson.onFullPath().browser().get("/search");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("<title>Search · Lectern</title>", "The code of a course finds it as well",
        "<a href=\"/courses\">All courses</a>").doesNotContain("Nothing was found");
  }

  @Test
  void whereNothingIsFoundThePageHelpsOn() {
    assertThat(page(TestPerson.onFullPath(), "zzzz qqqq")).contains("Nothing was found for “zzzz qqqq”.",
        "Try fewer words", "<a href=\"/courses\">All courses</a>").doesNotContain("Look in all languages");
    assertThat(TestPerson.onFullPath().browser().get("/search?q=zzzz&language=ru").asString())
        .contains("<a href=\"/search?q=zzzz\">Look in all languages</a>");
  }

  @Test
  void aWordThatIsMisspeltIsReadAsTheNearest() {
    assertThat(page(TestPerson.onFullPath(), "lantren"))
        .contains("Nothing says “lantren”. These are the results for “lantern”.", "<mark>lantern</mark>");
  }

  @Test
  void whatIsTypedIsOnlyText() {
    assertThat(page(TestPerson.onFullPath(), "<script>alert('x')</script> lantern"))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "?q=%00", "?q=%22%22%22", "?q=+OR+*+AND+(", "?q=lantern&language=xx&kind=nothing", "?q=lantern&page=-5",
      "?q=lantern&page=abc",
      "?q=lantern&page=99999999999",
      "?q=lantern&kind=unit&page=9999", "?q=lantern&kind=unit&page=0", "?language=%3Cscript%3E", "?q=%F0%9F%98%80"})
  void noAddressBreaksThePage(String query) {
    var answer = TestPerson.onFullPath().browser().urlEncodingEnabled(false).get("/search" + query);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("<h1>Search</h1>").doesNotContain("<script>");
  }

  @Test
  void aKindOfWhichNothingIsFoundShowsWhatIs() {
    var whole = page(TestPerson.onFullPath(), "many rooms");
    var courses = TestPerson.onFullPath().browser().get("/search?q=many+rooms&kind=course").asString();

    assertThat(whole).contains("id=\"found-unit\"").doesNotContain("id=\"found-course\"");
    assertThat(courses).contains("id=\"found-unit\"");
  }

  @Test
  void norDoesAnEndlessQuestion() {
    assertThat(page(TestPerson.onFullPath(), "lantern ".repeat(400))).contains("<h1>Search</h1>", "<mark>");
  }

  @Test
  void onlyWhoIsSignedInMaySearch() {
    var answer = stranger().header("Accept", "text/html").get("/search?q=lantern");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/sign-in?to=%2Fsearch%3Fq%3Dlantern");
    assertThat(stranger().get("/api/v1/search?q=lantern").statusCode()).isEqualTo(401);
    assertThat(stranger().get("/").asString()).doesNotContain("action=\"/search\"");
    assertThat(TestPerson.onFullPath().browser().get("/").asString()).contains("action=\"/search\"");
  }

  @Test
  void whileSomebodyTypesTheBestResultsAreOptions() {
    var options = TestPerson.onFullPath().browser().get("/search/options?q=lant");

    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(options.asString()).contains("use the arrow keys</p>",
        "<li role=\"option\" id=\"quick-0\" data-to=\"/courses/sample-course", "<mark>lantern</mark>");
    assertThat(TestPerson.onFullPath().browser().get("/search/options?q=zzzzqqq").asString())
        .contains("<p>Nothing found</p>")
        .doesNotContain("role=\"option\"");
    assertThat(stranger().get("/search/options?q=lant").statusCode()).isIn(303, 401);
  }

  @Test
  void theScriptIsNamedByTheFieldAndNotLoadedWithThePage() {
    assertThat(TestPerson.onFullPath().browser().get("/").asString())
        .contains("data-script=\"/assets/search.js?v=")
        .doesNotContain("src=\"/assets/search.js");
  }

  @Test
  void programsGetTheSame() {
    var found = api(TestPerson.onAbridgedPath(), "many rooms").jsonPath();

    assertThat(found.getString("query")).isEqualTo("many rooms");
    assertThat(found.getInt("total")).isPositive();
    assertThat(found.getMap("results.find { it.unit == 's3-rooms' }")).containsEntry("kind", "unit")
        .containsEntry("type", "page")
        .containsEntry("course", "sample-course")
        .containsEntry("module", "s3")
        .containsEntry("language", "en")
        .containsEntry("address", "/courses/sample-course/s3-rooms")
        .containsEntry("onPath", false)
        .containsEntry("completed", false);
    assertThat(api(TestPerson.onFullPath(), "LMS-0002").jsonPath().getString("results[0].course"))
        .isEqualTo("sample-course");
    assertThat(api(TestPerson.onFullPath(), "lantren").jsonPath().getString("instead")).isEqualTo("lantern");
    assertThat(api(TestPerson.onFullPath(), "").jsonPath().getInt("total")).isZero();
  }

  @Test
  void programsReadPageByPage() {
    var person = TestPerson.onFullPath();
    var all = person.api().get("/api/v1/search?q=lantern&size=100").jsonPath();
    var first = person.api().get("/api/v1/search?q=lantern&size=2").jsonPath();
    var second = person.api().get("/api/v1/search?q=lantern&size=2&page=2").jsonPath();
    var beyond = person.api().get("/api/v1/search?q=lantern&size=2&page=999999").jsonPath();

    assertThat(first.getList("results.address")).isEqualTo(all.getList("results.address").subList(0, 2));
    assertThat(second.getList("results.address")).isEqualTo(all.getList("results.address").subList(2, 4));
    assertThat(beyond.getList("results")).isEmpty();
    assertThat(person.api().get("/api/v1/search?q=lantern&kind=term").jsonPath().getList("results.kind"))
        .isNotEmpty()
        .containsOnly("term");
  }
}

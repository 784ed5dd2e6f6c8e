package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ResourcePagesTest {

  private static final String RULES = "/courses/sample-course/resources/house-rules";

  private static String page(TestPerson person, String address) {
    var answer = person.browser().get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void aResourceIsShownWithItsAnchorsSourcesAndCredit() {
    var page = page(TestPerson.onAbridgedPath(), RULES);

    assertThat(page).contains(
        "<title>The rules of the house · A sample course · Lectern</title>",
        "<article class=\"resource\" lang=\"en\" dir=\"ltr\">",
        "<h1>The rules of the house</h1>",
        "<h2 id=\"rule-1\">Rule 1: the flame</h2>",
        "href=\"/courses/sample-course/resources/house-rules#rule-1\"",
        "{Not even this one.}",
        "The sample handbook, S/HB/1",
        "<span lang=\"en\">Credit: </span>The sample team")
        .doesNotContain("Not yet in", "<form method=\"post\" action=\"/courses", "style=");
  }

  @Test
  void itLeadsToEveryLanguageThatItIsWrittenIn() {
    assertThat(page(TestPerson.onFullPath(), RULES)).contains(
        "<a href=\"" + RULES + "?language=en\" lang=\"en\" hreflang=\"en\" aria-current=\"true\">English</a>",
        "<a href=\"" + RULES + "?language=ar\" lang=\"ar\" hreflang=\"ar\">العربية</a>",
        "<a href=\"" + RULES + "?language=fr\" lang=\"fr\" hreflang=\"fr\">français</a>");
  }

  @Test
  void itIsReadInTheLanguageOfTheProfile() {
    assertThat(page(TestPerson.join("POLNET", "fr"), RULES)).contains(
        "<article class=\"resource\" lang=\"fr\" dir=\"ltr\">", "<h1>Les règles de la maison</h1>",
        "href=\"" + RULES + "?language=fr\" lang=\"fr\" hreflang=\"fr\" aria-current=\"true\"");
  }

  @Test
  void theLanguageOfTheProfileComesBeforeThatOfTheBrowser() {
    var person = TestPerson.join("POLNET", "fr");

    assertThat(person.browser().header("Accept-Language", "ar").get(RULES).asString())
        .contains("lang=\"fr\" dir=\"ltr\"");
  }

  @Test
  void arabicRunsFromRightToLeft() {
    var page = page(TestPerson.onFullPath(), RULES + "?language=ar");

    assertThat(page).contains("<html lang=\"en\" dir=\"ltr\"", "<article class=\"resource\" lang=\"ar\" dir=\"rtl\">",
        "<h1>قواعد البيت</h1>");
  }

  @Test
  void aLanguageThatItIsNotWrittenInFallsBackAndSaysSo() {
    assertThat(page(TestPerson.onFullPath(), RULES + "?language=es")).contains(
        "<article class=\"resource\" lang=\"en\" dir=\"ltr\">",
        "<p class=\"note\" lang=\"en\" dir=\"ltr\">Not yet in español: read in English.</p>");
    assertThat(page(TestPerson.join("POLNET", "zh"), RULES)).contains("<h1>The rules of the house</h1>",
        "<p class=\"note\"",
        "中文", "<a href=\"/courses/sample-course\" lang=\"en\">A sample course</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xx", "%3Cscript%3E", "../../etc", "en-GB-oxendict"})
  void aLanguageThatIsNoneIsPassedOver(String language) {
    var answer = TestPerson.onFullPath().browser().urlEncodingEnabled(false).get(RULES + "?language=" + language);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("<h1>The rules of the house</h1>").doesNotContain("Not yet in", "<script>");
  }

  @Test
  void itIsAPageThatNobodyKeeps() {
    var answer = TestPerson.onFullPath().browser().get(RULES);

    assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void whoeverIsNotSignedInIsSentToSignInAndComesBack() {
    var answer = stranger().header("Accept", "text/html").get(RULES + "?language=fr");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .endsWith("/sign-in?to=%2Fcourses%2Fsample-course%2Fresources%2Fhouse-rules%3Flanguage%3Dfr");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "/courses/sample-course/resources/nothing", "/courses/nothing/resources/house-rules",
      "/courses/sample-course/resources", "/courses/sample-course/resources/house-rules.en.md",
      "/courses/sample-course/resources/..%2Fcourse.yaml"})
  void whatIsNotThereIsNotFound(String address) {
    var answer = TestPerson.onFullPath().browser().urlEncodingEnabled(false).get(address);

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void theCoursePageListsWhatIsToBeKept() {
    assertThat(page(TestPerson.onFullPath(), "/courses/sample-course")).contains("<h2>To keep</h2>",
        "<a href=\"" + RULES + "\" hreflang=\"en\" lang=\"en\">The rules of the house</a>",
        "<a href=\"/courses/sample-course/glossary\">Glossary</a>");
    assertThat(page(TestPerson.join("POLNET", "fr"), "/courses/sample-course"))
        .contains("<a href=\"" + RULES + "\" hreflang=\"fr\" lang=\"fr\">Les règles de la maison</a>");
  }
}

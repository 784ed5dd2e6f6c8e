package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A switch of language keeps all progress, and the place on the page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(RealContent.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageSwitchTest {

  private static final String COURSE = "/courses/" + RealContent.COURSE;

  @TestHTTPResource
  String address;

  private Chromium chromium;

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void theReaderStaysWhereTheyWere(boolean javaScript) {
    var reader = TestPerson.onFullPath();
    List<String> units = reader.api().get("/api/v1" + COURSE).path("modules[0].units.id");
    reader.browser().post(COURSE + "/" + units.getFirst() + "/completion");
    try (var window = chromium.window(address, javaScript, 1280, 500)) {
      Chromium.signIn(window, address, reader.token());
      var page = window.newPage();
      page.navigate(COURSE + "/" + units.getFirst());
      assertThat(page.locator("article").innerText()).contains("✓", "You have done this");
      if (javaScript) {
        page.evaluate(
            "scrollTo({ top: (document.documentElement.scrollHeight - innerHeight) / 2, behavior: 'instant' })");
      }

      choose(page, "ar");

      assertThat(page.url()).endsWith(COURSE + "/" + units.getFirst());
      assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
      assertThat(page.locator("article").innerText()).contains("✓").doesNotContain("You have done this");
      if (javaScript) {
        var place = ((Number) page.evaluate("scrollY / (document.documentElement.scrollHeight - innerHeight)"))
            .doubleValue();
        assertThat(place).isBetween(0.4, 0.6);
      }
      assertThat(reader.api().get("/api/v1" + COURSE).<Integer>path("progress.completed")).isEqualTo(1);
    }
  }

  /** The menu is at the head of the page; a script that opens it does not move the reader. */
  private static void choose(Page page, String language) {
    var button = page.locator("form[action='/language'] button[value='" + language + "']");
    page.locator("details:has(form[action='/language']) summary").dispatchEvent("click");
    Chromium.arrive(page, () -> button.dispatchEvent("click"));
  }
}

package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What only a browser can tell of the look: whether it fits, can be told apart, and can be used by keyboard. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {

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

  @ParameterizedTest(name = "all components in {0}, {1}, {2} pixels wide")
  @CsvSource({"en,light,1280", "ar,dark,360", "zh,light,360", "ru,dark,1280"})
  void everyComponentFitsAndCanBeToldApart(String language, String theme, int width) {
    try (var window = chromium.window(address, true, width, 800)) {
      var page = window.newPage();
      page.navigate("/style");
      choose(page, "theme", theme);
      choose(page, "language", language);

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo(theme);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
      assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();
    }
  }

  private static void choose(Page page, String menu, String value) {
    page.locator(".menu:has([name=" + menu + "]) summary").click();
    page.locator(".menu button[name=" + menu + "][value=" + value + "]").click();
    page.waitForLoadState();
  }

  @Test
  void theSummaryOfErrorsTakesTheFocusAndLeadsToTheField() {
    try (var window = chromium.window(address, true, 360, 800)) {
      var page = window.newPage();
      page.navigate("/join");
      page.locator("main form button").click();

      page.waitForCondition(() -> (boolean) page.evaluate("document.activeElement.matches('.errors')"));
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");

      page.waitForCondition(() -> (boolean) page.evaluate("document.activeElement.id === 'name'"));
      assertThat(page.title()).startsWith("Error: ");
    }
  }

  @Test
  void buttonsKeepTheirDistanceFromTheCardBelow() {
    try (var window = chromium.window(address, true, 360, 800)) {
      Chromium.signIn(window, address, TestPerson.administrator().token());
      var page = window.newPage();
      page.navigate("/admin/people/" + TestPerson.onFullPath().id());

      var buttons = page.locator("main > .row").boundingBox();
      assertThat(page.locator("main > .card").boundingBox().y - buttons.y - buttons.height).isEqualTo(24);
    }
  }

  @Test
  void anOpenMenuClosesWithTheEscapeKeyAndByAClickElsewhere() {
    try (var window = chromium.window(address, true, 360, 800)) {
      var page = window.newPage();
      page.navigate("/");
      var language = page.locator(".menu").first().locator("summary");

      language.press("Enter");
      page.locator(".menu[open] button[value=fr]").focus();
      page.keyboard().press("Escape");

      assertThat(page.locator(".menu[open]").count()).isZero();
      assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("summary");

      language.click();
      page.locator(".foot").click();

      assertThat(page.locator(".menu[open]").count()).isZero();
    }
  }
}

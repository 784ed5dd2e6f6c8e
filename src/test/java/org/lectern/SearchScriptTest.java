package org.lectern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the script of the search field adds: results while somebody types, by keyboard and aloud. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchScriptTest {

  @TestHTTPResource
  String address;

  private Chromium chromium;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openWindow() {
    window = chromium.window(address, true, 360, 740);
    Chromium.signIn(window, address, TestPerson.onFullPath().token());
    page = window.newPage();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private Locator field() {
    return page.locator("#quick");
  }

  private Locator options() {
    return page.locator("#quick-results [role=option]");
  }

  private void type(String query) {
    field().focus();
    assertThat(field()).hasAttribute("role", "combobox");
    page.keyboard().type(query);
  }

  @Test
  void theScriptIsFetchedOnlyWhenSomebodyComesToTheField() {
    var scripts = new java.util.concurrent.CopyOnWriteArrayList<String>();
    page.onRequest(request -> scripts.add(request.url()));
    page.navigate("/");
    assertThat(scripts).noneMatch(script -> script.contains("/assets/search.js"));

    field().focus();

    assertThat(field()).hasAttribute("role", "combobox");
    assertThat(scripts).anyMatch(script -> script.contains("/assets/search.js"));
  }

  @Test
  void arrowsChooseEnterOpensAndTheCountIsTold() {
    page.navigate("/");
    type("keeper");

    assertThat(options().first()).isVisible();
    assertThat(field()).hasAttribute("aria-expanded", "true");
    assertThat(page.locator("#quick-count")).containsText("use the arrow keys");
    assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();

    page.keyboard().press("ArrowDown");
    assertThat(field()).hasAttribute("aria-activedescendant", "quick-0");
    assertThat(options().first()).hasAttribute("aria-selected", "true");
    assertThat(field()).isFocused();
    page.keyboard().press("Enter");

    page.waitForURL("**/courses/sample-course/glossary#keeper");
  }

  @Test
  void escapeClosesTheListAndKeepsWhatWasTyped() {
    page.navigate("/courses");
    type("lant");
    assertThat(options().first()).isVisible();

    page.keyboard().press("Escape");

    assertThat(options().first()).isHidden();
    assertThat(field()).hasAttribute("aria-expanded", "false");
    assertThat(field()).hasValue("lant");
  }

  @Test
  void whatWasFoundBeforeIsNotShownForWordsThatWereRefused() {
    page.navigate("/");
    type("keeper");
    assertThat(options().first()).isVisible();
    page.route("**/search/options?q=*", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));

    field().fill("lantern");

    assertThat(options()).hasCount(0);
    assertThat(page.locator("#quick-count")).isEmpty();
    page.unroute("**/search/options?q=*");
    page.keyboard().type(" ");
    assertThat(options().first()).isVisible();
  }

  @Test
  void enterWithoutAChoiceOpensThePageOfResults() {
    page.navigate("/");
    type("lantern");
    assertThat(options().first()).isVisible();

    page.keyboard().press("Enter");

    page.waitForURL("**/search?q=lantern");
    assertThat(page.locator("mark").first()).isVisible();
    assertThat(Chromium.axe(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void theCatalogueAndTheEmptyPageAreAccessible() {
    for (var path : List.of("/courses", "/search", "/search?q=zzzz+qqqq")) {
      page.navigate(path);
      assertThat(Chromium.axe(page).analyze().getViolations()).as(path).isEmpty();
    }
  }
}

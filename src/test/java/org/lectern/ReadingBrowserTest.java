package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What readers do beside reading, as a browser sees it: notes, terms, keys, paper. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingBrowserTest {

  private static final String COURSE = "/courses/sample-course";
  private static final String WELCOME = COURSE + "/s1-welcome";

  private static final String SCALE = "getComputedStyle(document.querySelector('article > .meta .icon')).scale";

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

  private static Page signIn(BrowserContext window, TestPerson person, String to) {
    var page = window.newPage();
    page.navigate("/sign-in?to=" + to);
    page.fill("#email", person.email());
    page.fill("#password", TestPerson.PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**" + to);
    return page;
  }

  private static void looksGood(Page page, String screen) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s: fits the width", screen)
        .isEqualTo(true);
    assertThat(Chromium.axe(page)
        .analyze()
        .getViolations()
        .stream()
        .map(rule -> rule.getId() + " "
            + rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .as(screen)
        .isEmpty();
  }

  @Test
  void aTermIsExplainedWhereItStandsByKeyboardAlone() {
    try (var window = chromium.window(address, true, 360, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), WELCOME);
      var term = page.locator("a.term").first();

      term.press("Enter");

      assertThat(page.locator("#term-lantern").isVisible()).isTrue();
      assertThat(page.locator("#term-lantern").innerText()).contains("A light with a cover");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("term-lantern");
      looksGood(page, "a term");
      page.keyboard().press("Escape");
      assertThat(page.locator("#term-lantern").isVisible()).isFalse();
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("term");
      assertThat(term.getAttribute("aria-expanded")).isEqualTo("false");
      assertThat(page.url()).endsWith(WELCOME);
    }
  }

  @Test
  void withoutScriptsATermLeadsToTheGlossary() {
    try (var window = chromium.window(address, false, 1280, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), WELCOME);
      assertThat(page.locator("#term-lantern").isVisible()).isFalse();

      page.locator("a.term").first().click();

      assertThat(page.url()).endsWith(COURSE + "/glossary#lantern");
    }
  }

  @Test
  void keysLeadThroughTheCourseButNotWhileOneWrites() {
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), COURSE);

      page.keyboard().press("n");
      page.waitForURL("**" + WELCOME);
      page.keyboard().press("n");
      assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Done, next");
      page.keyboard().press("m");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("note");
      page.keyboard().type("no? op/");
      assertThat(page.inputValue("#note")).isEqualTo("no? op/");
      assertThat(page.locator("form[data-unsaved] [role=status]").innerText()).isEqualTo("Not saved yet");
      page.fill("#note", "");
      page.locator("main").focus();
      page.keyboard().press("?");
      page.waitForSelector("dialog[open]");
      assertThat(page.locator("dialog").innerText()).contains("Keyboard shortcuts", "To my note on this page");
      looksGood(page, "the list of keys");
      page.keyboard().press("o");
      page.keyboard().press("Escape");
      assertThat(page.url()).endsWith(WELCOME);
      page.keyboard().press("o");
      page.waitForURL("**" + COURSE);
    }
  }

  @Test
  void clipsAndWhereAUnitStandsAreNotPrinted() {
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), COURSE + "/s2-dark");
      assertThat(page.locator(".where").isVisible()).isTrue();
      assertThat(page.locator("video").isVisible()).isTrue();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".where").isVisible()).isFalse();
      assertThat(page.locator("video").isVisible()).isFalse();
    }
  }

  @Test
  void whatPointsForwardPointsTheWayThatThePageIsRead() {
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), COURSE + "/s2-case");
      assertThat(page.evaluate(SCALE)).isEqualTo("none");
    }
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = signIn(window, TestPerson.join("POLNET", "ar"), COURSE + "/s2-case");
      assertThat(page.evaluate(SCALE)).isEqualTo("-1 1");
    }
  }

  @Test
  void theListOfKeysOpensOnceAndOnlyWhenItCanBeLoaded() {
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), WELCOME);
      var errors = new CopyOnWriteArrayList<String>();
      page.onPageError(errors::add);
      window.setOffline(true);
      var failed = new CopyOnWriteArrayList<Request>();
      page.onRequestFailed(failed::add);
      page.keyboard().press("?");
      page.waitForCondition(() -> !failed.isEmpty());
      window.setOffline(false);
      var held = new CopyOnWriteArrayList<Route>();
      page.route("**/shortcuts", held::add);

      page.keyboard().press("?");
      page.keyboard().press("?");
      page.waitForCondition(() -> !held.isEmpty());
      held.getFirst().resume();

      page.waitForSelector("dialog[open]");
      assertThat(held).hasSize(1);
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog[open]").count()).isZero();
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void keysCanBeTurnedOff() {
    try (var window = chromium.window(address, true, 360, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), "/shortcuts");
      looksGood(page, "shortcuts");
      page.locator("main button").click();
      page.waitForSelector("#shortcuts[data-off]");
      page.navigate(WELCOME);

      page.keyboard().press("m");
      page.keyboard().press("?");

      assertThat(page.evaluate("document.activeElement.id")).isNotEqualTo("note");
      assertThat(page.locator("dialog").count()).isZero();
    }
  }

  @Test
  void aNoteIsWrittenAndDeletedWithoutScripts() {
    try (var window = chromium.window(address, false, 360, 800)) {
      var page = signIn(window, TestPerson.onFullPath(), WELCOME);
      page.locator("#your-note summary").press("Enter");
      page.fill("#note", "Ask Ben");
      page.locator("#your-note button").press("Enter");
      page.waitForURL("**?done=note#your-note");
      assertThat(page.inputValue("#note")).isEqualTo("Ask Ben");

      page.locator("#your-note a[href$='/deletion']").press("Enter");
      page.waitForURL("**/deletion");
      page.locator("button.danger").press("Enter");
      page.waitForURL("**/notes?done=deleted");

      assertThat(page.locator("main").innerText()).contains("The note is deleted.", "You have no notes");
    }
  }

  @Test
  void thePagesAroundReadingAreAccessible() {
    var administrator = TestPerson.administrator();
    administrator.browser().formParam("text", "Ask Ben").post(WELCOME + "/note");
    administrator.browser()
        .formParam("what", "A lid is missing")
        .formParam("quotation", "lid")
        .post(WELCOME + "/mistakes");
    administrator.browser().get(COURSE + "/s2-dark?language=fr");
    try (var window = chromium.window(address, true, 360, 800)) {
      var page = signIn(window, administrator, WELCOME);
      page.locator("#report-mistake summary").click();
      looksGood(page, "unit with its margin");
      for (var path : new String[]{COURSE + "/notes", WELCOME + "/note/deletion", COURSE + "/modules/s1",
          COURSE + "/modules/s2", "/admin/mistakes", "/admin/mistakes/handled", "/admin/languages"}) {
        page.navigate(path);
        looksGood(page, path);
      }
    }
  }
}

package org.lectern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.ledger.Statement;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the script of clips adds: other files in place, and a transcript that follows the clip and leads into it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClipScriptTest {

  private static final String UNIT = "/courses/sample-course/s2-dark";

  /** A clip of 40 seconds, to be played; that of the sample course is only a beginning. */
  private static final Path CLIP = Path
      .of("content/un-human-rights-responsibilities/media/m7-first-steps.small.webm");

  @TestHTTPResource
  String address;

  private Chromium chromium;
  private BrowserContext window;
  private Page page;
  private TestPerson person;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  @BeforeEach
  void somebodyOpensAWindow() {
    person = TestPerson.onFullPath();
    window = chromium.window(address, true, 1280, 800);
    Chromium.signIn(window, address, person.token());
    page = window.newPage();
    page.route("**/lighting*.webm*", ClipScriptTest::play);
    asked.clear();
    page.onRequest(request -> {
      if (request.url().contains("/media/")) {
        asked.add(request.url().replaceFirst(".*/media/", "").replaceFirst("\\?.*", ""));
      }
    });
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private static void play(Route route) {
    try {
      var clip = Files.readAllBytes(CLIP);
      var range = route.request().headers().getOrDefault("range", "bytes=0-").replaceAll("[^0-9-]", "").split("-", 2);
      var from = Integer.parseInt(range[0]);
      route.fulfill(new Route.FulfillOptions().setStatus(206)
          .setContentType("video/webm")
          .setHeaders(Map.of("Content-Range", "bytes " + from + "-" + (clip.length - 1) + "/" + clip.length,
              "Accept-Ranges", "bytes"))
          .setBodyBytes(Arrays.copyOfRange(clip, from, clip.length)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What somebody's ledger tells of. */
  private List<String> activities() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Statement.<Statement>list("personId", person.id()).stream().map(one -> one.activity).toList());
  }

  private void waitFor(String truth) {
    page.waitForCondition(() -> page.evaluate(truth).equals(true));
  }

  @Test
  void openingTheTranscriptLoadsItsTimesAndCountsAsWatching() {
    page.navigate(UNIT);
    assertThat(asked).isSubsetOf("shelf.png", "lighting.en.vtt");

    page.locator(".clip summary").press("Enter");

    assertThat(page.locator(".cue")).hasText(new String[]{"A match is lit.", "The flame stands still."});
    assertThat(asked).isSubsetOf("shelf.png", "lighting.en.vtt");
    assertThat(page.locator(".clip form")).hasCount(0);
    assertThat(page.locator("#outbox")).hasText("Saved");
    assertThat(activities()).containsExactly("s2-dark/lighting");
  }

  @Test
  void aClipThatAChoiceBringsIsLikeAnyOther() {
    page.navigate(UNIT);
    var clip = (String) page.locator(".clip").evaluate("clip => clip.outerHTML");
    page.navigate("/courses/sample-course/s2-case");
    page.route("**/choices/*", route -> {
      var reply = route.fetch();
      route.fulfill(new Route.FulfillOptions().setResponse(reply)
          .setBody(reply.text().replaceFirst("(<h2 id=\"node-title\".*</h2>)", "$1" + Matcher.quoteReplacement(clip))));
    });
    page.locator("ul.choices button").first().click();

    page.locator(".clip summary").press("Enter");

    assertThat(page.locator(".cue")).hasText(new String[]{"A match is lit.", "The flame stands still."});
    page.waitForCondition(() -> activities().contains("s2-dark/lighting"));
    page.locator(".renditions a").last().click();
    assertThat(page.locator(".renditions [aria-current]")).hasText(page.locator(".renditions a").last().innerText());
    assertThat(page.url()).endsWith("/s2-case");
  }

  @Test
  void aSentenceLeadsToItsMomentAndIsMarkedThere() {
    page.navigate(UNIT);
    page.locator(".clip summary").click();

    page.locator(".cue").nth(1).press("Enter");

    waitFor("document.querySelector('video').currentTime >= 6");
    assertThat(page.locator(".cue[aria-current]")).hasCount(2);
    page.evaluate("document.querySelector('video').currentTime = 0");
    assertThat(page.locator(".cue[aria-current]")).hasCount(0);
  }

  @Test
  void withDataSaverTheClipIsThereWhenItIsAskedFor() {
    page.navigate(UNIT);
    page.locator("form[action='/data-saver'] button[value=on]").click();
    assertThat(page.locator("article")).containsText("Data-saver is on");
    asked.clear();
    page.reload();
    assertThat(page.locator("video")).isHidden();
    assertThat(asked).isSubsetOf("lighting.en.vtt");

    page.locator(".renditions a").first().click();

    assertThat(page.locator("video")).isVisible();
    assertThat(page.locator(".renditions [aria-current]")).hasText("Small, 0.1 MB");
    waitFor("document.querySelector('video').currentSrc.includes('lighting.small.webm')");
    page.locator("a.picture").click();
    assertThat(page.locator("figure img")).isVisible();
    assertThat(page.locator("figure img")).hasAttribute("alt", "A shelf with a can of oil on the left.");
  }
}

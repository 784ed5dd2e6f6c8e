package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.platform.TestDatabase;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Looks at every screen, and keeps pictures with a contact sheet in {@code target/screens}. An ordinary run shows each
 * screen once, in one of the languages, light or dark, narrow or wide, so that together all are seen; {@code ./lectern
 * screens} shows each in all of them.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(RealContent.class)
@Tag("browser")
@Tag("screens")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {

  private static final Path PICTURES = Path.of("target", "screens");
  private static final List<String> LANGUAGES = List.of("en", "ar", "zh", "fr", "ru", "es");
  private static final List<Integer> WIDTHS = List.of(1280, 360);

  @TestHTTPResource
  String address;

  private List<Eye> eyes = List.of();
  private final ContactSheet sheet = new ContactSheet(PICTURES);

  /** A way to see a screen. */
  record Look(String language, ColorScheme scheme, int width) {
    String folder() {
      return language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
    }
  }

  /** A browser with the one thread that may use it. */
  private static final class Eye implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Chromium chromium = CompletableFuture.supplyAsync(Chromium::new, thread).join();

    CompletableFuture<Void> look(Consumer<Chromium> at) {
      return CompletableFuture.runAsync(() -> at.accept(chromium), thread);
    }

    @Override
    public void close() {
      look(Chromium::close).join();
      thread.shutdown();
    }
  }

  @BeforeAll
  void openBrowsers() throws IOException {
    eyes = Stream.generate(Eye::new).limit(Boolean.getBoolean("screens.all") ? 2 : 1).toList();
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  void closeBrowsers() throws IOException {
    eyes.forEach(Eye::close);
    sheet.write();
  }

  private static List<Look> looks() {
    var looks = new ArrayList<Look>();
    for (var language : LANGUAGES) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        WIDTHS.forEach(width -> looks.add(new Look(language, scheme, width)));
      }
    }
    return looks;
  }

  /** One way for each; neighbours in different ones: seven and the number of looks have no common divisor. */
  private static List<Look> looks(int screen) {
    var all = looks();
    if (Boolean.getBoolean("screens.all")) {
      return all;
    }
    return List.of(all.get(screen * 7 % all.size()));
  }

  @TestFactory
  Stream<DynamicTest> everyScreenIsInOrder() {
    var screens = Screens.all();
    return Stream.iterate(0, i -> i + 1)
        .limit(screens.size())
        .map(i -> DynamicTest.dynamicTest(screens.get(i).name(), () -> see(screens.get(i), looks(i))));
  }

  /** Looks at it in all these ways, and tells all that is wrong. */
  private void see(Screens.Screen screen, List<Look> looks) {
    var wrong = new ConcurrentLinkedQueue<String>();
    var seen = new ArrayList<CompletableFuture<?>>();
    for (var look : looks) {
      var eye = eyes.get(seen.size() % eyes.size());
      seen.add(eye.look(chromium -> see(chromium, screen, look)).exceptionally(failure -> {
        wrong.add(screen.name() + " " + look.folder() + ": " + failure.getCause());
        return null;
      }));
    }
    seen.forEach(CompletableFuture::join);
    assertThat(wrong).isEmpty();
  }

  private void see(Chromium chromium, Screens.Screen screen, Look look) {
    try (var window = window(chromium, screen, look)) {
      var page = window.newPage();
      var elsewhere = new ArrayList<String>();
      page.onRequest(request -> {
        if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
          elsewhere.add(request.url());
        }
      });
      show(page, screen);

      photograph(page, screen, look);
      assertThat(page.locator("h1").count()).as("headings of the first level").isEqualTo(1);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
      assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("wider than the window, in pixels")
          .isEqualTo(0);
      assertThat(violations(page)).isEmpty();
      assertThat(elsewhere).as("requests to other hosts").isEmpty();
    }
  }

  private BrowserContext window(Chromium chromium, Screens.Screen screen, Look look) {
    var window = chromium.window(address, look.language(), look.scheme(), look.width());
    screen.who()
        .ifPresent(person -> Chromium.signIn(window, address, person.token()));
    return window;
  }

  private static void show(Page page, Screens.Screen screen) {
    if (!screen.isPosted()) {
      page.navigate(screen.address());
      return;
    }
    page.navigate("/verify");
    Chromium.arrive(page, () -> page.evaluate("""
        ([address, fields]) => {
          const form = document.createElement("form");
          form.method = "post";
          form.action = address;
          for (const [name, value] of Object.entries(fields)) {
            const field = document.createElement("input");
            field.name = name;
            field.value = value;
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        }""", List.of(screen.address(), screen.form())));
  }

  private static List<String> violations(Page page) {
    return Chromium.axe(page)
        .analyze()
        .getViolations()
        .stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
            + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).limit(5).toList())
        .toList();
  }

  private void photograph(Page page, Screens.Screen screen, Look look) {
    var picture = PICTURES.resolve(look.folder()).resolve(screen.name() + ".png");
    try {
      Files.createDirectories(picture.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    sheet.add(screen.name(), look.folder(), URI.create(look.folder() + "/" + screen.name() + ".png"));
  }
}

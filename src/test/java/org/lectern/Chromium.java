package org.lectern;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lectern.platform.TestPerson;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;

/** The system's own Chromium, driven by Playwright, which is kept from fetching a browser. */
final class Chromium implements AutoCloseable {

  /** Playwright gives up after this long; in milliseconds. Longer than any machine needs: it is not what is tested. */
  private static final double PATIENCE = 60_000;

  private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    var executable = find()
        .orElseThrow(() -> new IllegalStateException("no Chromium: install it, or set CHROMIUM to its path"));
    playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
  }

  /** Where one is found the journeys are made; in continuous integration always, so that their absence is noticed. */
  static boolean isWanted() {
    return "true".equals(System.getenv("CI")) || find().isPresent();
  }

  private static Optional<Path> find() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A browser window without a past, for pages of the server at this address. */
  BrowserContext window(String address, boolean javaScript, int width, int height) {
    var context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
        .setJavaScriptEnabled(javaScript)
        .setLocale("en-GB")
        .setViewportSize(width, height)
        .setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /** A browser window of somebody who reads this language, on a light or dark system. */
  BrowserContext window(String address, String language, ColorScheme scheme, int width) {
    var context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
        .setLocale(language)
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(width, 800));
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /** Lets the windows of this browser be somebody's who is signed in on the server at this address. */
  static void signIn(BrowserContext window, String address, String token) {
    // The prefix __Host- asks for an address with https; Chromium takes localhost for one, Playwright does not.
    window.addCookies(List.of(
        new Cookie(TestPerson.COOKIE, token).setUrl(address.replaceFirst("^http:", "https:")).setSecure(true)));
  }

  /** All rules of axe for this page. No page has frames, so it need not open a window of its own to join their results. */
  static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  /** Does what leads to another document, and waits until that is there. */
  static void arrive(Page page, Runnable step) {
    page.evaluate("window.left = true");
    step.run();
    page.waitForCondition(() -> hasArrived(page));
  }

  private static boolean hasArrived(Page page) {
    try {
      return page.evaluate("!window.left && document.readyState === 'complete'").equals(true);
    } catch (PlaywrightException underway) {
      return false;
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The pages of the course reach people on narrow lines: 64 kbit/s, 600 ms there and back. */
@Tag("once")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(RealContent.class)
class ReachTest {

  /** Bytes on the wire, with the headers of the answers. */
  private static final int FIRST_VIEW = 30 * 1024;
  private static final int LATER_VIEW = 8 * 1024;

  private static final int BYTES_PER_SECOND = 64_000 / 8;
  private static final Duration ROUND_TRIP = Duration.ofMillis(600);
  /** Until the whole text of a page can be read, also of the very first one of a visit. */
  private static final Duration TEXT = Duration.ofSeconds(3);

  private static final Pattern PART = Pattern
      .compile("<(?:link rel=\"(?:stylesheet|icon)\" href|script type=\"module\" src)=\"([^\"]+)\"");
  /** A style sheet that a page waits for. */
  private static final Pattern AWAITED = Pattern.compile("<link rel=\"stylesheet\" href=\"[^\"]*\">");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\\(?\"(/[^\"]+)\"");

  @TestHTTPResource
  String address;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Answer> parts = new HashMap<>();

  /** @param bytes on the wire, with headers */
  private record Answer(int bytes, String text, String caching) {}

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "es", "fr", "ru", "zh"})
  void everyUnitPageIsThereSoonAndBringsNothingHeavy(String language) throws Exception {
    var reader = TestPerson.onFullPath();
    for (var unit : units()) {
      var address = "/courses/" + RealContent.COURSE + "/" + unit;
      var first = get(address, reader, "Accept-Language", language, "Sec-Fetch-Site", "none", "Sec-Fetch-Dest",
          "document");
      var later = get(address, reader, "Accept-Language", language, "Sec-Fetch-Site", "same-origin");
      var parts = parts(later.text());
      var whole = first.bytes();
      for (var part : parts) {
        whole += part(part).bytes();
        assertThat(part(part).caching()).as(part).contains("immutable");
      }

      assertThat(later.bytes()).as("bytes of %s, seen later", unit)
          .isLessThanOrEqualTo(LATER_VIEW);
      assertThat(whole).as("bytes of %s, first view, with %s", unit, parts)
          .isLessThanOrEqualTo(FIRST_VIEW);
      assertThat(first.text()).as("the page has its styles within").doesNotContainPattern(AWAITED);
      assertThat(time(first)).as("until all of %s can be read, with nothing kept", unit).isLessThan(TEXT);
      assertThat(time(later)).as("until all of %s can be read, with styles kept", unit).isLessThan(TEXT);
    }
  }

  /** A connection, and a page that waits for nothing else: each there and back once. */
  private static Duration time(Answer page) {
    return ROUND_TRIP.multipliedBy(2).plusMillis(page.bytes() * 1000L / BYTES_PER_SECOND);
  }

  @Test
  @Tag("browser")
  @EnabledIf("org.lectern.Chromium#isWanted")
  void theFirstPageIsShownBeforeAnythingThatItBringsAlong() {
    var held = new ArrayList<Route>();
    inWindow(page -> {
      page.route(request -> !request.contains("/courses/"), held::add);
      page.navigate("/courses/" + RealContent.COURSE + "/" + units().getFirst(),
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));

      // It may still be read when its first words are there, and what it asks for is held a moment later.
      page.waitForCondition(() -> !held.isEmpty() && page.evaluate("""
          document.readyState === "interactive" && performance.getEntriesByName("first-contentful-paint").length === 1
          """).equals(true));
      assertThat(page.locator("h1").innerText()).isNotEmpty();

      held.forEach(Route::resume);
      page.waitForLoadState();
      assertThat(shifts(page)).as("layout shift").isEqualTo(0);
    });
  }

  @Test
  @Tag("browser")
  @EnabledIf("org.lectern.Chromium#isWanted")
  void furtherPagesWaitForNothingOfTheLine() {
    inWindow(page -> {
      page.navigate("/courses/" + RealContent.COURSE + "/" + units().getFirst());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Chromium.arrive(page, () -> page.evaluate("next => location.assign(next)", units().getLast()));

      assertThat(page.evaluate("""
          () => performance.getEntriesByType("resource").filter(one => one.renderBlockingStatus === "blocking")
            .map(one => one.name + " " + one.transferSize)
          """)).asInstanceOf(InstanceOfAssertFactories.list(String.class))
          .as("what the page waits for, and its bytes on the line")
          .isNotEmpty()
          .allMatch(one -> one.contains(".css") && one.endsWith(" 0"));
      assertThat(shifts(page)).as("layout shift").isEqualTo(0);
    });
  }

  private void inWindow(Consumer<Page> look) {
    var reader = TestPerson.onFullPath();
    try (var chromium = new Chromium(); var window = chromium.window(address, "en", ColorScheme.LIGHT, 360)) {
      Chromium.signIn(window, address, reader.token());
      look.accept(window.newPage());
    }
  }

  /** How far things have moved since the page was there. */
  private static Object shifts(Page page) {
    return page.evaluate("""
        () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, shift) =>
          sum + shift.value, 0))).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))
        """);
  }

  private static List<String> units() {
    return new AnswerKey(Path.of("content"), RealContent.COURSE).course()
        .in("en")
        .modules()
        .stream()
        .flatMap(module -> module.units().stream())
        .map(org.lectern.content.Unit::id)
        .toList();
  }

  /** The addresses of what a page brings along: styles, icon, scripts and what they import at once. */
  private Set<String> parts(String html) throws Exception {
    var parts = new LinkedHashSet<String>();
    var named = PART.matcher(html);
    while (named.find()) {
      parts.add(named.group(1));
      var imported = IMPORT.matcher(named.group(1).contains(".js") ? part(named.group(1)).text() : "");
      while (imported.find()) {
        parts.add(imported.group(1));
      }
    }
    assertThat(parts).anyMatch(part -> part.contains("lectern.css"));
    return parts;
  }

  private Answer part(String path) throws Exception {
    if (!parts.containsKey(path)) {
      parts.put(path, get(path, null));
    }
    return java.util.Objects.requireNonNull(parts.get(path));
  }

  private Answer get(String path, @org.jspecify.annotations.Nullable TestPerson person, String... headers)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address).resolve(path)).header("Accept-Encoding", "gzip");
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (person != null) {
      request.header("Cookie", TestPerson.COOKIE + "=" + person.token());
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    var ahead = answer.headers()
        .map()
        .entrySet()
        .stream()
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\r\n"))
        .mapToInt(String::length)
        .sum();
    return new Answer(ahead + answer.body().length, text(answer),
        answer.headers().firstValue("Cache-Control").orElse(""));
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      return new String(answer.body(), StandardCharsets.UTF_8);
    }
    try (var plain = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

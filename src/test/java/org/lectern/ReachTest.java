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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The pages of the course reach people on narrow lines: 64 kbit/s, 600 ms there and back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(RealContent.class)
class ReachTest {

  /** Bytes on the wire, with the headers of the answers. */
  private static final int FIRST_VIEW = 30 * 1024;
  private static final int LATER_VIEW = 8 * 1024;

  private static final int BYTES_PER_SECOND = 64_000 / 8;
  private static final Duration ROUND_TRIP = Duration.ofMillis(600);
  /** Until the text of the very first page can be read: a connection, the page, its styles, each there and back once. */
  private static final Duration FIRST_TEXT = Duration.ofMillis(3_500);
  /** Until the text of every further page can be read. */
  private static final Duration LATER_TEXT = Duration.ofSeconds(3);

  private static final Pattern PART = Pattern
      .compile("<(?:link rel=\"(?:stylesheet|icon)\" href|script type=\"module\" src)=\"([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\\(?\"(/[^\"]+)\"");

  @TestHTTPResource
  String address;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Answer> parts = new HashMap<>();

  /** @param bytes on the wire, with headers */
  private record Answer(int bytes, String text, String caching) {}

  @Test
  void everyUnitPageIsLightAndBringsNothingHeavy() throws Exception {
    var reader = TestPerson.onFullPath();
    for (var unit : units()) {
      var page = get("/courses/" + RealContent.COURSE + "/" + unit, reader);
      var parts = parts(page.text());
      var whole = page.bytes();
      for (var part : parts) {
        whole += part(part).bytes();
        assertThat(part(part).caching()).as(part).contains("immutable");
      }

      assertThat(page.bytes()).as("bytes of %s, seen later", unit).isLessThanOrEqualTo(LATER_VIEW);
      assertThat(whole).as("bytes of %s, first view, with %s", unit, parts).isLessThanOrEqualTo(FIRST_VIEW);
      var blocking = page.bytes()
          + part(parts.stream().filter(part -> part.contains(".css")).findFirst().orElseThrow()).bytes();
      assertThat(ROUND_TRIP.multipliedBy(3).plusMillis(blocking * 1000L / BYTES_PER_SECOND))
          .as("until the text of %s can be read", unit)
          .isLessThan(FIRST_TEXT);
    }
  }

  @Test
  @Tag("browser")
  @EnabledIf("org.lectern.Chromium#isWanted")
  void theTextOfAPageCanBeReadInUnderThreeSeconds() throws IOException {
    var reader = TestPerson.onFullPath();
    var unit = units().getFirst();
    try (var chromium = new Chromium(); var line = new SlowLine(URI.create(address), ROUND_TRIP, BYTES_PER_SECOND)) {
      var best = Stream.generate(() -> paint(chromium, line, reader, unit)).limit(3).min(Double::compare).orElseThrow();

      assertThat(best).as("milliseconds until the text is there, the best of three")
          .isLessThan((double) LATER_TEXT.toMillis());
    }
  }

  /** Milliseconds from asking for a page, after another one, to its first text; nothing moves afterwards. */
  private double paint(Chromium chromium, SlowLine line, TestPerson reader, String unit) {
    try (var window = chromium.window(line.address(), "en", ColorScheme.LIGHT, 360)) {
      Chromium.signIn(window, line.address(), reader.token());
      var page = window.newPage();
      page.navigate("/courses/" + RealContent.COURSE + "/" + units().getLast(),
          new Page.NavigateOptions().setTimeout(60_000));
      page.navigate("/courses/" + RealContent.COURSE + "/" + unit, new Page.NavigateOptions().setTimeout(60_000));
      assertThat(page.evaluate("""
          () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, shift) =>
            sum + shift.value, 0))).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))
          """)).as("layout shift").isEqualTo(0);
      return ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
          .doubleValue();
    }
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

  private Answer get(String path, @org.jspecify.annotations.Nullable TestPerson person) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address).resolve(path)).header("Accept-Encoding", "gzip");
    if (person != null) {
      request.header("Cookie", TestPerson.COOKIE + "=" + person.token());
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    var headers = answer.headers()
        .map()
        .entrySet()
        .stream()
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\r\n"))
        .mapToInt(String::length)
        .sum();
    return new Answer(headers + answer.body().length, text(answer),
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

package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.Block;
import org.lectern.content.Question;
import org.lectern.content.Unit;
import org.lectern.platform.TestDatabase;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** One person's way through the house, as a browser sees it: from joining to the certificate in their hands. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserJourneyTest {

  private static final String PASSWORD = "seven green lanterns";
  private static final Pattern ITEM = Pattern.compile("/answers/([^/?]+)$");

  @TestHTTPResource
  String address;

  private final AnswerKey key = new AnswerKey();
  private Chromium chromium;
  private Page page;
  /** Where axe looks at pages whose own window runs no scripts. */
  private Optional<Page> mirror;

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  @ParameterizedTest(name = "joining, learning, passing and holding the certificate, JavaScript: {0}, {1} pixels wide")
  @CsvSource({"true, 1280", "false, 360"})
  void fromJoiningToTheCertificate(boolean javaScript, int width) throws IOException {
    var name = "Amina Journey " + UUID.randomUUID().toString().substring(0, 4);
    var email = UUID.randomUUID() + "@example.org";
    try (var window = chromium.window(address, javaScript, width, 800);
        var second = chromium.window(address, true, width, 800)) {
      page = window.newPage();
      mirror = javaScript ? Optional.empty() : Optional.of(second.newPage());
      var complaints = listen();

      join(name, email);
      signOutAndIn(email);
      takeFullPath();
      key.course()
          .in("en")
          .modulesOf(key.course().path("full").orElseThrow())
          .forEach(module -> module.units().forEach(this::complete));
      passAssessment();
      holdCertificate(name);

      assertThat(complaints).isEmpty();
    }
  }

  /** What the browser itself finds wrong: script errors, refused scripts and styles, missing files. */
  private List<String> listen() {
    var complaints = new java.util.concurrent.CopyOnWriteArrayList<String>();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if ("error".equals(message.type()) && !message.text().contains("422")) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    return complaints;
  }

  private void join(String name, String email) {
    page.navigate("/");
    looksGood("welcome");
    use(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Join")));
    looksGood("join");

    click("Join");

    looksGood("join, not filled in");
    assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Enter your full name",
        "Enter your e-mail address");
    assertThat(page.title()).startsWith("Error: ");

    page.getByLabel("Full name").fill(name);
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(PASSWORD);
    click("Join");
    looksGood("desk");
    assertThat(heading()).contains(name);
  }

  private void signOutAndIn(String email) {
    click("Sign out");
    assertThat(page.getByRole(AriaRole.NAVIGATION).first().innerText()).contains("Sign in");

    page.navigate("/courses/" + AnswerKey.COURSE);
    looksGood("sign in");
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(PASSWORD);
    click("Sign in");

    assertThat(page.url()).as("back where they wanted to go").endsWith("/courses/" + AnswerKey.COURSE);
    looksGood("course");
    assertThat(main()).contains("Abridged path");
  }

  private void takeFullPath() {
    page.navigate("/profile");
    looksGood("profile");
    page.getByLabel("Job network").selectOption("POLNET");
    click("Save");
    looksGood("profile, saved");

    page.navigate("/courses/" + AnswerKey.COURSE);

    assertThat(main()).contains("Full path", "POLNET");
  }

  private void complete(Unit unit) {
    page.navigate("/courses/" + AnswerKey.COURSE + "/" + unit.id());
    looksGood(unit.id());
    switch (unit) {
      case Unit.Page text -> read(text);
      case Unit.Check check -> check.questions().forEach(question -> answer(check, question));
      case Unit.Case story -> walk(story);
    }
    page.navigate("/courses/" + AnswerKey.COURSE + "/" + unit.id());
    assertThat(page.locator("article").innerText()).as(unit.id()).contains("✓");
  }

  private void read(Unit.Page text) {
    for (Block.Video video : text.videos()) {
      press(page.locator("#transcript-" + video.id() + " summary"));
      assertThat(page.locator("#transcript-" + video.id() + " .transcript").innerText()).isNotBlank();
      if (mirror.isPresent()) {
        use(page.locator("#clip-" + video.id() + " button"));
      }
      looksGood(text.id() + " with its transcript");
    }
    click("Done, next");
  }

  private void answer(Unit.Check check, Question question) {
    var form = page.locator("div[id='" + question.id() + "'] form");
    fill(form, question, AnswerKey.of(question));
    press(form.locator("button"));
    assertThat(page.locator("div[id='" + question.id() + "'] .verdict").innerText()).as(question.id())
        .startsWith("✓");
    page.waitForLoadState();
    looksGood(check.id() + " with feedback");
  }

  private void walk(Unit.Case story) {
    key.walk(story).forEach((node, choice) -> {
      var title = page.locator("#node-title").innerText();
      press(page.locator("ul.choices button[value='" + choice + "']"));
      page.waitForCondition(() -> !page.locator("#node-title").innerText().equals(title));
      page.waitForLoadState();
      looksGood(story.id() + " after " + node);
    });
    assertThat(page.locator(".feedback").innerText()).contains("What this shows.");
  }

  private void passAssessment() {
    page.navigate("/courses/" + AnswerKey.COURSE);
    looksGood("course, all units done");
    use(page.locator("main a[href$='/assessment']").first());
    looksGood("assessment");
    click("Begin");
    looksGood("first question");

    for (var number = 1; page.locator("form.question").count() > 0; number++) {
      assertThat(number).as("questions").isLessThanOrEqualTo(4);
      looksGood("question " + number);
      var form = page.locator("form.question");
      var item = ITEM.matcher(form.getAttribute("action"));
      assertThat(item.find()).isTrue();
      var question = key.item(item.group(1));
      fill(form, question, AnswerKey.of(question));
      use(form.locator("button[name=go][value=next]"));
    }

    looksGood("check your answers");
    use(page.locator("form[action$='/submission'] button"));
    looksGood("result");
    assertThat(main()).contains("100 per cent");
  }

  private void holdCertificate(String name) throws IOException {
    page.navigate("/");
    looksGood("desk with a certificate");
    use(page.locator("a[href^='/certificates/']").first());
    looksGood("certificate");
    assertThat(main()).contains(name);

    var download = page.waitForDownload(() -> press(page.locator("a[href$='.pdf']").first()));

    assertThat(download.suggestedFilename()).endsWith(".pdf");
    try (var document = Loader.loadPDF(Files.readAllBytes(download.path()))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains(name, "A sample course");
    }

    use(page.locator("a[href^='/verify/']").first());
    looksGood("verification");
    assertThat(main()).contains(name, "A sample course");
  }

  private static void fill(Locator form, Question question, List<String> response) {
    switch (question) {
      case Question.SingleChoice single -> choose(form, response);
      case Question.MultipleChoice multiple -> choose(form, response);
      case Question.Ordering ordering -> {
        for (var place = 1; place <= response.size(); place++) {
          form.locator("select[name='place-" + response.get(place - 1) + "']").selectOption(String.valueOf(place));
        }
      }
      case Question.Matching matching -> {
        for (var pair : response) {
          var sides = pair.split(":", 2);
          form.locator("select[name='match-" + sides[0] + "']").selectOption(sides[1]);
        }
      }
      case Question.ShortText text -> form.locator("input[name=response]").fill(response.getFirst());
    }
  }

  private static void choose(Locator form, List<String> options) {
    options.forEach(option -> form.locator("input[name=response][value='" + option + "']").press("Space"));
  }

  /** Goes on to another document and waits until it is there. */
  private void use(Locator linkOrButton) {
    Chromium.arrive(page, () -> press(linkOrButton));
  }

  /** By mouse on the wide screen, by keyboard on the narrow one. */
  private void press(Locator linkOrButton) {
    if (mirror.isPresent()) {
      linkOrButton.press("Enter");
    } else {
      linkOrButton.click();
    }
  }

  private void click(String button) {
    use(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first());
  }

  private String heading() {
    return page.locator("h1").innerText();
  }

  private String main() {
    return page.locator("main").innerText();
  }

  /** The page has a heading, does not scroll sideways, and axe finds nothing wrong. */
  private void looksGood(String screen) {
    assertThat(page.locator("h1").count()).as("%s: headings of the first level", screen).isEqualTo(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("%s: fits the width", screen)
        .isEqualTo(true);
    var violations = Chromium.axe(mirror.map(this::reflect).orElse(page))
        .analyze()
        .getViolations()
        .stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
            + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList())
        .toList();
    assertThat(violations).as("%s at %s", screen, page.url()).isEmpty();
  }

  /** Shows the same document, without its scripts, in a window where axe can run. */
  private Page reflect(Page other) {
    var url = page.url().replaceFirst("#.*", "");
    var html = page.content().replaceAll("(?s)<script.*?</script>", "");
    other.context().addCookies(page.context().cookies());
    other.unrouteAll();
    other.route(url::equals,
        route -> route.fulfill(new Route.FulfillOptions().setBody(html).setContentType("text/html; charset=UTF-8")));
    other.navigate(url);
    return other;
  }
}

package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.content.Question;
import org.lectern.content.Unit;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The whole way with nothing but a keyboard: what cannot be reached by the Tab key cannot be used. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardJourneyTest {

  /** More stops than any page has. */
  private static final int STOPS = 120;

  @TestHTTPResource
  String address;

  private final AnswerKey key = new AnswerKey();
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
    window = chromium.window(address, true, 1280, 800);
    page = window.newPage();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void fromJoiningToTheResultByKeyboardAlone() {
    page.navigate("/join");
    type("#name", "Kofi Keyboard");
    type("#email", UUID.randomUUID() + "@example.org");
    type("#password", TestPerson.PASSWORD);
    enter("main form button");
    page.navigate("/courses/" + AnswerKey.COURSE);
    var course = key.course();
    var abridged = course.in("en").modulesOf(course.path("abridged").orElseThrow());
    abridged.forEach(module -> module.units().forEach(this::complete));

    page.navigate("/courses/" + AnswerKey.COURSE + "/assessment");
    enter("form[action$='/attempts'] button, main form button");
    while (page.locator("form.question").count() > 0) {
      var action = page.locator("form.question").getAttribute("action");
      var question = key.item(action.substring(action.lastIndexOf('/') + 1));
      answer("form.question", question);
      enter("form.question button[value=next]");
    }
    enter("form[action$='/submission'] button");

    assertThat(page.locator("main").innerText()).contains("100 per cent");
  }

  @Test
  void theFirstStopLeadsPastTheNavigation() {
    page.navigate("/");

    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");

    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  @Test
  void everyStopCanBeSeen() {
    page.navigate("/join");
    var stops = 0;
    for (page.keyboard().press("Tab"); !isPastTheEnd(); page.keyboard().press("Tab")) {
      assertThat(isFocusVisible()).as("stop %s: %s", stops, page.evaluate("document.activeElement.outerHTML"))
          .isEqualTo(true);
      stops++;
    }
    assertThat(stops).as("links, fields and buttons").isGreaterThan(8);
  }

  private void complete(Unit unit) {
    page.navigate("/courses/" + AnswerKey.COURSE + "/" + unit.id());
    switch (unit) {
      case Unit.Page text -> enter("form[action$='/completion'] button");
      case Unit.Check check -> check.questions().forEach(question -> {
        var form = "[id='" + question.id() + "'] form";
        answer(form, question);
        reach(page.locator(form + " button"));
        page.keyboard().press("Enter");
        page.locator("[id='" + question.id() + "'] .verdict").filter(said("✓")).waitFor();
      });
      case Unit.Case story ->
        key.walk(story).forEach((node, choice) -> {
          var title = page.locator("#node-title").innerText();
          reach(page.locator("ul.choices button[value='" + choice + "']"));
          page.keyboard().press("Enter");
          page.waitForCondition(() -> !page.locator("#node-title").innerText().equals(title));
        });
    }
    page.navigate("/courses/" + AnswerKey.COURSE + "/" + unit.id());
    assertThat(page.locator("article").innerText()).as(unit.id()).contains("✓");
  }

  private static Locator.FilterOptions said(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private void answer(String form, Question question) {
    var response = AnswerKey.of(question);
    switch (question) {
      case Question.SingleChoice single -> choose(form, response.getFirst());
      case Question.MultipleChoice multiple -> response.forEach(option -> {
        reach(page.locator(form + " input[value='" + option + "']"));
        page.keyboard().press("Space");
      });
      case Question.Ordering ordering -> {
        for (var place = 1; place <= response.size(); place++) {
          select(form + " select[name='place-" + response.get(place - 1) + "']", String.valueOf(place));
        }
      }
      case Question.Matching matching -> response.forEach(pair -> {
        var sides = List.of(pair.split(":", 2));
        select(form + " select[name='match-" + sides.get(0) + "']", sides.get(1));
      });
      case Question.ShortText text -> type(form + " input[name=response]", response.getFirst());
    }
  }

  /** One stop for the whole group; arrows choose. */
  private void choose(String form, String option) {
    var radios = page.locator(form + " input[type=radio]");
    reach(radios);
    page.keyboard().press("Space");
    for (var i = 0; i < radios.count() && !isChosen(form, option); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(isChosen(form, option)).as(option).isTrue();
  }

  private boolean isChosen(String form, String option) {
    return page.locator(form + " input[value='" + option + "']").isChecked();
  }

  private void select(String list, String value) {
    reach(page.locator(list));
    for (var i = 0; i < 20 && !page.locator(list).inputValue().equals(value); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator(list).inputValue()).as(list).isEqualTo(value);
  }

  private void type(String field, String text) {
    reach(page.locator(field));
    page.keyboard().type(text);
  }

  /** Goes on to another document by the Enter key. */
  private void enter(String button) {
    reach(page.locator(button));
    Chromium.arrive(page, () -> page.keyboard().press("Enter"));
  }

  /** Presses Tab until one of these has the focus, and can be seen to have it. */
  private void reach(Locator wanted) {
    for (var stop = 0; stop < STOPS; stop++) {
      if (wanted.evaluateAll("all => all.includes(document.activeElement)").equals(true)) {
        assertThat(isFocusVisible()).as("focus can be seen on %s", wanted).isEqualTo(true);
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not reach " + wanted + " on " + page.url());
  }

  /** After the last stop the focus leaves the page. */
  private boolean isPastTheEnd() {
    return page.evaluate("document.activeElement === document.body").equals(true);
  }

  /** An outline on the control itself, or on the label or form around it. */
  private Object isFocusVisible() {
    return page.evaluate(
        """
            () => {
              for (let element = document.activeElement; element && element !== document.body; element = element.parentElement) {
                const style = getComputedStyle(element);
                if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) return true;
              }
              return false;
            }""");
  }
}

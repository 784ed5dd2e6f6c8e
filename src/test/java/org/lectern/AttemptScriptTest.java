package org.lectern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.assessment.Learner;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the script of a question's page adds: answers are saved as they are chosen, and nothing is said too early. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttemptScriptTest {

  private static final String SAVING = "**/api/v1/attempts/*/answers/*";

  @TestHTTPResource
  String address;

  private Chromium chromium;
  private BrowserContext window;
  private Learner learner;
  private UUID attempt;

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  @BeforeEach
  void begin() {
    learner = Learner.ready("DEVNET");
    attempt = learner.opens();
    window = chromium.window(address, true, 1280, 800);
    Chromium.signIn(window, address, learner.person().token());
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private Page open(int item) {
    var page = window.newPage();
    page.navigate("/attempts/" + attempt + "?item=" + item);
    return page;
  }

  /** A page of the first question of this attempt that is answered by a choice. */
  private Page openChoice() {
    for (var item = 1; item <= 4; item++) {
      var page = open(item);
      if (page.locator("input[type=radio]").count() > 0) {
        return page;
      }
      page.close();
    }
    throw new AssertionError("no question with a choice");
  }

  private static Locator status(Page page) {
    return page.locator(".saved").first();
  }

  private static String choose(Page page, int option) {
    var radio = page.locator("input[type=radio]").nth(option);
    radio.check();
    return radio.inputValue();
  }

  private List<List<String>> saved() {
    return List.copyOf(Learner.savedAnswers(attempt).values());
  }

  @Test
  void anAnswerIsSavedAsSoonAsItIsChosen() {
    var page = openChoice();
    assertThat(status(page)).isEmpty();

    var chosen = choose(page, 1);

    assertThat(status(page)).hasText("Saved");
    assertThat(saved()).containsExactly(List.of(chosen));
    page.reload();
    assertThat(page.locator("input[type=radio]").nth(1)).isChecked();
  }

  @Test
  void whileTheServerCannotBeReachedItSaysSoAndTriesAgain() {
    var page = openChoice();
    page.route(SAVING, Route::abort);

    var chosen = choose(page, 0);

    assertThat(status(page)).hasText("Not saved yet, will retry");
    assertThat(saved()).isEmpty();

    page.unroute(SAVING);

    assertThat(status(page)).hasText("Saved");
    assertThat(saved()).containsExactly(List.of(chosen));
  }

  @Test
  void nothingIsCalledSavedBeforeTheServerHasAnswered() {
    var page = openChoice();
    var held = new CompletableFuture<Route>();
    page.route(SAVING, held::complete);

    choose(page, 0);
    page.waitForCondition(held::isDone);

    assertThat(status(page)).hasText("Saving…");
    held.join().resume();
    assertThat(status(page)).hasText("Saved");
  }

  @Test
  void whoLeavesWithAnUnsavedAnswerIsAsked() throws Exception {
    var page = openChoice();
    page.route(SAVING, Route::abort);
    choose(page, 0);
    assertThat(status(page)).hasText("Not saved yet, will retry");
    var asked = new CompletableFuture<String>();
    page.onDialog(dialog -> answer(dialog, asked));

    page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    page.waitForCondition(asked::isDone);

    assertThat(asked.get(1, TimeUnit.SECONDS)).isEqualTo("beforeunload");
    assertThat(status(page)).hasText("Not saved yet, will retry");
  }

  /** Who is asked stays. */
  private static void answer(Dialog dialog, CompletableFuture<String> asked) {
    dialog.dismiss();
    asked.complete(dialog.type());
  }

  @Test
  void anUnsavedAnswerOutlivesAReloadAndANewSignIn() {
    var page = openChoice();
    learner.person().browser().post("/sign-out");
    var chosen = choose(page, 1);
    assertThat(status(page)).containsText("You are signed out. This is kept in this tab");
    assertThat(saved()).isEmpty();

    status(page).locator("a").click();
    page.getByLabel("E-mail address").fill(learner.person().email());
    page.getByLabel("Password").fill(TestPerson.PASSWORD);
    page.locator("main button").click();

    assertThat(status(page)).hasText("Saved");
    assertThat(page.locator("input[type=radio]").nth(1)).isChecked();
    assertThat(saved()).containsExactly(List.of(chosen));
  }

  @Test
  void theFormSavesWhatTheScriptCouldNot() {
    var page = openChoice();
    page.route(SAVING, Route::abort);
    var chosen = choose(page, 0);
    assertThat(status(page)).hasText("Not saved yet, will retry");
    var question = page.url();

    page.locator("button[value=check]").or(page.locator("button[value=next]")).first().click();

    page.waitForURL(shown -> !shown.equals(question));
    assertThat(saved()).containsExactly(List.of(chosen));
  }

  @Test
  void whatIsSaidOfAnotherQuestionIsNotSaidOfThisOne() {
    var page = openChoice();
    page.route(SAVING, Route::abort);
    var name = page.locator("h1").innerText();
    var chosen = choose(page, 0);
    assertThat(status(page)).hasText("Not saved yet, will retry");
    page.onDialog(Dialog::accept);

    page.navigate("/attempts/" + attempt + "?item=" + (name.startsWith("Question 1 ") ? 2 : 1));

    assertThat(page.locator("#outbox")).hasText(name + " · Not saved yet, will retry");
    assertThat(status(page)).isEmpty();
    page.unroute(SAVING);
    assertThat(page.locator("#outbox")).hasText(name + " · Saved");
    assertThat(status(page)).isEmpty();
    assertThat(saved()).containsExactly(List.of(chosen));
  }

  @Test
  void aWindowWhoseAnswerComesTooLateIsTold() {
    var first = openChoice();
    var second = window.newPage();
    second.navigate(first.url());
    first.route(SAVING, Route::abort);
    choose(first, 0);
    assertThat(status(first)).hasText("Not saved yet, will retry");

    var later = choose(second, 1);
    assertThat(status(second)).hasText("Saved");
    first.unroute(SAVING);

    assertThat(status(first)).hasText("A later answer was saved in another window. Load this page again to see it.");
    assertThat(saved()).containsExactly(List.of(later));
  }

  @Test
  void halfAnOrderIsSavedAndTwoInOnePlaceAreNot() {
    attempt = learner.opensWith("s2-steps");
    var page = open(Learner.place(attempt, "s2-steps"));
    var places = page.locator("select[name^='place-']");

    places.nth(0).selectOption("2");

    assertThat(status(page)).hasText("Saved");
    assertThat(saved()).hasSize(1);
    var kept = saved().getFirst();
    assertThat(kept).hasSize(3).startsWith("").endsWith("").doesNotContainSequence("", "");

    places.nth(1).selectOption("2");

    assertThat(status(page)).hasText("Two lines have the same place. Give each line a place of its own.");
    assertThat(saved()).containsExactly(kept);
  }

  @Test
  void pairsAreSavedOneByOne() {
    attempt = learner.opensWith("s1-tasks");
    var page = open(Learner.place(attempt, "s1-tasks"));
    var partners = page.locator("select[name^='match-']");

    partners.nth(0).selectOption(new SelectOption().setIndex(1));
    assertThat(status(page)).hasText("Saved");
    assertThat(saved().getFirst()).hasSize(1);
    partners.nth(1).selectOption(new SelectOption().setIndex(2));

    page.waitForCondition(() -> saved().getFirst().size() == 2);
    assertThat(status(page)).hasText("Saved");
  }
}

package org.lectern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.KeyboardModifier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What learners do on pages, checks and cases is kept while the server cannot be reached, and never called saved before. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxScriptTest {

  private static final String COURSE = "/courses/sample-course/";
  private static final String WAITING = "Not saved yet, will retry";
  private static final String STORED = "sessionStorage.getItem('lectern-outbox') ?? '[]'";

  /** What the browser tells a page that it kept as it was, and shows again. */
  private static final String SHOWN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

  @TestHTTPResource
  String address;

  private Chromium chromium;
  private BrowserContext window;
  private Page page;
  private TestPerson person;

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
    signIn(person);
    page = window.newPage();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  private void signIn(TestPerson somebody) {
    Chromium.signIn(window, address, somebody.token());
  }

  private List<String> ledger() {
    return ledger(person);
  }

  /** Verb and activity of everything that somebody's ledger holds, in the order in which it was recorded. */
  private static List<String> ledger(TestPerson somebody) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Statement.<Statement>list("personId = ?1 order by stored", somebody.id())
            .stream()
            .map(statement -> statement.verb.id() + " " + statement.activity)
            .toList());
  }

  private Locator question(String id) {
    return page.locator("div[id='" + id + "']");
  }

  private Locator status() {
    return page.locator("#outbox");
  }

  private void answerGlass(String option) {
    question("glass").locator("input[value=" + option + "]").check();
    question("glass").locator("button").click();
  }

  /** Gives an answer that does not reach the server, and is ready to leave its page all the same. */
  private void answerGlassInVain() {
    page.navigate(COURSE + "s1-check");
    page.route("**/answers/glass", Route::abort);
    answerGlass("b");
    assertThat(question("glass").locator(".saved")).hasText(WAITING);
    page.onDialog(dialog -> dialog.accept());
  }

  @Test
  void aPageThatIsDoneOfflineIsDoneOnceWhenTheServerIsBack() {
    page.navigate(COURSE + "s1-welcome");
    window.setOffline(true);

    page.locator(".pager button").click();

    assertThat(status()).hasText(WAITING);
    assertThat(ledger()).isEmpty();
    window.setOffline(false);
    page.waitForURL("**/s1-check");
    assertThat(ledger()).containsExactly("completed s1-welcome");
    assertThat(page.evaluate(STORED)).isEqualTo("[]");
  }

  @Test
  void anAnswerGivenOfflineIsRecordedOnceWhenTheServerIsBack() {
    page.navigate(COURSE + "s1-check");
    window.setOffline(true);

    answerGlass("b");

    assertThat(question("glass").locator(".saved")).hasText(WAITING);
    assertThat(question("glass").locator(".verdict")).hasCount(0);
    assertThat(ledger()).isEmpty();
    window.setOffline(false);
    assertThat(question("glass").locator(".saved")).hasText("Saved");
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void aChoiceMadeOfflineIsRecordedOnceWhenTheServerIsBack() {
    page.navigate(COURSE + "s2-case");
    var start = page.locator("#node-title").innerText();
    window.setOffline(true);

    page.locator("ul.choices button").first().click();

    assertThat(status()).hasText(WAITING);
    assertThat(page.locator("#node-title")).hasText(start);
    window.setOffline(false);
    assertThat(status()).hasText("Saved");
    assertThat(page.locator("#node-title")).not().hasText(start);
    assertThat(ledger()).singleElement().asString().startsWith("answered s2-case/");
  }

  @Test
  void anAnswerWhoseReceiptWasLostIsNotRecordedTwice() {
    page.navigate(COURSE + "s1-check");
    page.route("**/answers/glass", route -> {
      route.fetch();
      route.abort();
    });

    answerGlass("b");

    assertThat(question("glass").locator(".saved")).hasText(WAITING);
    assertThat(ledger()).containsExactly("answered s1-check/glass");
    page.unroute("**/answers/glass");
    assertThat(question("glass").locator(".saved")).hasText("Saved");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void anotherAnswerAfterALostReceiptIsAnotherAnswer() {
    page.navigate(COURSE + "s1-check");
    page.route("**/answers/glass", route -> {
      route.fetch();
      route.abort();
    });
    answerGlass("a");
    assertThat(question("glass").locator(".saved")).hasText(WAITING);

    page.unroute("**/answers/glass");
    answerGlass("b");

    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass", "answered s1-check/glass");
  }

  @Test
  void feedbackStandsUnderTheOptionAndIsReadOut() {
    page.navigate(COURSE + "s1-check");
    var untouched = question("parts").locator("input[type=checkbox]").first();
    untouched.check();

    answerGlass("a");

    var verdict = question("glass").locator(".verdict");
    assertThat(verdict).hasText("↺ Not quite.");
    assertThat(verdict).isFocused();
    assertThat(verdict).hasAccessibleDescription("That is the flame. The glass stands around it.");
    assertThat(question("glass").locator("input[value=a]"))
        .hasAccessibleDescription("That is the flame. The glass stands around it.");
    assertThat(question("glass").locator("[role=status]")).hasText("Saved");
    assertThat(untouched).isChecked();
  }

  @Test
  void whoChoosesOtherwiseMeanwhileKeepsThatAndIsNotMoved() {
    page.navigate(COURSE + "s1-check");
    var held = new CompletableFuture<Route>();
    page.route("**/answers/glass", held::complete);
    answerGlass("a");
    page.waitForCondition(held::isDone);
    var other = question("glass").locator("input[value=b]");
    other.check();
    other.focus();

    page.unroute("**/answers/glass");
    held.join().resume();

    assertThat(question("glass").locator(".saved")).isEmpty();
    assertThat(other).isChecked();
    assertThat(other).isFocused();
    assertThat(question("glass").locator(".verdict")).hasCount(0);
    question("glass").locator("button").click();
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass", "answered s1-check/glass");
  }

  @Test
  void whoIsAtTheLinkOnwardsStaysThereWhenItIsRenewed() {
    page.navigate(COURSE + "s1-check");
    var held = new CompletableFuture<Route>();
    page.route("**/answers/glass", held::complete);
    answerGlass("b");
    page.waitForCondition(held::isDone);
    page.locator(".pager [rel=next]").focus();

    held.join().resume();

    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(page.locator(".pager [rel=next]")).isFocused();
  }

  @Test
  void aMissingAnswerIsAskedForInPlace() {
    page.navigate(COURSE + "s1-check");

    question("glass").locator("button").click();

    assertThat(page.locator(".errors")).isFocused();
    assertThat(page).hasTitle(java.util.regex.Pattern.compile("^Error: "));
    assertThat(question("glass").locator(".error")).isVisible();
    answerGlass("b");
    assertThat(page.locator(".errors")).hasCount(0);
    assertThat(page).not().hasTitle(java.util.regex.Pattern.compile("^Error: "));
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
  }

  @Test
  void anAnswerOutlivesAReload() {
    answerGlassInVain();

    page.reload();

    assertThat(question("glass").locator("input[value=b]")).isChecked();
    assertThat(question("glass").locator(".saved")).hasText(WAITING);
    page.unroute("**/answers/glass");
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void whoClosesTheTabWithAnUnsavedAnswerIsAsked() throws Exception {
    page.navigate(COURSE + "s1-check");
    window.setOffline(true);
    answerGlass("b");
    assertThat(question("glass").locator(".saved")).hasText(WAITING);
    var asked = new CompletableFuture<String>();
    page.onDialog(dialog -> {
      asked.complete(dialog.type());
      dialog.dismiss();
    });

    page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    page.waitForCondition(asked::isDone);

    assertThat(asked.get()).isEqualTo("beforeunload");
  }

  @Test
  void anAnswerAfterTheSessionEndedIsSentAfterTheNextSignIn() {
    page.navigate(COURSE + "s1-check");
    person.browser().post("/sign-out");

    answerGlass("b");

    assertThat(question("glass").locator(".saved")).containsText("You are signed out. This is kept in this tab");
    question("glass").locator(".saved a").click();
    page.getByLabel("E-mail address").fill(person.email());
    page.getByLabel("Password").fill(TestPerson.PASSWORD);
    page.locator("main button").click();
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void whoSignsInInAnotherTabFindsTheAnswerSavedHere() {
    page.navigate(COURSE + "s1-check");
    person.browser().post("/sign-out");
    answerGlass("b");
    assertThat(question("glass").locator(".saved")).containsText("You are signed out. This is kept in this tab");

    var other = window.waitForPage(() -> question("glass").locator(".saved a")
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));
    Chromium.signIn(window, address, TestPerson.signIn(person.email(), TestPerson.PASSWORD));
    other.close();
    page.evaluate("dispatchEvent(new Event('focus'))");

    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void whoIsAtTheLinkToSignInStaysThereWhileItIsTriedAgain() {
    page.navigate(COURSE + "s1-check");
    person.browser().post("/sign-out");
    answerGlass("b");
    var link = question("glass").locator(".saved a");
    link.focus();

    page.evaluate("outbox.send()");

    assertThat(link).isFocused();
  }

  @Test
  void aPageThatIsShownAgainKnowsWhatOthersOfItsTabKeptAndSent() {
    answerGlassInVain();
    var kept = page.evaluate(STORED);
    page.evaluate("sessionStorage.setItem('lectern-outbox', '[]')");

    page.evaluate(SHOWN_AGAIN);

    assertThat(page.evaluate("outbox.waiting().length")).isEqualTo(0);
    page.evaluate("kept => sessionStorage.setItem('lectern-outbox', kept)", kept);
    page.unroute("**/answers/glass");
    page.evaluate(SHOWN_AGAIN);
    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
  }

  @Test
  void whoStaysAfterAllGoesOnSaving() {
    page.navigate(COURSE + "s1-check");
    page.evaluate("outbox.leave()");

    answerGlass("b");

    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
  }

  @Test
  void anAnswerThatIsSentFromAnotherPageLeavesThatPageAsItIs() {
    answerGlassInVain();
    page.navigate(COURSE + "s1-welcome");
    assertThat(status()).hasText(WAITING);

    page.unroute("**/answers/glass");

    assertThat(status()).hasText("Saved");
    assertThat(ledger()).containsExactly("answered s1-check/glass");
    assertThat(page.title()).startsWith("Welcome");
    assertThat(page.locator(".pager button")).hasCount(1);
  }

  @Test
  void whatIsNotSavedYetIsSentFromThePagesOfTheCourseAndTheDeskToo() {
    answerGlassInVain();
    page.navigate(COURSE + "s3-rooms");
    assertThat(status()).hasText(WAITING);

    page.locator(".pager button").click();

    page.waitForURL("**/courses/sample-course");
    assertThat(status()).hasText(WAITING);
    page.navigate("/");
    assertThat(status()).hasText(WAITING);
    page.unroute("**/answers/glass");
    assertThat(status()).hasText("Saved");
    assertThat(ledger()).containsExactlyInAnyOrder("answered s1-check/glass", "completed s3-rooms");
  }

  @Test
  void whatOnePersonDidIsNeverRecordedForAnother() {
    page.navigate(COURSE + "s1-check");
    var other = TestPerson.onFullPath();
    signIn(other);

    answerGlass("b");

    assertThat(question("glass").locator(".saved")).containsText("You are signed out");
    page.onDialog(dialog -> dialog.accept());
    page.reload();
    assertThat(question("glass").locator("input[value=b]")).not().isChecked();
    assertThat(ledger(person)).isEmpty();
    assertThat(ledger(other)).isEmpty();
  }

  @Test
  void signingOutForgetsWhatWasKept() {
    answerGlassInVain();

    page.locator("form[action='/sign-out'] button").click();

    page.waitForURL(address + "**");
    assertThat(page.evaluate(STORED)).isEqualTo("[]");
  }

  @Test
  void aRefusalIsToldAndNotCalledSaved() {
    page.navigate(COURSE + "s1-check");
    page.route("**/answers/glass", route -> route.fulfill(new Route.FulfillOptions().setStatus(409)
        .setContentType("application/problem+json")
        .setBody("{\"detail\": \"It was withdrawn.\"}")));

    answerGlass("b");

    assertThat(question("glass").locator(".saved")).hasText("Not saved. It was withdrawn.");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void twoTabsEachSaveTheirOwn() {
    page.navigate(COURSE + "s1-check");
    var second = window.newPage();
    second.navigate(COURSE + "s1-welcome");
    window.setOffline(true);
    answerGlass("b");
    second.locator(".pager button").click();
    assertThat(second.locator("#outbox")).hasText(WAITING);

    window.setOffline(false);

    assertThat(question("glass").locator(".verdict")).hasText("✓ Right.");
    second.waitForURL("**/s1-check");
    assertThat(ledger()).containsExactlyInAnyOrder("answered s1-check/glass", "completed s1-welcome");
  }
}

package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.platform.TestPerson.stranger;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.ledger.Statement;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Pages as learners see and do them, without JavaScript. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesTest {

  private static final String COURSE = "/courses/sample-course/";

  private static String page(TestPerson person, String address) {
    var answer = person.browser().get(COURSE + address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  static String statementOf(String page) {
    var found = Pattern.compile("name=\"statement\" value=\"([0-9a-f-]{36})\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aPageShowsWhereItStandsAndHowToGoOn() {
    var page = page(TestPerson.onFullPath(), "s1-welcome");

    assertThat(page).contains("<title>Welcome · A sample course · Lectern</title>", "<h1>Welcome</h1>",
        "<article lang=\"en\" dir=\"ltr\">", "<li>1 of 2 in this module</li>",
        "Module 1: <bdi lang=\"en\">The lantern</bdi>",
        "is a light that you can carry", "{what happened}", "<button>Done, next</button>",
        "action=\"/courses/sample-course/s1-welcome/completion\"", "S/HB/1",
        "href=\"/courses/sample-course/glossary#lantern\"", "href=\"/courses/sample-course/s1-check\"");
    assertThat(page).doesNotContain("onclick", "style=", "javascript:");
  }

  @Test
  void doneNextRecordsThePageAndGoesToTheNext() {
    var person = TestPerson.onFullPath();

    var answer = person.browser()
        .formParam("statement", statementOf(page(person, "s1-welcome")))
        .post(COURSE + "s1-welcome/completion");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(COURSE + "s1-check");
    assertThat(completedOf(person)).containsExactly("s1-welcome");
    assertThat(page(person, "s1-welcome"))
        .contains("You have done this.", "Next: <bdi lang=\"en\">Check what you remember</bdi>")
        .doesNotContain("Done, next");
  }

  @Test
  void aDoubleClickMakesOneStatement() {
    var person = TestPerson.onFullPath();
    var statement = statementOf(page(person, "s1-welcome"));
    for (var click = 0; click < 2; click++) {
      var answer = person.browser().formParam("statement", statement).post(COURSE + "s1-welcome/completion");
      assertThat(answer.statusCode()).isEqualTo(303);
    }

    assertThat(ledger(person)).singleElement()
        .satisfies(kept -> assertThat(kept.id).isEqualTo(UUID.fromString(statement)));
  }

  @Test
  void aFormWithoutAnIdIsTakenAndAFormWithNonsenseForOneIsRefused() {
    var person = TestPerson.onFullPath();

    assertThat(person.browser().post(COURSE + "s2-dark/completion").statusCode()).isEqualTo(303);
    assertThat(person.browser().formParam("statement", "nonsense").post(COURSE + "s1-welcome/completion").statusCode())
        .isEqualTo(400);
    assertThat(completedOf(person)).containsExactly("s2-dark");
  }

  @Test
  void theLastUnitLeadsBackToTheCourse() {
    var person = TestPerson.onFullPath();

    assertThat(person.browser().post(COURSE + "s3-rooms/completion").header("Location"))
        .isEqualTo("/courses/sample-course");
  }

  @Test
  void lookingChangesNothing() {
    var person = TestPerson.onFullPath();
    var before = counts();
    for (var address : new String[]{"", "/s1-welcome", "/s1-check", "/s2-dark", "/s2-case", "/s2-case?node=fire",
        "/glossary", "/media/shelf.png", "/s1-welcome/completion", "/s1-check/answers/glass",
        "/s2-case/choices/flicker"}) {
      person.browser().get("/courses/sample-course" + address);
      person.browser().head("/courses/sample-course" + address);
      person.browser().options("/courses/sample-course" + address);
    }

    assertThat(counts()).isEqualTo(before);
    assertThat(ledger(person)).isEmpty();
    assertThat(Telling.registrations(person)).isEmpty();
  }

  private static String counts() {
    return QuarkusTransaction.requiringNew().call(() -> {
      var entities = Statement.getEntityManager();
      var counts = new StringBuilder();
      for (var table : new String[]{"person", "account", "engagement", "registration", "statement",
          "sign_in_session"}) {
        counts.append(table).append(entities.createNativeQuery("select count(*) from " + table).getSingleResult());
      }
      return counts.toString();
    });
  }

  @ParameterizedTest
  @CsvSource({"s1-welcome,200", "s1-check,200", "s2-case,200", "s1-welcome/completion,404", "nothing,404"})
  void headAnswersLikeGetWithoutABody(String address, int status) {
    var person = TestPerson.onFullPath();

    var head = person.browser().head(COURSE + address);

    assertThat(head.statusCode()).isEqualTo(person.browser().get(COURSE + address).statusCode()).isEqualTo(status);
    assertThat(head.asString()).isEmpty();
  }

  @Test
  void aClipCountsAsWatchedWhenItsTranscriptWasOpened() {
    var person = TestPerson.onFullPath();
    var page = page(person, "s2-dark");
    var action = Pattern.compile("action=\"(/courses/sample-course/s2-dark/clips/[^\"]+)\"").matcher(page);
    assertThat(action.find()).isTrue();
    assertThat(page).contains("Clip: </span>Lighting a lantern", "12 s", "preload=\"none\"", "srclang=\"en\"",
        "data-watched=\"" + action.group(1) + "\"").doesNotContain("autoplay", "Watched");

    var answer = person.browser().post(action.group(1));
    person.browser().post(action.group(1));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith(COURSE + "s2-dark#transcript-");
    assertThat(completedOf(person)).singleElement().asString().startsWith("s2-dark/");
    assertThat(ledger(person)).hasSize(1);
    assertThat(page(person, "s2-dark")).contains("Watched", "A hand cleans the glass", "Done, next");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s2-dark/clips/nothing", "s2-dark/clips/a b", "s1-welcome/clips/lighting",
      "s1-check/clips/x"})
  void aClipThatIsNotThereIsNotFound(String address) {
    var person = TestPerson.onFullPath();

    assertThat(person.browser().post(COURSE + address).statusCode()).isEqualTo(404);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aUnitBeyondThePathCanBeReadAndIsNotRecorded() {
    var person = TestPerson.onAbridgedPath();
    var page = page(person, "s3-rooms");

    var answer = person.browser().post(COURSE + "s3-rooms/completion");

    assertThat(page).contains("This is not on your path. You are welcome to read it; nothing is recorded here.",
        "One lantern for each room is enough.").doesNotContain("Done, next");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("“Many rooms” is not on your path (Abridged path), so nothing was recorded");
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aRefusalSpeaksTheLanguageOfWhoComesForTheFirstTime() {
    var person = TestPerson.join("ITECNET", "fr");

    var answer = person.browser().post(COURSE + "s3-rooms/completion");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<html lang=\"fr\"", "Se déconnecter");
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aPageThatIsNotTranslatedSaysSoAndIsShownInTheSourceLanguage() {
    var person = TestPerson.join("POLNET", "fr");
    var translated = page(person, "s1-welcome");
    var fallback = page(person, "s2-dark");

    assertThat(translated).contains("<h1>Bienvenue</h1>", "<article lang=\"fr\"")
        .doesNotContain("class=\"note\"");
    assertThat(fallback).containsPattern("class=\"note\"[^>]*>[^<]*français[^<]*English")
        .contains("<article lang=\"en\"",
            "<h1>When it goes out</h1>");
    person.browser().post(COURSE + "s1-welcome/completion");
    assertThat(ledger(person)).singleElement().satisfies(kept -> assertThat(kept.language).isEqualTo("fr"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"fr|Bienvenue", "fr-CA,en;q=0.5|Bienvenue", "de,fr;q=0.8|Bienvenue",
      "en|Welcome",
      "tlh|Welcome", "ar,fr;q=0.1|Welcome", "*|Welcome"})
  void whoeverChoseNoLanguageReadsInTheirBrowsers(String header, String title) {
    var answer = reader().browser().header("Accept-Language", header).get(COURSE + "s1-welcome");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("<h1>" + title + "</h1>");
  }

  private static @org.jspecify.annotations.Nullable TestPerson reader;

  private static TestPerson reader() {
    var person = reader == null ? TestPerson.onFullPath() : reader;
    reader = person;
    return person;
  }

  @Test
  void figuresHaveTextAndPicturesHaveAnAddressThatChangesWithThem() {
    var person = TestPerson.onFullPath();

    assertThat(page(person, "s1-welcome")).contains("<svg", "A lantern with a flame in it.",
        "The lantern and its parts", "Credit: Lectern", "A handle on top, a glass body in the middle");
    assertThat(page(person, "s2-dark"))
        .containsPattern("<img src=\"/courses/sample-course/media/shelf\\.png\\?v=[0-9a-f]{8}\""
            + " alt=\"A shelf with a can of oil on the left\\.\"");
  }

  @Test
  void pagesAreForWhoIsSignedIn() {
    assertThat(stranger().get(COURSE + "s1-welcome").header("Location"))
        .isEqualTo("/sign-in?to=%2Fcourses%2Fsample-course%2Fs1-welcome");
    assertThat(stranger().post(COURSE + "s1-welcome/completion").statusCode()).isEqualTo(401);
    assertThat(stranger().post(COURSE + "s2-dark/clips/lighting").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/courses/nothing", "/courses/nothing/s1-welcome", "/courses/sample-course/nothing",
      "/courses/sample-course/%3Cscript%3E", "/courses/..%2f..%2fetc/passwd", "/courses/nothing/glossary"})
  void whatIsNotThereIsNotFound(String address) {
    var answer = reader().browser().urlEncodingEnabled(false).get(address);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.asString()).contains("<h1>Page not found</h1>").doesNotContain("<script>");
  }
}

package org.lectern.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Notes to self, without JavaScript. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NotesTest {

  private static final String COURSE = "/courses/sample-course";
  private static final String WELCOME = COURSE + "/s1-welcome";

  private static Response save(TestPerson person, String unit, String text, String seen) {
    return person.browser().formParam("text", text).formParam("seen", seen).post(COURSE + "/" + unit + "/note");
  }

  /** The state of the only note of a person, as a form has seen it that was made now. */
  private static String seen(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> Note.of(person.id(), "sample-course").getFirst().state());
  }

  private static List<String> notes(TestPerson person) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> Note.of(person.id(), "sample-course").stream().map(note -> note.unitId + ": " + note.text).toList());
  }

  private static String page(TestPerson person, String address) {
    var answer = person.browser().get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void aNoteIsSavedAndShownWhereItWasWritten() {
    var person = TestPerson.onFullPath();
    assertThat(page(person, WELCOME)).contains("<details class=\"margin\" id=\"your-note\">",
        "name=\"seen\" value=\"\"",
        "action=\"" + WELCOME + "/note\"");

    var answer = save(person, "s1-welcome", " Ask Ben about <lamps>\r\nand oil. ", "");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(WELCOME + "?done=note#your-note");
    assertThat(notes(person)).containsExactly("s1-welcome: Ask Ben about <lamps>\nand oil.");
    assertThat(page(person, WELCOME + "?done=note")).contains("<details class=\"margin\" id=\"your-note\" open>",
        "Your note is saved.", "Ask Ben about &lt;lamps&gt;\nand oil.</textarea>",
        "name=\"seen\" value=\"" + seen(person) + "\"");
    assertThat(page(person, COURSE + "/s1-check")).doesNotContain("Ask Ben");
    assertThat(page(TestPerson.onFullPath(), WELCOME)).doesNotContain("Ask Ben");
  }

  @Test
  void theSameTextTwiceIsOneNoteAndALaterTextReplacesIt() {
    var person = TestPerson.onFullPath();
    save(person, "s1-welcome", "one", "");

    assertThat(save(person, "s1-welcome", "one", "").statusCode()).isEqualTo(303);
    assertThat(save(person, "s1-welcome", "two", seen(person)).statusCode()).isEqualTo(303);

    assertThat(notes(person)).containsExactly("s1-welcome: two");
  }

  @Test
  void aWindowThatIsOutOfDateShowsBothTextsAndLosesNeither() {
    var person = TestPerson.onFullPath();
    save(person, "s1-welcome", "from the first window", "");

    var answer = save(person, "s1-welcome", "from the second window", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.asString()).contains("You changed this note in another window", "<title>Error: Note: Welcome",
        "from the second window</textarea>", "from the first window</p>",
        "name=\"seen\" value=\"" + seen(person) + "\"");
    assertThat(notes(person)).containsExactly("s1-welcome: from the first window");
    assertThat(save(person, "s1-welcome", "both", seen(person)).statusCode()).isEqualTo(303);
    assertThat(notes(person)).containsExactly("s1-welcome: both");
  }

  @Test
  void aWindowThatShowsANoteDeletedSinceDoesNotWriteOverTheNextOne() {
    var person = TestPerson.onFullPath();
    save(person, "s1-welcome", "deleted", "");
    var before = seen(person);
    person.browser().post(WELCOME + "/note/deletion");
    save(person, "s1-welcome", "the next one", "");

    var answer = save(person, "s1-welcome", "the deleted one, changed", before);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(notes(person)).containsExactly("s1-welcome: the next one");
  }

  @Test
  void theAddressOfTheFormLeadsToThePageWhateverStandsInIt() {
    var answer = TestPerson.onFullPath().browser().urlEncodingEnabled(false).get("/courses/a%20b/c%3Fd/note");

    assertThat(answer.header("Location")).isEqualTo("/courses/a%20b/c%3Fd#your-note");
  }

  @Test
  void whatCannotBeSavedIsShownAgainWithTheReason() {
    var person = TestPerson.onFullPath();

    var empty = save(person, "s1-welcome", "  ", "");
    var tooLong = save(person, "s1-welcome", "x".repeat(4_001), "");

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.asString()).contains("Write something first");
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.asString()).contains("Enter at most 4000 characters", "x".repeat(4_001) + "</textarea>");
    assertThat(notes(person)).isEmpty();
    assertThat(save(person, "s1-welcome", "é".repeat(4_000), "").statusCode()).isEqualTo(303);
  }

  @Test
  void aTextThatComesAfterTheSessionHasEndedIsHandedBack() {
    var person = TestPerson.onFullPath();
    person.browser().post("/sign-out");

    var answer = save(person, "s1-welcome", "typed for an hour", "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.asString()).contains("You are signed out", "typed for an hour</textarea>",
        "href=\"/sign-in?to=" + WELCOME + "\" target=\"_blank\"", "action=\"" + WELCOME + "/note\"");
    assertThat(notes(person)).isEmpty();
  }

  @Test
  void deletingAsksFirst() {
    var person = TestPerson.onFullPath();
    save(person, "s1-welcome", "to be deleted", "");

    assertThat(page(person, WELCOME + "/note/deletion")).contains("Delete your note?", "to be deleted",
        "action=\"" + WELCOME + "/note/deletion\"");
    assertThat(notes(person)).hasSize(1);
    var answer = person.browser().post(WELCOME + "/note/deletion");

    assertThat(answer.header("Location")).isEqualTo(COURSE + "/notes?done=deleted");
    assertThat(notes(person)).isEmpty();
    assertThat(person.browser().post(WELCOME + "/note/deletion").statusCode()).isEqualTo(303);
    assertThat(person.browser().urlEncodingEnabled(false).post("/courses/a%20b/c/note/deletion").header("Location"))
        .isEqualTo("/courses/a%20b/notes?done=deleted");
    assertThat(person.browser().get(WELCOME + "/note/deletion").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyReachesTheNoteOfSomebodyElse() {
    var person = TestPerson.onFullPath();
    var other = TestPerson.onFullPath();
    save(person, "s1-welcome", "mine", "");

    assertThat(other.browser().get(WELCOME + "/note/deletion").statusCode()).isEqualTo(404);
    other.browser().post(WELCOME + "/note/deletion");
    save(other, "s1-welcome", "theirs", "");

    assertThat(notes(person)).containsExactly("s1-welcome: mine");
  }

  @Test
  void myNotesAreInTheOrderOfTheCourseOnAPageAndInAFile() {
    var person = TestPerson.onFullPath();
    assertThat(page(person, COURSE + "/notes")).contains("You have no notes in this course yet.");
    save(person, "s2-dark", "second", "");
    save(person, "s1-welcome", "first", "");

    var page = page(person, COURSE + "/notes");
    var file = person.browser().get(COURSE + "/notes/file");

    assertThat(page.indexOf(">first</p>")).isPositive().isLessThan(page.indexOf(">second</p>"));
    assertThat(page).contains("href=\"" + WELCOME + "#your-note\"", "href=\"" + WELCOME + "/note/deletion\"",
        "href=\"" + COURSE + "/notes/file\"");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"notes-sample-course.txt\"");
    assertThat(file.contentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(file.asString()).startsWith("A sample course\n\n## Welcome (")
        .contains(")\n\nfirst\n\n## ")
        .endsWith(")\n\nsecond\n");
  }

  @Test
  void aNoteOnAPageThatTheCourseNoLongerHasStays() {
    var person = TestPerson.onFullPath();
    save(person, "s1-welcome", "kept", "");
    QuarkusTransaction.requiringNew()
        .run(() -> Note.update("unitId = 'old-page', unitTitle = 'The old page' where personId = ?1", person.id()));

    assertThat(page(person, COURSE + "/notes")).contains("The old page</h2>", "The course no longer has this page.",
        ">kept</p>");
    assertThat(save(person, "old-page", "kept and changed", seen(person)).header("Location"))
        .isEqualTo(COURSE + "/notes");
    assertThat(save(person, "never-there", "nothing", "").statusCode()).isEqualTo(404);
    assertThat(notes(person)).containsExactly("old-page: kept and changed");
  }

  @Test
  void notesAreForWhoIsSignedIn() {
    assertThat(TestPerson.stranger().get(COURSE + "/notes").statusCode()).isEqualTo(303);
    assertThat(TestPerson.stranger().get(COURSE + "/notes/file").statusCode()).isEqualTo(303);
    assertThat(TestPerson.stranger().get(WELCOME + "/note/deletion").statusCode()).isEqualTo(303);
    assertThat(TestPerson.stranger().post(WELCOME + "/note/deletion").statusCode()).isEqualTo(401);
    assertThat(TestPerson.onFullPath().browser().get(WELCOME + "/note").header("Location"))
        .isEqualTo(WELCOME + "#your-note");
  }
}

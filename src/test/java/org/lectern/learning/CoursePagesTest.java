package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CoursePagesTest {

  private static final String COURSE = "/courses/sample-course";

  private static String page(TestPerson person) {
    return person.browser().get(COURSE).asString();
  }

  @Test
  void aCourseBeginsWithWhyThisPathAndWhatIsLeft() {
    var page = page(TestPerson.onFullPath());

    assertThat(page).contains(">A sample course</h1>",
        "Your job network is POLNET: Full path, sample bulletin §1(a).", "Not right? Change your job network",
        "0 of 6 done", "min left", "max=\"6\" value=\"0\"", ">Start</a>", "Next: <bdi lang=\"en\">Welcome</bdi>",
        "href=\"/courses/sample-course/s1-welcome\"", "sample-team@example.org");
    assertThat(page).doesNotContain("Continue where you were", "Beyond your path");
  }

  @Test
  void aProvisionalPathSaysSo() {
    assertThat(page(TestPerson.join(null)))
        .contains("Your job network is not known yet, so this is the Abridged path, for now.",
            "Say which one is yours");
  }

  @Test
  void aLearnerContinuesWhereTheyWere() {
    var person = TestPerson.onAbridgedPath();
    tell(person, completed("s1-welcome"));

    assertThat(page(person)).contains("1 of 5 done", "value=\"1\"", ">Continue where you were</a>",
        "Next: <bdi lang=\"en\">Check what you remember</bdi>", "href=\"/courses/sample-course/s1-check\"");
  }

  @Test
  void whatIsLockedSaysWhatUnlocksIt() {
    var person = TestPerson.onAbridgedPath();
    assertThat(page(person)).contains("Locked. It opens when every unit above is done: 5 left.")
        .doesNotContain("/courses/sample-course/assessment\"");

    tell(person, completed("s1-welcome"));
    assertThat(page(person)).contains("every unit above is done: 4 left.");
  }

  @Test
  void modulesBeyondThePathAreOfferedForReading() {
    assertThat(page(TestPerson.onAbridgedPath())).contains("Beyond your path",
        "what you do there is not recorded", "href=\"/courses/sample-course/s3-rooms\"");
  }

  @Test
  void theGlossaryIsInTheOrderOfItsLanguage() {
    var english = TestPerson.onFullPath().browser().get(COURSE + "/glossary").asString();
    var french = TestPerson.join("POLNET", "fr").browser().get(COURSE + "/glossary").asString();

    assertThat(english).contains("<h1>Glossary</h1>",
        "<dt id=\"keeper\" lang=\"en\" dir=\"ltr\"><dfn>keeper</dfn></dt>",
        "A light with a cover, which can be carried.");
    assertThat(english.indexOf("id=\"keeper\"")).isLessThan(english.indexOf("id=\"lantern\""));
    assertThat(french).contains("<dfn>gardien</dfn>", "<dfn>lanterne</dfn>");
  }

  @Test
  void coursesAreForWhoIsSignedIn() {
    assertThat(stranger().get(COURSE).header("Location")).isEqualTo("/sign-in?to=%2Fcourses%2Fsample-course");
    assertThat(stranger().get(COURSE + "/glossary").statusCode()).isEqualTo(303);
  }
}

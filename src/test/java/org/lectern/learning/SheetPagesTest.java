package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A module on one page, to print. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SheetPagesTest {

  private static final String COURSE = "/courses/sample-course";

  private static String sheet(String module) {
    var answer = TestPerson.onFullPath().browser().get(COURSE + "/modules/" + module);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void aModuleIsOnOnePageWithItsTextItsQuestionsAndItsTerms() {
    var sheet = sheet("s1");

    assertThat(sheet).contains("1. The lantern</h1>", "1.1 Welcome</h2>", "is a light that you can carry",
        ">The parts</h3>", "1.2 Check what you remember</h2>", "<ul class=\"boxes\">",
        "<dfn>lantern</dfn></dt>", "A light with a cover, which can be carried.",
        "Left out on paper: which answers are right");
    assertThat(sheet).doesNotContain("type=\"radio\"", "<video", "popover");
  }

  @Test
  void whatIsOnlyThereInAnotherLanguageSaysSo() {
    var sheet = TestPerson.join("POLNET", "ru").browser().get(COURSE + "/modules/s1").asString();

    assertThat(sheet).contains("<a href=\"" + COURSE + "\" lang=\"en\">A sample course</a>",
        "<bdi lang=\"en\">The lantern</bdi>", "<li lang=\"en\">A sample course</li>");
  }

  @Test
  void noKeyIsPrinted() {
    var sheet = sheet("s1").replace("&#39;", "'");

    for (var question : Sample.check("s1-check").questions()) {
      assertThat(sheet).contains(question.prompt());
    }
    assertThat(sheet).doesNotContain("class=\"feedback", "checked");
  }

  @Test
  void aCaseSaysWhereEachChoiceLeads() {
    var sheet = sheet("s2");

    for (var node : Sample.story().nodes()) {
      assertThat(sheet).contains("<h3>" + node.title() + "</h3>");
    }
    assertThat(sheet).contains("Go on at:", "This walk ended well");
  }

  @Test
  void aModuleCanBePrintedFromTheCourseAndFromItsUnits() {
    var person = TestPerson.onAbridgedPath();
    var link = "href=\"" + COURSE + "/modules/s1\"";

    assertThat(person.browser().get(COURSE).asString()).contains(link);
    assertThat(person.browser().get(COURSE + "/s1-welcome").asString()).contains(link);
    assertThat(person.browser().get(COURSE + "/modules/s3").statusCode()).as("beyond the path").isEqualTo(200);
    assertThat(person.browser().get(COURSE + "/modules/none").statusCode()).isEqualTo(404);
    assertThat(TestPerson.stranger().get(COURSE + "/modules/s1").statusCode()).isEqualTo(303);
  }
}

package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Terms of the glossary are explained on the page that uses them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermsTest {

  private static final String COURSE = "/courses/sample-course/";

  @Test
  void aPageBringsTheDefinitionsOfItsTerms() {
    var page = TestPerson.onFullPath().browser().get(COURSE + "s1-welcome").asString();

    assertThat(page).contains("popover id=\"term-lantern\"",
        "lang=\"en\" dir=\"ltr\"><dfn id=\"name-lantern\">lantern</dfn><p>A light with a cover, which can be carried.</p>",
        "popover id=\"term-keeper\"", "class=\"term\"", "href=\"/courses/sample-course/glossary#lantern\"",
        "/assets/reading.js?v=");
  }

  @Test
  void aTermIsExplainedInTheLanguageOfItsReader() {
    var french = TestPerson.join("POLNET", "fr").browser().get(COURSE + "s1-welcome").asString();
    var arabic = TestPerson.join("POLNET", "ar").browser().get(COURSE + "s1-welcome").asString();

    assertThat(french).contains("lang=\"fr\" dir=\"ltr\"><dfn id=\"name-lantern\">lanterne</dfn>");
    assertThat(arabic).as("not in the glossary: the source language, and saying so")
        .contains("lang=\"en\" dir=\"ltr\"><dfn id=\"name-lantern\">lantern</dfn>");
  }

  @Test
  void theGlossarySaysInWhichLanguageItsTermsAre() {
    var glossary = TestPerson.join("POLNET", "ar").browser().get(COURSE + "glossary").asString();

    assertThat(glossary).contains("<a href=\"/courses/sample-course\" lang=\"en\">A sample course</a>",
        "<dt id=\"lantern\" lang=\"en\" dir=\"ltr\"><dfn>lantern</dfn></dt>",
        "<dd lang=\"en\" dir=\"ltr\">A light with a cover, which can be carried.</dd>");
  }

  @Test
  void aPageWithoutTermsBringsNone() {
    assertThat(TestPerson.onFullPath().browser().get(COURSE + "s3-rooms").asString())
        .doesNotContain("class=\"definition\"");
  }
}

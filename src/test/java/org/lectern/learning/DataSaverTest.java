package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Clips and pictures as learners get them: nothing heavy unasked, and nothing at all with data-saver on. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DataSaverTest {

  private static final String PAGE = "/courses/sample-course/s2-dark";
  private static final String SAVED = "Data-saver is on: pictures and clips load when you ask for them.";

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  @Test
  void nothingHeavyIsLoadedUnasked() {
    var page = person.browser().get(PAGE).asString();

    assertThat(page).contains("preload=\"none\"", "<source src=\"/courses/sample-course/media/lighting.webm?v=",
        "data-kind=\"large\" aria-current=\"true\">Large, 0.1 MB</a>", ">Small, 0.1 MB</a>",
        "<img src=\"/courses/sample-course/media/shelf.png?v=", "loading=\"lazy\"", " width=\"", " height=\"")
        .doesNotContain("autoplay", "poster=", SAVED);
    assertThat(page.indexOf("Small, ")).isLessThan(page.indexOf("Large, "));
  }

  @Test
  void captionsComeInAllLanguagesAndTheReadersComeFirst() {
    var french = TestPerson.join("POLNET", "fr").browser().get(PAGE).asString();

    assertThat(french).contains("srclang=\"fr\" label=\"français\" default>", "srclang=\"en\" label=\"English\">",
        "<div class=\"transcript\" lang=\"fr\" dir=\"ltr\">", "On craque une allumette.");
    var english = person.browser().get(PAGE).asString();
    assertThat(english).contains("srclang=\"en\" label=\"English\" default>", "A hand cleans the glass.")
        .doesNotContain("On craque une allumette.");
  }

  @Test
  void aLanguageWithoutCaptionsIsToldWhatItReads() {
    var arabic = TestPerson.join("POLNET", "ar").browser().get(PAGE).asString();

    assertThat(arabic).contains("srclang=\"en\" label=\"English\" default>",
        "<div class=\"transcript\" lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void withDataSaverPicturesAndClipsAreLinksWithTheirSize() {
    var page = person.browser().cookie("lectern-data-saver", "on").get(PAGE).asString();

    assertThat(page).contains(SAVED, "class=\"picture\" href=\"/courses/sample-course/media/shelf.png?v=",
        "Show the picture (1 KB)", "A shelf with a can of oil on the left.", " hidden>", ">Small, 0.1 MB</a>",
        "A hand cleans the glass.").doesNotContain("<img", "<source", "aria-current=\"true\">Large");
    assertThat(person.browser().cookie("lectern-data-saver", "on").get("/courses/sample-course/s1-welcome").asString())
        .contains("<svg");
  }

  @ParameterizedTest
  @CsvSource({"on,,true", "on,off,false", "off,on,true", ",on,true", ",,false", "maybe,strange,false"})
  void theChoiceHereCountsMoreThanThatOfTheBrowser(String header, String cookie, boolean saving) {
    var request = person.browser();
    if (header != null) {
      request.header("Save-Data", header);
    }
    if (cookie != null) {
      request.cookie("lectern-data-saver", cookie);
    }

    assertThat(request.get(PAGE).asString().contains(SAVED)).isEqualTo(saving);
  }

  @ParameterizedTest
  @CsvSource({"on,on", "off,off", "perhaps,''"})
  void theChoiceIsRememberedAndLeadsBack(String chosen, String kept) {
    var answer = stranger().formParam("saver", chosen).formParam("to", "/join").post("/data-saver");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/join");
    assertThat(answer.cookie("lectern-data-saver")).isEqualTo(kept);
  }

  @Test
  void anotherSiteCannotChoose() {
    assertThat(
        stranger().header("Sec-Fetch-Site", "cross-site").formParam("saver", "on").post("/data-saver").statusCode())
        .isEqualTo(403);
  }
}

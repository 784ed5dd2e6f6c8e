package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The switches of language and colours, on every page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SwitchTest {

  private static final String TO = "name=\"to\" value=\"";

  @Test
  void aSwitchLeadsBackToThePageWithItsQuery() {
    var page = stranger().queryParam("to", "/courses/sample-course").get("/sign-in").asString();

    assertThat(page).contains(TO + "/sign-in?to=%2Fcourses%2Fsample-course\"");
  }

  @Test
  void aSwitchDoesNotTellAgainWhatWasJustDone() {
    var page = TestPerson.onFullPath().browser().queryParam("done", "profile").get("/profile").asString();

    assertThat(page).contains("Your profile is saved.", TO + "/profile\"");
  }

  @Test
  void aSwitchOnAFormThatWasFilledInWronglyLeadsBackToTheForm() {
    var page = stranger().header("Referer", "http://localhost:8081/verify?serial=7")
        .formParam("name", "")
        .post("/join")
        .asString();

    assertThat(page).contains("There is a problem", TO + "/verify?serial=7\"").doesNotContain("localhost:8081");
  }

  @Test
  void theLanguageIsKeptInTheProfileAndTheAddressIsKept() {
    var person = TestPerson.onFullPath();

    var answer = person.browser()
        .formParam("language", "fr")
        .formParam("to", "/courses/sample-course/s1-welcome?x=1")
        .post("/language");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/courses/sample-course/s1-welcome?x=1");
    assertThat(person.browser().get("/").asString()).contains("<html lang=\"fr\"");
  }
}

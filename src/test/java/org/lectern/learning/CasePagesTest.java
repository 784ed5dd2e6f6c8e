package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.ledger.Verb;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Branching cases as learners see and walk them, without JavaScript. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CasePagesTest {

  private static final String CASE = "/courses/sample-course/s2-case";

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  private String page() {
    return person.browser().get(CASE).asString();
  }

  private Response choose(String from, String to) {
    var choice = Sample.story()
        .node(from)
        .orElseThrow()
        .choices()
        .stream()
        .filter(one -> one.to().equals(to))
        .findFirst()
        .orElseThrow();
    return person.browser().formParam("choice", choice.id()).post(CASE + "/choices/" + from);
  }

  @Test
  void aCaseBeginsAtItsStart() {
    assertThat(page()).contains("You are the keeper of a house by the sea.", "The flame flickers", "What do you do?",
        "Close the shutters", "Carry the lantern upstairs", "action=\"" + CASE + "/choices/flicker\"")
        .doesNotContain("Everybody is safe", "The oil catches fire", "What this shows.");
  }

  @Test
  void aChoiceLeadsOnAndIsThereAfterAPause() {
    var answer = choose("flicker", "shutters");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(CASE + "#node");
    assertThat(page()).contains("You close the shutters", "It is calm again, but the oil is low.")
        .doesNotContain("The wind has found a way in");
    assertThat(completedOf(person)).isEmpty();
  }

  @Test
  void anEndingShowsItsDebriefAndCompletesTheCase() {
    choose("flicker", "shutters");
    choose("shutters", "safe");

    assertThat(page()).contains("Everybody is safe", "This walk ended well", "What this shows.", "costs a minute",
        "Walk again from the start", "You have done this.").doesNotContain("What do you do?");
    assertThat(completedOf(person)).containsExactly("s2-case");
  }

  @Test
  void everyEndingIsSaidInWords() {
    choose("flicker", "shutters");
    choose("shutters", "fire");
    assertThat(page()).contains("This walk ended badly", "Oil and flame do not go together");

    choose("flicker", "stairs");
    choose("stairs", "waiting");
    assertThat(page()).contains("This walk ended with gains and losses", "Calling out was right.");
    assertThat(ledger(person)).filteredOn(kept -> kept.verb == Verb.COMPLETED).hasSize(1);
  }

  @Test
  void aCaseCanBeWalkedAgainFromTheStart() {
    choose("flicker", "shutters");
    choose("shutters", "safe");

    var start = person.browser().get(CASE + "?node=flicker").asString();
    assertThat(start).contains("The flame flickers", "action=\"" + CASE + "/choices/flicker\"");
    assertThat(choose("flicker", "stairs").statusCode()).isEqualTo(303);

    assertThat(page()).contains("You climb the stairs");
    assertThat(completedOf(person)).containsExactly("s2-case");
    assertThat(ledger(person)).hasSize(4);
  }

  @Test
  void nobodySeesOrChoosesWhatWasNotReached() {
    assertThat(person.browser().get(CASE + "?node=fire").asString()).contains("The flame flickers")
        .doesNotContain("The oil catches fire");

    var answer = choose("shutters", "safe");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("nothing has led to “You close the shutters” yet. Walk from the start");
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aMissingChoiceIsAskedFor() {
    var answer = person.browser().formParam("something", "else").post(CASE + "/choices/flicker");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<title>Error: The storm", "<a href=\"#choices\">Choose how to go on</a>",
        "id=\"choices\"", "Close the shutters");
  }

  @Test
  void aChoiceThatIsNoneIsRefused() {
    assertThat(person.browser().formParam("choice", "nothing").post(CASE + "/choices/flicker").statusCode())
        .isEqualTo(422);
    assertThat(person.browser().formParam("choice", "a").post(CASE + "/choices/nothing").statusCode()).isEqualTo(404);
    assertThat(person.browser()
        .formParam("choice", "a")
        .post("/courses/sample-course/s1-check/choices/flicker")
        .statusCode()).isEqualTo(404);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void theSameFormTwiceIsOneChoice() {
    var statement = PagesTest.statementOf(page());
    for (var click = 0; click < 2; click++) {
      var answer = person.browser()
          .formParam("choice", Sample.story().start().choices().getFirst().id())
          .formParam("statement", statement)
          .post(CASE + "/choices/flicker");
      assertThat(answer.statusCode()).isEqualTo(303);
    }

    assertThat(ledger(person)).hasSize(1);
  }

  @Test
  void choicesAreForWhoIsSignedIn() {
    assertThat(stranger().formParam("choice", "a").post(CASE + "/choices/flicker").statusCode()).isEqualTo(401);
  }
}

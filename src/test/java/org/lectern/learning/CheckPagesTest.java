package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.platform.TestPerson.stranger;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.Question;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Knowledge checks as learners see and do them, without JavaScript. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CheckPagesTest {

  private static final String CHECK = "/courses/sample-course/s1-check";

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  private String page() {
    return person.browser().get(CHECK).asString();
  }

  private Response answer(String question, Map<String, ?> fields) {
    return person.browser()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(CHECK + "/answers/" + question);
  }

  private static List<Question.Entry> evening() {
    return ((Question.Ordering) Sample.question("s1-check", "evening")).entries();
  }

  private static List<Question.Pair> match() {
    return ((Question.Matching) Sample.question("s1-check", "match")).pairs();
  }

  /** The part of a page that is about one question. */
  private static String section(String page, String question) {
    var start = page.indexOf("id=\"" + question + "\"");
    assertThat(start).isPositive();
    return page.substring(start, page.indexOf("</form>", start));
  }

  @Test
  void nothingTellsTheAnswersBeforehand() {
    var whole = page();
    var page = whole.substring(whole.indexOf("<main"));

    assertThat(page).contains("Five questions, one of each kind.", "What does the glass do?", "Check my answer")
        .doesNotContain(" checked", " selected", "Right.", "Not quite.", "class=\"verdict\"");
    assertThat(page).doesNotContain("Without the glass the first gust", "That is the flame.", "no flame, no light",
        "too hot to clean", "Every part has one task.", "The keeper looks after the lanterns");
  }

  @Test
  void aSingleChoiceIsAnsweredAndEachOptionSaysWhy() {
    var answer = answer("glass", Map.of("response", "a"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(CHECK + "#glass");
    assertThat(section(page(), "glass")).contains("Not quite.", "That is the flame. The glass stands around it.",
        "value=\"a\" checked", "Check again").doesNotContain("Without the glass the first gust");

    answer("glass", Map.of("response", "b"));
    assertThat(section(page(), "glass")).contains("Right.", "Without the glass the first gust", "value=\"b\" checked");
    assertThat(section(page(), "parts")).doesNotContain("Right.", "Not quite.");
  }

  @Test
  void aMultipleChoiceWantsAllThatApply() {
    answer("parts", Map.of("response", List.of("a", "the-wheel")));
    assertThat(section(page(), "parts")).contains("Not quite.", "no flame, no light",
        "A lantern is carried, not rolled.");

    answer("parts", Map.of("response", Sample.right("s1-check", "parts")));
    assertThat(section(page(), "parts")).contains("Right.").doesNotContain("A lantern is carried, not rolled.");
  }

  private void answerTheOrderRightly() {
    var entries = evening();
    answer("evening", Map.of("place-" + entries.get(0).id(), "1", "place-" + entries.get(1).id(), "2",
        "place-" + entries.get(2).id(), "3"));
  }

  private void answerThePairsWrongly() {
    var pairs = match();
    answer("match", Map.of("match-" + pairs.get(0).left().id(), pairs.get(1).right().id(),
        "match-" + pairs.get(1).left().id(), pairs.get(0).right().id(),
        "match-" + pairs.get(2).left().id(), pairs.get(2).right().id()));
  }

  @Test
  void anOrderIsGivenByPlaces() {
    var entries = evening();

    answerTheOrderRightly();

    assertThat(section(page(), "evening")).contains("Right.", "too hot to clean");
    assertThat(ledger(person).getFirst().responses())
        .containsExactly(entries.get(0).id(), entries.get(1).id(), entries.get(2).id());
  }

  @Test
  void pairsAreGivenByPartners() {
    answerThePairsWrongly();

    assertThat(section(page(), "match")).contains("Not quite.", "Every part has one task.");
  }

  @Test
  void aShortTextForgivesCapitalsAccentsAndSpaces() {
    answer("who", Map.of("response", "  KÉEPER "));

    assertThat(section(page(), "who")).contains("Right.", "value=\"  KÉEPER \"");
  }

  @Test
  void aCheckIsDoneWhenEachQuestionWasAnsweredOnce() {
    for (var question : List.of("glass", "parts", "who")) {
      answer(question, Map.of("response", question.equals("who") ? "nobody" : "a"));
    }
    answerTheOrderRightly();
    assertThat(completedOf(person)).isEmpty();

    answerThePairsWrongly();

    assertThat(completedOf(person)).containsExactly("s1-check");
    assertThat(page()).contains("You have done this.", "Next: <bdi lang=\"en\">When it goes out</bdi>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"glass", "parts", "evening", "match", "who"})
  void aMissingAnswerIsAskedForAtItsQuestion(String question) {
    var answer = answer(question, Map.of("something", "else"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<title>Error: Check what you remember",
        "<a href=\"#" + question
            + "\">Choose or write an answer to this question first; in lists, every line once</a>");
    assertThat(section(answer.asString(), question)).contains(
        "<p class=\"error\" id=\"" + question + "-error\">",
        "<fieldset aria-describedby=\"" + question + "-error\">");
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void whatWasTypedOfAnUnfinishedOrderIsKept() {
    var entries = evening();
    var answer = answer("evening", Map.of("place-" + entries.get(0).id(), "2", "place-" + entries.get(1).id(), "2"));

    assertThat(answer.statusCode()).isEqualTo(422);
    var section = section(answer.asString(), "evening");
    assertThat(select(section, "place-" + entries.get(0).id())).contains("<option selected>2</option>");
    assertThat(select(section, "place-" + entries.get(1).id())).contains("<option selected>2</option>");
    assertThat(select(section, "place-" + entries.get(2).id())).doesNotContain("selected");
  }

  @Test
  void whatWasTypedOfUnfinishedPairsIsKept() {
    var pairs = match();
    var answer = answer("match", Map.of("match-" + pairs.get(0).left().id(), pairs.get(2).right().id()));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(select(section(answer.asString(), "match"), "match-" + pairs.get(0).left().id()))
        .contains("value=\"" + pairs.get(2).right().id() + "\" selected");
    assertThat(select(section(answer.asString(), "match"), "match-" + pairs.get(1).left().id()))
        .doesNotContain("selected");
  }

  private static String select(String section, String name) {
    var start = section.indexOf("name=\"" + name + "\"");
    assertThat(start).isPositive();
    return section.substring(start, section.indexOf("</select>", start));
  }

  @Test
  void anImpossibleAnswerIsAskedForAgainAndOnlyText() {
    var unknown = answer("glass", Map.of("response", "z"));
    var twice = answer("glass", Map.of("response", List.of("a", "b")));
    var endless = answer("who", Map.of("response", "<script>" + "x".repeat(600)));

    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(endless.statusCode()).isEqualTo(422);
    assertThat(section(endless.asString(), "who")).contains("value=\"&lt;script&gt;xxx").doesNotContain("<script>");
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void aMistakeInOneQuestionKeepsTheAnswersToTheOthers() {
    answer("glass", Map.of("response", "a"));

    var answer = answer("parts", Map.of("something", "else"));

    assertThat(section(answer.asString(), "glass")).contains("value=\"a\" checked", "Not quite.");
  }

  @Test
  void theSameFormTwiceIsOneAnswer() {
    var statement = PagesTest.statementOf(page());
    for (var click = 0; click < 2; click++) {
      assertThat(answer("glass", Map.of("response", "a", "statement", statement)).statusCode()).isEqualTo(303);
    }
    assertThat(ledger(person)).hasSize(1);

    assertThat(answer("glass", Map.of("response", "b", "statement", statement)).statusCode()).isEqualTo(409);
    assertThat(ledger(person)).hasSize(1);
  }

  @Test
  void aTranslatedCheckIsTheSameCheck() {
    var french = TestPerson.join("POLNET", "fr");
    french.browser().formParam("response", "b").post(CHECK + "/answers/glass");

    var page = french.browser().get(CHECK).asString();

    assertThat(page).contains("Que fait le verre", "Sans le verre, le premier coup de vent",
        "class=\"feedback right\"");
  }

  @Test
  void questionsThatAreNotThereAreNotFound() {
    assertThat(answer("nothing", Map.of("response", "a")).statusCode()).isEqualTo(404);
    assertThat(person.browser()
        .formParam("response", "a")
        .post("/courses/sample-course/s1-welcome/answers/glass")
        .statusCode()).isEqualTo(404);
    assertThat(person.browser().post(CHECK + "/completion").statusCode()).isEqualTo(422);
    assertThat(ledger(person)).isEmpty();
  }

  @Test
  void answersAreForWhoIsSignedIn() {
    assertThat(stranger().formParam("response", "a").post(CHECK + "/answers/glass").statusCode()).isEqualTo(401);
  }
}

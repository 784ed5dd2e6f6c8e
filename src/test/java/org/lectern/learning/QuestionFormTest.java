package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.Test;
import org.lectern.content.Question;

class QuestionFormTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  private static Question question(String id) {
    return Sample.question("s1-check", id);
  }

  private static List<Question.Entry> evening() {
    return ((Question.Ordering) question("evening")).entries();
  }

  private static List<Question.Pair> match() {
    return ((Question.Matching) question("match")).pairs();
  }

  @Test
  void aChoiceIsAResponse() {
    form.add("response", "b");

    assertThat(QuestionForm.response(question("glass"), form)).contains(List.of("b"));
  }

  @Test
  void severalChoicesAreOneResponse() {
    form.addAll("response", "a", "c");

    assertThat(QuestionForm.response(question("parts"), form)).contains(List.of("a", "c"));
  }

  @Test
  void nothingChosenIsNoResponse() {
    form.add("response", " ");
    form.add("something", "else");

    for (var id : List.of("glass", "parts", "evening", "match", "who")) {
      assertThat(QuestionForm.response(question(id), form)).as(id).isEmpty();
    }
  }

  @Test
  void textIsAResponse() {
    form.add("response", " the keeper ");

    assertThat(QuestionForm.response(question("who"), form)).contains(List.of(" the keeper "));
    assertThat(question("who").judge(List.of(" the keeper ")).success()).isTrue();
  }

  @Test
  void entriesComeInTheOrderOfTheirPlaces() {
    var entries = evening();
    form.add("place-" + entries.get(0).id(), "2");
    form.add("place-" + entries.get(1).id(), "10");
    form.add("place-" + entries.get(2).id(), "1");

    assertThat(QuestionForm.response(question("evening"), form))
        .contains(List.of(entries.get(2).id(), entries.get(0).id(), entries.get(1).id()));
  }

  @Test
  void placesThatAreTwiceOrMissingOrNonsenseAreNoResponse() {
    for (var third : List.of("2", "", "x", "-1", "100", "1e3")) {
      form.clear();
      form.add("place-" + evening().get(0).id(), "1");
      form.add("place-" + evening().get(1).id(), "2");
      form.add("place-" + evening().get(2).id(), third);

      assertThat(QuestionForm.response(question("evening"), form)).as(third).isEmpty();
    }
  }

  @Test
  void whatWasTypedOfAnUnfinishedOrderIsKeptEvenWhenAPlaceIsTwice() {
    form.add("place-" + evening().get(0).id(), "2");
    form.add("place-" + evening().get(1).id(), "2");
    form.add("place-" + evening().get(2).id(), "x");

    var asked = Asked.of(question("evening"), QuestionForm.typed(question("evening"), form), false);

    assertThat(asked.placeOf(evening().get(0).id())).isEqualTo(2);
    assertThat(asked.placeOf(evening().get(1).id())).isEqualTo(2);
    assertThat(asked.placeOf(evening().get(2).id())).isZero();
    assertThat(asked.verdict()).isEmpty();
  }

  @Test
  void aFinishedOrderIsShownByItsPlaces() {
    var asked = Asked.of(question("evening"), Sample.right("s1-check", "evening"), true);

    assertThat(asked.placeOf(evening().get(0).id())).isEqualTo(1);
    assertThat(asked.placeOf(evening().get(2).id())).isEqualTo(3);
    assertThat(asked.verdict().orElseThrow().success()).isTrue();
  }

  @Test
  void everyLeftSideNeedsAPartner() {
    var pairs = match();
    form.add("match-" + pairs.get(0).left().id(), pairs.get(1).right().id());
    form.add("match-" + pairs.get(1).left().id(), pairs.get(0).right().id());
    assertThat(QuestionForm.response(question("match"), form)).isEmpty();
    var asked = Asked.of(question("match"), QuestionForm.typed(question("match"), form), false);
    assertThat(asked.isMatched(pairs.get(0).left().id(), pairs.get(1).right().id())).isTrue();
    assertThat(asked.isMatched(pairs.get(2).left().id(), pairs.get(2).right().id())).isFalse();

    form.add("match-" + pairs.get(2).left().id(), pairs.get(2).right().id());
    assertThat(QuestionForm.response(question("match"), form).orElseThrow()).containsExactly(
        pairs.get(0).left().id() + ":" + pairs.get(1).right().id(),
        pairs.get(1).left().id() + ":" + pairs.get(0).right().id(),
        pairs.get(2).left().id() + ":" + pairs.get(2).right().id());
  }

  @Test
  void theRightAnswersOfTheSampleAreRight() {
    for (var question : Sample.check("s1-check").questions()) {
      assertThat(question.judge(Sample.right(question)).success()).as(question.id()).isTrue();
    }
  }

  @Test
  void whatIsShownDoesNotTellTheOrderOrThePairs() {
    var order = QuestionView.of(question("evening")).options();
    var right = QuestionView.of(question("match")).right();

    assertThat(order).extracting(QuestionView.OptionView::id).isSorted();
    assertThat(right).extracting(QuestionView.OptionView::id).isSorted();
  }
}

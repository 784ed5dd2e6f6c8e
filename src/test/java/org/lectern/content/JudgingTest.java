package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.Question.InvalidResponse;
import org.lectern.content.Question.Verdict;

class JudgingTest {
  private static final List<Question.Option> OPTIONS = List.of(
      new Question.Option("a", "A", "about a", true),
      new Question.Option("b", "B", "about b", false),
      new Question.Option("c", "C", "about c", true));
  private static final Question SINGLE = new Question.SingleChoice("q", "?", "",
      List.of(OPTIONS.get(0), OPTIONS.get(1)));
  private static final Question MULTIPLE = new Question.MultipleChoice("q", "?", "", OPTIONS);
  private static final Question ORDERING = new Question.Ordering("q", "?", "",
      List.of(new Question.Entry("c", "1"), new Question.Entry("a", "2"), new Question.Entry("b", "3")), "remember");
  private static final Question MATCHING = new Question.Matching("q", "?", "",
      List.of(
          new Question.Pair(new Question.Entry("a", "L1"), new Question.Entry("b", "R1")),
          new Question.Pair(new Question.Entry("b", "L2"), new Question.Entry("a", "R2"))),
      "remember");

  @Test
  void aSingleChoiceSaysTheFeedbackOfTheChosenOption() {
    assertThat(SINGLE.judge(List.of("a"))).isEqualTo(new Verdict(true, List.of("about a")));
    assertThat(SINGLE.judge(List.of("b"))).isEqualTo(new Verdict(false, List.of("about b")));
  }

  @Test
  void aMultipleChoiceIsRightOnlyWithAllRightOptionsAndNoOther() {
    assertThat(MULTIPLE.judge(List.of("c", "a"))).isEqualTo(new Verdict(true, List.of("about a", "about c")));
    assertThat(MULTIPLE.judge(List.of("a"))).isEqualTo(new Verdict(false, List.of("about a")));
    assertThat(MULTIPLE.judge(List.of("a", "b", "c")).success()).isFalse();
  }

  @Test
  void impossibleChoicesAreRefused() {
    refused(SINGLE, "expected 1 to 1 options, but got 0");
    refused(SINGLE, "expected 1 to 1 options, but got 2", "a", "b");
    refused(SINGLE, "unknown: z", "z");
    refused(MULTIPLE, "twice: a", "a", "a");
    refused(MULTIPLE, "expected 1 to 3 options, but got 4", "a", "b", "c", "d");
  }

  @Test
  void anOrderingIsRightInTheOrderOfTheFile() {
    assertThat(ORDERING.judge(List.of("c", "a", "b"))).isEqualTo(new Verdict(true, List.of("remember")));
    assertThat(ORDERING.judge(List.of("a", "b", "c"))).isEqualTo(new Verdict(false, List.of("remember")));
    refused(ORDERING, "expected 3 entries, but got 2", "a", "b");
    refused(ORDERING, "twice: a", "a", "a", "b");
    refused(ORDERING, "unknown: x", "a", "b", "x");
  }

  @Test
  void aMatchingIsRightWithEveryPair() {
    assertThat(MATCHING.judge(List.of("b:a", "a:b"))).isEqualTo(new Verdict(true, List.of("remember")));
    assertThat(MATCHING.judge(List.of("a:a", "b:b")).success()).isFalse();
    assertThat(MATCHING.judge(List.of("a:a", "b:a")).success()).as("one right side chosen twice").isFalse();
  }

  @Test
  void impossiblePairsAreRefused() {
    refused(MATCHING, "expected 2 pairs, but got 1", "a:b");
    refused(MATCHING, "twice: a", "a:b", "a:a");
    refused(MATCHING, "expected left:right, but got ab", "ab");
    refused(MATCHING, "unknown: x", "a:x", "b:a");
    refused(MATCHING, "unknown: x", "x:a", "b:a");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      the keeper              | The KEEPER
      the keeper              | '  the   keeper '
      élève                   | ELEVE
      Straße                  | STRASSE
      l'eau                   | l’eau
      non-refoulement         | non‑refoulement
      ΟΔΟΣ                    | οδος
      Ёлка                    | ЕЛКА
      القانون                  | القَانُون
      أمن                      | امن
      سلام                     | ســلام
      人权                     | 人 权x
      İstanbul                | istanbul
      ＵＮ                     | un
      """)
  void shortTextsAreComparedWithoutWhatDoesNotMatter(String accepted, String given) {
    boolean meantToFail = given.endsWith("x");
    var question = new Question.ShortText("q", "?", "", List.of("other", accepted), "remember");
    assertThat(question.judge(List.of(given))).isEqualTo(new Verdict(!meantToFail, List.of("remember")));
  }

  @Test
  void vowelSignsAreNotAccents() {
    assertThat(Judging.plain("कि")).as("Devanagari ki and ku").isNotEqualTo(Judging.plain("कु"));
    assertThat(Judging.plain("か")).as("kana ka and ga").isNotEqualTo(Judging.plain("が"));
    assertThat(Judging.plain("a\u200Bb\u00A0c")).as("invisible characters").isEqualTo("ab c");
  }

  @Test
  void shortTextsAreOneTextOfReasonableLength() {
    var question = new Question.ShortText("q", "?", "", List.of("a"), "remember");
    refused(question, "expected one text, but got 0");
    refused(question, "expected one text, but got 2", "a", "b");
    refused(question, "expected a text of 1 to 500 characters", " ");
    refused(question, "expected a text of 1 to 500 characters", "a".repeat(501));
    assertThat(question.judge(List.of("b".repeat(500))).success()).isFalse();
  }

  private static void refused(Question question, String message, String... response) {
    assertThatThrownBy(() -> question.judge(List.of(response))).isInstanceOf(InvalidResponse.class).hasMessage(message);
  }
}

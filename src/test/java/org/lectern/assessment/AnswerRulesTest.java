package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.content.Question;

class AnswerRulesTest {

  private static Arguments answer(Question question, String... answer) {
    return Arguments.of(SampleItems.asked(question).shown(), List.of(answer));
  }

  static Stream<Arguments> whole() {
    return Stream.of(answer(SampleItems.SINGLE, "c"), answer(SampleItems.MULTIPLE, "b"),
        answer(SampleItems.MULTIPLE, "a", "b", "c"), answer(SampleItems.ORDERING, "a", "m", "q"),
        answer(SampleItems.MATCHING, "a:x", "b:y"), answer(SampleItems.MATCHING, "a:x", "b:x"),
        answer(SampleItems.SHORT, "x".repeat(500)), answer(SampleItems.SHORT, "人权 حقوق 👩🏽‍⚖️ <b>&amp;"));
  }

  static Stream<Arguments> unfinished() {
    return Stream.of(answer(SampleItems.SINGLE), answer(SampleItems.MULTIPLE), answer(SampleItems.ORDERING),
        answer(SampleItems.ORDERING, "", "q", ""), answer(SampleItems.ORDERING, "q"),
        answer(SampleItems.MATCHING, "b:y"), answer(SampleItems.MATCHING, "", "b:y"), answer(SampleItems.SHORT),
        answer(SampleItems.SHORT, "  "));
  }

  static Stream<Arguments> impossible() {
    return Stream.of(answer(SampleItems.SINGLE, "d"), answer(SampleItems.SINGLE, "a", "b"),
        answer(SampleItems.SINGLE, ""), answer(SampleItems.SINGLE, "A"),
        answer(SampleItems.MULTIPLE, "a", "a"), answer(SampleItems.MULTIPLE, "a", "'; drop table attempt"),
        answer(SampleItems.ORDERING, "q", "q"), answer(SampleItems.ORDERING, "q", "a", "m", ""),
        answer(SampleItems.ORDERING, "first"), answer(SampleItems.MATCHING, "a"),
        answer(SampleItems.MATCHING, "a:x", "a:y"), answer(SampleItems.MATCHING, "a:a"),
        answer(SampleItems.MATCHING, ":"), answer(SampleItems.MATCHING, "x:a"),
        answer(SampleItems.SHORT, "one", "two"), answer(SampleItems.SHORT, "x".repeat(501)),
        answer(SampleItems.SHORT, "nul\0"), answer(SampleItems.SHORT, "half \uD800"));
  }

  @ParameterizedTest
  @MethodSource("whole")
  void whatTheQuestionAsksForIsKept(ShownItem item, List<String> answer) {
    assertThat(AnswerRules.refusal(item, answer)).isEmpty();
    assertThat(AnswerRules.normalized(item, answer)).isEqualTo(answer);
    assertThat(AnswerRules.isComplete(item, answer)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void halfAnAnswerIsKeptButNotFinished(ShownItem item, List<String> answer) {
    assertThat(AnswerRules.refusal(item, answer)).isEmpty();
    assertThat(AnswerRules.isComplete(item, AnswerRules.normalized(item, answer))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void whatTheQuestionDoesNotOfferIsRefused(ShownItem item, List<String> answer) {
    assertThat(AnswerRules.refusal(item, answer)).isPresent();
  }

  @Test
  void tenThousandOptionsAreRefusedForEveryKind() {
    Stream.of(SampleItems.SINGLE, SampleItems.MULTIPLE, SampleItems.ORDERING, SampleItems.MATCHING, SampleItems.SHORT)
        .map(question -> SampleItems.asked(question).shown())
        .forEach(item -> {
          assertThat(AnswerRules.refusal(item, Collections.nCopies(10_000, ""))).isPresent();
          assertThat(AnswerRules.refusal(item, Collections.nCopies(10_000, "a"))).isPresent();
        });
  }

  @Test
  void whatSaysNothingIsNoAnswer() {
    assertThat(AnswerRules.normalized(SampleItems.asked(SampleItems.ORDERING).shown(), List.of("", "", ""))).isEmpty();
    assertThat(AnswerRules.normalized(SampleItems.asked(SampleItems.ORDERING).shown(), List.of("", "q", "")))
        .containsExactly("", "q", "");
    assertThat(AnswerRules.normalized(SampleItems.asked(SampleItems.SHORT).shown(), List.of(" "))).isEmpty();
    assertThat(AnswerRules.normalized(SampleItems.asked(SampleItems.MATCHING).shown(), List.of("", "a:x")))
        .containsExactly("a:x");
  }
}

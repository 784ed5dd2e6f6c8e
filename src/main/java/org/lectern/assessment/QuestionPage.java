package org.lectern.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.lectern.learning.Asked;
import org.lectern.learning.QuestionView;
import org.lectern.learning.QuestionView.OptionView;

/**
 * One question of an open attempt.
 *
 * @param number from 1
 * @param seq the number of the saved answer; 0 when there is none
 * @param marks all questions, in order
 */
record QuestionPage(
    UUID attempt,
    String course,
    String title,
    String language,
    int number,
    ShownItem item,
    Asked asked,
    long seq,
    List<Mark> marks) {

  /** Where a question stands. */
  record Mark(int number, boolean answered, boolean current) {}

  /**
   * @param typed what was typed and could not be saved; null to show what is saved
   */
  static QuestionPage of(
      Attempt attempt, Snapshot snapshot, int number, Map<String, AttemptAnswer> answers,
      @Nullable List<String> typed) {
    var items = snapshot.items();
    var item = items.get(number - 1).shown();
    var saved = Optional.ofNullable(answers.get(item.id()));
    var shown = typed != null ? typed : saved.map(AttemptAnswer::options).orElse(List.of());
    var marks = IntStream.rangeClosed(1, items.size())
        .mapToObj(place -> new Mark(place, isAnswered(items.get(place - 1).shown(), answers), place == number))
        .toList();
    return new QuestionPage(attempt.id, attempt.courseId, snapshot.title(), snapshot.language(), number, item,
        new Asked(view(item), shown, Optional.empty(), UUID.randomUUID()),
        saved.map(answer -> answer.seq).orElse(0L), marks);
  }

  static boolean isAnswered(ShownItem item, Map<String, AttemptAnswer> answers) {
    var answer = answers.get(item.id());
    return answer != null && AnswerRules.isComplete(item, answer.options());
  }

  private static QuestionView view(ShownItem item) {
    return new QuestionView(item.id(), item.type().id(), item.prompt(), item.html(), views(item.options()),
        views(item.left()), views(item.right()));
  }

  private static List<OptionView> views(List<ShownItem.Choice> choices) {
    return choices.stream().map(choice -> new OptionView(choice.id(), choice.text())).toList();
  }

  public int total() {
    return marks.size();
  }

  public boolean isFirst() {
    return number == 1;
  }

  public boolean isLast() {
    return number == total();
  }
}

package org.lectern.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * All questions of an open attempt with their answers, before it is submitted.
 *
 * @param language of the title (BCP 47)
 * @param rows in the order in which they are asked
 */
record CheckPage(UUID attempt, String course, String title, String language, List<Row> rows) {

  /**
   * A question and its answer.
   *
   * @param number from 1
   * @param answered whether the answer says all that the question asks for
   */
  record Row(int number, String language, String prompt, AnswerText answer, boolean answered) {}

  static CheckPage of(Attempt attempt, Snapshot snapshot, Map<String, AttemptAnswer> answers) {
    var items = snapshot.items();
    var rows = IntStream.rangeClosed(1, items.size())
        .mapToObj(number -> row(number, items.get(number - 1).shown(), answers))
        .toList();
    return new CheckPage(attempt.id, attempt.courseId, snapshot.title(), snapshot.language(), rows);
  }

  private static Row row(int number, ShownItem item, Map<String, AttemptAnswer> answers) {
    var answer = answers.get(item.id());
    var options = answer == null ? List.<String>of() : answer.options();
    return new Row(number, item.language(), item.prompt(), AnswerText.of(item, options),
        AnswerRules.isComplete(item, options));
  }

  public List<Row> missing() {
    return rows.stream().filter(row -> !row.answered()).toList();
  }
}

package org.lectern.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.lectern.content.Translation;

/**
 * How an attempt ended.
 *
 * @param score per cent; 0 when it was abandoned
 * @param questions empty until an attempt is passed, because they tell the key
 * @param certificate the serial of the certificate that stands
 */
record ResultPage(
    Attempt attempt, String title, int score, int passMark, List<ModuleRow> modules, List<QuestionRow> questions,
    Optional<String> certificate) {

  /** A module, and the pages to read again that are still there. */
  record ModuleRow(String title, int right, int of, List<Link> pages) {}

  /**
   * A question with its answer and its key.
   *
   * @param explanation HTML
   */
  record QuestionRow(
      int number,
      String language,
      String prompt,
      boolean right,
      AnswerText answer,
      AnswerText rightAnswer,
      List<String> explanation) {}

  /**
   * @param text the course as it is now; empty when it is no longer there
   */
  static ResultPage of(Attempt attempt, Optional<Translation> text, Award award) {
    var snapshot = attempt.snapshot();
    var answers = AttemptAnswer.optionsOf(attempt);
    var scoring = Scoring.of(snapshot, answers);
    var modules = scoring.modules().stream().map(module -> row(attempt, module, text)).toList();
    var questions = attempt.isPassed() ? questions(snapshot, scoring, answers) : List.<QuestionRow>of();
    return new ResultPage(attempt, snapshot.title(), Objects.requireNonNullElse(attempt.score, 0),
        snapshot.policy().passMark(), modules, questions, award.serial(attempt.registrationId));
  }

  private static ModuleRow row(Attempt attempt, Scoring.ModuleResult module, Optional<Translation> text) {
    var pages = module.pages()
        .stream()
        .filter(page -> text.flatMap(there -> there.unit(page.id())).isPresent())
        .map(page -> Link.of(attempt.courseId, page))
        .toList();
    return new ModuleRow(module.title(), module.right(), module.of(), pages);
  }

  private static List<QuestionRow> questions(
      Snapshot snapshot, Scoring scoring, Map<String, List<String>> answers) {
    var items = snapshot.items();
    return IntStream.rangeClosed(1, items.size())
        .mapToObj(number -> row(number, items.get(number - 1), scoring, answers))
        .toList();
  }

  private static QuestionRow row(
      int number, AskedItem item, Scoring scoring, Map<String, List<String>> answers) {
    var answer = answers.getOrDefault(item.id(), List.of());
    var shown = item.shown();
    return new QuestionRow(number, shown.language(), shown.prompt(), scoring.isRight(item.id()),
        AnswerText.of(shown, answer), AnswerText.of(shown, item.rightAnswer()), item.explanation(answer));
  }
}

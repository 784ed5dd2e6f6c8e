package org.lectern.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An attempt in the API. It never holds a key or feedback.
 *
 * @param passMark per cent
 * @param answers what is saved, by item id
 * @param result null while the attempt is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
    UUID id,
    String course,
    int number,
    AttemptState state,
    int passMark,
    String language,
    Instant openedAt,
    List<ShownItem> items,
    Map<String, SavedAnswer> answers,
    @Nullable Result result) {

  /** An answer as it is saved. */
  public record SavedAnswer(long seq, List<String> options, Instant savedAt) {
    static SavedAnswer of(AttemptAnswer answer) {
      return new SavedAnswer(answer.seq, answer.options(), answer.savedAt);
    }
  }

  /**
   * How an attempt ended.
   *
   * @param score per cent, rounded down; null when it was abandoned
   * @param passMark per cent
   * @param certificate the serial of the certificate that stands; null when there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      AttemptState state,
      @Nullable Integer score,
      int passMark,
      List<ModuleView> modules,
      @Nullable String certificate) {

    static Result of(Attempt attempt, Award award) {
      var snapshot = attempt.snapshot();
      var scoring = Scoring.of(snapshot, AttemptAnswer.optionsOf(attempt));
      return new Result(attempt.state, attempt.score, snapshot.policy().passMark(),
          scoring.modules().stream().map(module -> ModuleView.of(attempt.courseId, module)).toList(),
          award.serial(attempt.registrationId).orElse(null));
    }
  }

  /**
   * How a module went.
   *
   * @param right items answered rightly
   * @param of items asked
   * @param pages what to read again
   */
  public record ModuleView(String id, String title, int right, int of, List<Link> pages) {
    private static ModuleView of(String courseId, Scoring.ModuleResult module) {
      var pages = module.pages().stream().map(page -> Link.of(courseId, page)).toList();
      return new ModuleView(module.id(), module.title(), module.right(), module.of(), pages);
    }
  }

  static AttemptView of(Attempt attempt, Award award) {
    var snapshot = attempt.snapshot();
    var answers = new LinkedHashMap<String, SavedAnswer>();
    AttemptAnswer.of(attempt).forEach((item, answer) -> answers.put(item, SavedAnswer.of(answer)));
    return new AttemptView(attempt.id, attempt.courseId, attempt.number, attempt.state, snapshot.policy().passMark(),
        attempt.language, attempt.openedAt, snapshot.items().stream().map(AskedItem::shown).toList(), answers,
        attempt.isOpen() ? null : Result.of(attempt, award));
  }
}

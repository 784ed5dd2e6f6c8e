package org.lectern.assessment;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Transactions;

/** How answers are saved while an attempt is open. */
@ApplicationScoped
public class Answering {

  private final InstantSource clock;

  Answering(InstantSource clock) {
    this.clock = clock;
  }

  /** What came of saving. */
  sealed interface Outcome {
    /** What is stored now: this answer, or a later one that came before it. */
    record Saved(AttemptAnswer answer) implements Outcome {}

    /** Nothing was changed, for this reason. */
    record NotAnAnswer(Text reason) implements Outcome {}

    /** Nothing was changed, because the attempt has ended. */
    record Ended() implements Outcome {}
  }

  /**
   * Saves an answer and returns when it is durable. Of several answers the one with the highest number stays, in
   * whatever order they arrive.
   *
   * @param seq the number of this answer; empty for a form, which says what it means now and therefore always wins
   * @throws Problem 404 when the attempt or the item is not there, or is not this person's
   */
  Outcome save(UUID attemptId, UUID personId, String itemId, List<String> options, OptionalLong seq) {
    return Transactions.retrying(() -> {
      var attempt = Attempt.locked(attemptId, personId).orElseThrow(Problem::notFound);
      var item = attempt.snapshot().item(itemId).orElseThrow(Problem::notFound).shown();
      if (!attempt.isOpen()) {
        return new Outcome.Ended();
      }
      var refusal = AnswerRules.refusal(item, options);
      return refusal.<Outcome>map(Outcome.NotAnAnswer::new)
          .orElseGet(() -> new Outcome.Saved(store(attempt, itemId, AnswerRules.normalized(item, options), seq)));
    });
  }

  private AttemptAnswer store(Attempt attempt, String itemId, List<String> options, OptionalLong seq) {
    var now = clock.instant();
    var stored = AttemptAnswer.of(attempt.id, itemId);
    if (stored.isEmpty()) {
      var answer = new AttemptAnswer(attempt.id, itemId, seq.orElse(now.toEpochMilli()), options, now);
      answer.persist();
      return answer;
    }
    var answer = stored.get();
    if (seq.isEmpty() || seq.getAsLong() > answer.seq) {
      answer.replace(seq.orElse(next(answer.seq, now.toEpochMilli())), options, now);
    }
    return answer;
  }

  private static long next(long seq, long milliseconds) {
    return Math.min(AttemptAnswer.MAX_SEQ, Math.max(seq + 1, milliseconds));
  }
}

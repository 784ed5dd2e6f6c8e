package org.lectern.assessment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.Gathering;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** How answers are saved while an attempt is open. */
@ApplicationScoped
public class Answering {

  private final InstantSource clock;
  private final Gathering<Given, Optional<Outcome>> group = Gathering.writing("answers",
      all -> QuarkusTransaction.requiringNew().call(() -> saveAll(all)));

  Answering(InstantSource clock) {
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    group.close();
  }

  /** An answer that may be saved as long as its attempt is open. */
  private record Given(UUID attemptId, String itemId, List<String> options, OptionalLong seq) {
    AttemptAnswer.Key key() {
      return new AttemptAnswer.Key(attemptId, itemId);
    }
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
    // What is asked and whose it is never changes, and what has ended never opens again: no need to lock for that.
    var attempt = Attempt.mine(attemptId, personId).orElseThrow(Problem::notFound);
    var item = attempt.snapshot().item(itemId).orElseThrow(Problem::notFound).shown();
    if (!attempt.isOpen()) {
      return new Outcome.Ended();
    }
    var refusal = AnswerRules.refusal(item, options);
    if (refusal.isPresent()) {
      return new Outcome.NotAnAnswer(refusal.get());
    }
    return save(new Given(attemptId, itemId, AnswerRules.normalized(item, options), seq));
  }

  private Outcome save(Given given) {
    try {
      var together = group.add(given);
      if (together.isPresent()) {
        return together.get();
      }
    } catch (RuntimeException failed) {
      if (!Transactions.isWorthRetrying(failed)) {
        throw failed;
      }
    }
    return Transactions.retrying(() -> {
      Attempt.lock(given.attemptId());
      return saveAll(List.of(given)).getFirst().orElseThrow();
    });
  }

  /** Saves answers to several attempts; nothing comes of one whose attempt somebody else holds at the moment. */
  private List<Optional<Outcome>> saveAll(List<Given> all) {
    var attempts = all.stream().map(Given::attemptId).collect(Collectors.toCollection(TreeSet::new));
    var states = Attempt.lockedStates(attempts);
    var stored = AttemptAnswer.of(all.stream().map(Given::key).toList());
    return all.stream().map(given -> Optional.ofNullable(states.get(given.attemptId())).<Outcome>map(state -> {
      if (state != AttemptState.OPEN) {
        return new Outcome.Ended();
      }
      return new Outcome.Saved(stored.compute(given.key(), (key, before) -> store(given, before)));
    })).toList();
  }

  private AttemptAnswer store(Given given, @Nullable AttemptAnswer before) {
    var now = clock.instant();
    var seq = given.seq();
    if (before == null) {
      var answer = new AttemptAnswer(given.attemptId(), given.itemId(), seq.orElse(now.toEpochMilli()),
          given.options(), now);
      answer.persist();
      return answer;
    }
    if (seq.isEmpty() || seq.getAsLong() > before.seq) {
      before.replace(seq.orElse(next(before.seq, now.toEpochMilli())), given.options(), now);
    }
    return before;
  }

  private static long next(long seq, long milliseconds) {
    return Math.min(AttemptAnswer.MAX_SEQ, Math.max(seq + 1, milliseconds));
  }
}

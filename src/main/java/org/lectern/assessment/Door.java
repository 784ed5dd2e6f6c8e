package org.lectern.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.lectern.assessment.AskedItem.PageLink;
import org.lectern.content.Unit;
import org.lectern.learning.Progress;

/** Whether a person can go into the final assessment now, and if not, what opens it. */
sealed interface Door {

  /** Nothing stands in the way of a new attempt. */
  record Ready() implements Door {}

  /** There is an open attempt to go on with. */
  record Underway(Attempt attempt) implements Door {}

  /** It was passed in this run; there is nothing left to do. */
  record Passed() implements Door {}

  /**
   * Units of the path are not done yet.
   *
   * @param left in the order of the path; at least one
   */
  record Locked(List<Unit> left) implements Door {
    public Locked {
      left = List.copyOf(left);
    }
  }

  /**
   * The last attempt failed too recently.
   *
   * @param pages what to read again meanwhile
   */
  record Waiting(Instant until, List<PageLink> pages) implements Door {
    public Waiting {
      pages = List.copyOf(pages);
    }
  }

  /**
   * How things stand at {@code now}.
   *
   * @param attempts all of the current registration, the latest first
   */
  static Door of(Progress progress, List<Attempt> attempts, Instant now) {
    if (!attempts.isEmpty() && attempts.getFirst().isOpen()) {
      return new Underway(attempts.getFirst());
    }
    if (progress.isPassed()) {
      return new Passed();
    }
    if (!progress.isPathCompleted()) {
      return new Locked(progress.units().stream().filter(unit -> !progress.isCompleted(unit.id())).toList());
    }
    return afterFailures(attempts, now);
  }

  private static Door afterFailures(List<Attempt> attempts, Instant now) {
    var failures = (int) attempts.stream().filter(attempt -> attempt.state.countsAsFailure()).count();
    if (failures == 0) {
      return new Ready();
    }
    var last = attempts.stream().filter(attempt -> attempt.state.countsAsFailure()).findFirst().orElseThrow();
    var snapshot = last.snapshot();
    var ended = Objects.requireNonNull(last.submittedAt);
    var until = snapshot.policy().nextBegins(failures, ended);
    return now.isBefore(until)
        ? new Waiting(until, Scoring.of(snapshot, AttemptAnswer.optionsOf(last)).pages())
        : new Ready();
  }
}

package org.lectern.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.ledger.Verb;
import org.lectern.platform.Problem;
import org.lectern.platform.Transactions;
import org.lectern.platform.Turnstile;

/** How an attempt ends: judged on the server, from its snapshot, once. */
@ApplicationScoped
public class Submission {

  /** What the file of a certificate is taken to need while it is drawn, fonts and all, in bytes: an estimate. */
  private static final long CERTIFICATE_MEMORY = 24_000_000;

  private final InstantSource clock;
  private final Event<AssessmentPassed> passed;
  /** The line is outside the transaction, so that nobody holds a connection while they wait. */
  private final Turnstile turnstile = Turnstile.forWorkOf(CERTIFICATE_MEMORY);

  Submission(InstantSource clock, Event<AssessmentPassed> passed) {
    this.clock = clock;
    this.passed = passed;
  }

  /**
   * Submits an attempt; again, it changes nothing. The statement and the news of a pass are part of the same
   * transaction: all of it is kept, or none. Because a pass makes a certificate, which takes memory, a few are submitted at
   * a time.
   *
   * @return the attempt as it ended
   * @throws Problem 404 when the attempt is not there, or is not this person's; 503 when too many submit at the moment:
   *     nothing was changed
   */
  Attempt submit(UUID attemptId, UUID personId) {
    turnstile.refuseWhenBusy();
    return turnstile.pass(() -> Transactions.retrying(() -> {
      var attempt = Attempt.locked(attemptId, personId).orElseThrow(Problem::notFound);
      if (attempt.isOpen()) {
        end(attempt, clock.instant());
      }
      return attempt;
    }));
  }

  private void end(Attempt attempt, Instant now) {
    var snapshot = attempt.snapshot();
    var score = Scoring.of(snapshot, AttemptAnswer.optionsOf(attempt)).score();
    attempt.submit(score, snapshot.policy().passMark(), now);
    Registration registration = Registration.findById(attempt.registrationId);
    var context = new Statement.Context(registration, attempt.edition, attempt.language, attempt.personId, now);
    var verb = attempt.isPassed() ? Verb.PASSED : Verb.FAILED;
    Statement.append(context,
        new Statement.Act(statementId(attempt), verb, attempt.assessmentId, null, attempt.isPassed(), score, now));
    if (attempt.isPassed()) {
      passed.fire(new AssessmentPassed(attempt.personId, attempt.registrationId, attempt.id, attempt.courseId,
          snapshot.course(), attempt.path, snapshot.path(), attempt.edition, attempt.language, score, now));
    }
  }

  /** Follows from the attempt, so that it is there once; and from its seed, so that nobody can take it beforehand. */
  static UUID statementId(Attempt attempt) {
    var name = "attempt " + attempt.id + " " + attempt.seed;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}

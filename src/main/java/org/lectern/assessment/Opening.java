package org.lectern.assessment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.learning.Progress;
import org.lectern.ledger.Registration;
import org.lectern.people.Engagements;
import org.lectern.platform.Transactions;

/** How an attempt comes to be. */
@ApplicationScoped
public class Opening {

  private final InstantSource clock;
  private final Engagements engagements;
  private final SecureRandom seeds = new SecureRandom();

  Opening(InstantSource clock, Engagements engagements) {
    this.clock = clock;
    this.engagements = engagements;
  }

  /** What came of the wish to begin. */
  sealed interface Outcome {
    record Opened(Attempt attempt) implements Outcome {}

    /** It was open already: by another tab, a double click, a request that was sent again. */
    record Continued(Attempt attempt) implements Outcome {}

    /** @param door anything but {@link Door.Ready} and {@link Door.Underway} */
    record Closed(Door door) implements Outcome {}
  }

  /** Looks how things stand, and changes nothing. */
  Door look(Course course, String language, UUID personId) {
    return Door.of(progress(course, language, personId), personId, clock.instant());
  }

  /**
   * Opens an attempt, or finds the one that is open.
   *
   * @param language the language that the learner wants to be asked in
   */
  Outcome open(Course course, String language, UUID personId) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var progress = progress(course, language, personId);
      return switch (Door.of(progress, personId, now)) {
        case Door.Ready ready -> new Outcome.Opened(draw(progress, language, personId, now));
        case Door.Underway underway -> new Outcome.Continued(underway.attempt());
        case Door door -> new Outcome.Closed(door);
      };
    });
  }

  private Progress progress(Course course, String language, UUID personId) {
    return Progress.of(course, language, personId, engagements.today());
  }

  private Attempt draw(Progress progress, String language, UUID personId, Instant now) {
    var course = progress.course();
    var path = progress.choice().path();
    var registration = Registration.currentOrOpen(personId, course.id(), course.edition().toString(), now);
    var earlier = Attempt.of(registration);
    var number = earlier.isEmpty() ? 1 : earlier.getFirst().number + 1;
    var seed = seeds.nextLong();
    var snapshot = Snapshot.of(course, path, language, new Draw(seed, Attempt.lastAsked(earlier)));
    var origin = new Attempt.Origin(course.assessment().id(), path.id(), course.edition().toString(), seed);
    var attempt = new Attempt(registration, number, origin, snapshot, now);
    attempt.persistAndFlush();
    return attempt;
  }
}

package org.lectern.assessment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

    /** One cannot begin now; {@code door} is neither {@link Door.Ready} nor {@link Door.Underway}. */
    record Closed(Door door) implements Outcome {}
  }

  /**
   * How things stand for one person.
   *
   * @param attempts of the current registration, the latest first
   */
  record View(Progress progress, Door door, List<Attempt> attempts) {}

  /** Looks how things stand, and changes nothing. */
  View look(Course course, String language, UUID personId) {
    var progress = progress(course, language, personId);
    var attempts = Registration.current(personId, course.id()).map(Attempt::of).orElse(List.of());
    return new View(progress, Door.of(progress, attempts, clock.instant()), attempts);
  }

  /**
   * Opens an attempt, or finds the one that is open.
   *
   * @param language the language that the learner wants to be asked in
   */
  Outcome open(Course course, String language, UUID personId) {
    return Transactions.retrying(() -> {
      // Whoever comes second waits here and then sees the open attempt; the unique keys are there all the same.
      Registration.current(personId, course.id()).ifPresent(Registration::lock);
      var view = look(course, language, personId);
      return switch (view.door()) {
        case Door.Ready ready -> new Outcome.Opened(draw(view, language, personId, clock.instant()));
        case Door.Underway underway -> new Outcome.Continued(underway.attempt());
        case Door door -> new Outcome.Closed(door);
      };
    });
  }

  private Progress progress(Course course, String language, UUID personId) {
    return Progress.of(course, language, personId, engagements.today());
  }

  private Attempt draw(View view, String language, UUID personId, Instant now) {
    var course = view.progress().course();
    var path = view.progress().choice().path();
    var registration = Registration.currentOrOpen(personId, course.id(), course.edition().toString(), now);
    var number = view.attempts().isEmpty() ? 1 : view.attempts().getFirst().number + 1;
    var seed = seeds.nextLong();
    var snapshot = Snapshot.of(course, path, language, new Draw(seed, Attempt.lastAsked(view.attempts())));
    var origin = new Attempt.Origin(course.assessment().id(), path.id(), course.edition().toString(), seed);
    var attempt = new Attempt(registration, number, origin, snapshot, now);
    attempt.persistAndFlush();
    return attempt;
  }
}

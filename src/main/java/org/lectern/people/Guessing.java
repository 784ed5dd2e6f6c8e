package org.lectern.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.lectern.platform.Transactions;

/**
 * Slows and stops people who guess passwords. It counts by address and place together (strict), by address alone and by
 * place alone (generous, so that nobody can lock out a colleague or a whole office with a few tries). It counts the same
 * whether or not the address has an account.
 */
@ApplicationScoped
public class Guessing {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);

  private final InstantSource clock;

  Guessing(InstantSource clock) {
    this.clock = clock;
  }

  /** Something that is guessed at, and how many failures it may have in a day before it is locked. */
  private record Subject(String key, int allowed) {}

  private static List<Subject> subjects(String email, String place) {
    var key = Account.key(email);
    return List.of(
        new Subject(Token.sha256("both|" + key + "|" + place), 5),
        new Subject(Token.sha256("address|" + key), 50),
        new Subject(Token.sha256("place|" + place), 200));
  }

  /**
   * Lets somebody try this address from this place, and counts the try as failed until {@link #succeeded} says
   * otherwise: tries that come at the same moment are counted before any of them is judged.
   *
   * @return until when nobody may try; empty when they may try now
   */
  Optional<Instant> begin(String email, String place) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var guesses = locked(subjects(email, place), now);
      var lockedUntil = guesses.values()
          .stream()
          .map(guess -> guess.lockedUntil)
          .filter(Objects::nonNull)
          .filter(until -> until.isAfter(now))
          .max(Instant::compareTo);
      if (lockedUntil.isEmpty()) {
        guesses.forEach((subject, guess) -> count(subject, guess, now));
      }
      return lockedUntil;
    });
  }

  /** The rows of these subjects, held until the transaction ends; everybody takes them in the same order. */
  private static Map<Subject, PasswordGuess> locked(List<Subject> subjects, Instant now) {
    var guesses = new LinkedHashMap<Subject, PasswordGuess>();
    subjects.stream().sorted(Comparator.comparing(Subject::key)).forEach(subject -> {
      PasswordGuess guess = PasswordGuess.findById(subject.key(), LockModeType.PESSIMISTIC_WRITE);
      if (guess == null) {
        guess = new PasswordGuess(subject.key(), now);
        guess.persistAndFlush();
      }
      guesses.put(subject, guess);
    });
    return guesses;
  }

  /** Failures fade, as many in a day as are allowed; so the slips of a large office never add up to a lock. */
  private static void count(Subject subject, PasswordGuess guess, Instant now) {
    var faded = Duration.between(guess.failedAt, now).toSeconds() * subject.allowed() / DAY.toSeconds();
    guess.failures = (int) Math.max(0, guess.failures - Math.max(0, faded)) + 1;
    guess.failedAt = now;
    if (guess.failures >= subject.allowed()) {
      guess.lockedUntil = now.plus(wait(guess.failures - subject.allowed()));
    }
  }

  /**
   * How long to wait: 30 seconds, then twice as long each time, up to 30 minutes.
   *
   * @param failuresTooMany failures after the one that locked
   */
  static Duration wait(int failuresTooMany) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failuresTooMany, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Takes back what {@link #begin} counted, and forgets earlier failures at this address from this place. */
  void succeeded(String email, String place) {
    Transactions.retrying(() -> {
      var subjects = subjects(email, place);
      var guesses = locked(subjects, clock.instant());
      guesses.forEach((subject, guess) -> {
        guess.failures = subject.equals(subjects.getFirst()) ? 0 : Math.max(0, guess.failures - 1);
        guess.lockedUntil = null;
      });
    });
  }
}

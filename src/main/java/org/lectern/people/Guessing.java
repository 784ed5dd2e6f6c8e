package org.lectern.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

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
   * otherwise: tries that come at the same moment are counted before any of them is judged. In the caller's transaction,
   * which is to be one of {@link org.lectern.platform.Transactions#retrying(java.util.function.Supplier)}, and to be
   * committed before the guess is judged.
   *
   * @return until when nobody may try; empty when they may try now
   */
  Optional<Instant> begin(String email, String place) {
    var now = clock.instant();
    var subjects = subjects(email, place);
    var known = locked(subjects);
    var lockedUntil = known.values()
        .stream()
        .map(guess -> guess.lockedUntil)
        .filter(Objects::nonNull)
        .filter(until -> until.isAfter(now))
        .max(Instant::compareTo);
    if (lockedUntil.isEmpty()) {
      subjects.forEach(subject -> {
        var guess = known.getOrDefault(subject.key(), new PasswordGuess(subject.key(), now));
        count(subject, guess, now);
        guess.persist();
      });
    }
    return lockedUntil;
  }

  /** The rows of these subjects that are there, held until the transaction ends; everybody takes them in the same order. */
  private static Map<String, PasswordGuess> locked(List<Subject> subjects) {
    return PasswordGuess.locked(subjects.stream().map(Subject::key).toList())
        .stream()
        .collect(Collectors.toMap(guess -> guess.subject, Function.identity()));
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

  /**
   * Takes back what {@link #begin} counted, and forgets earlier failures at this address from this place. In the caller's
   * transaction.
   */
  void succeeded(String email, String place) {
    var subjects = subjects(email, place);
    var both = subjects.getFirst().key();
    locked(subjects).forEach((subject, guess) -> {
      guess.failures = subject.equals(both) ? 0 : Math.max(0, guess.failures - 1);
      guess.lockedUntil = null;
    });
  }
}

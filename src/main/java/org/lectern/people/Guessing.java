package org.lectern.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

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
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private final InstantSource clock;

  Guessing(InstantSource clock) {
    this.clock = clock;
  }

  /** Something that is guessed at, and how many failures it may have before it is locked. */
  private record Subject(String key, int allowed) {}

  private static List<Subject> subjects(String email, String place) {
    var key = Account.key(email);
    return List.of(
        new Subject(Token.sha256("both|" + key + "|" + place), 5),
        new Subject(Token.sha256("address|" + key), 50),
        new Subject(Token.sha256("place|" + place), 200));
  }

  /** Until when nobody may try this address from this place; empty when they may try now. */
  Optional<Instant> lockedUntil(String email, String place) {
    var keys = subjects(email, place).stream().map(Subject::key).toList();
    var now = clock.instant();
    return PasswordGuess.<PasswordGuess>list("subject in ?1", keys)
        .stream()
        .map(guess -> guess.lockedUntil)
        .filter(Objects::nonNull)
        .filter(until -> until.isAfter(now))
        .max(Instant::compareTo);
  }

  void failed(String email, String place) {
    for (var subject : subjects(email, place)) {
      Transactions.retrying(() -> count(subject));
    }
  }

  private void count(Subject subject) {
    var now = clock.instant();
    PasswordGuess guess = PasswordGuess.findById(subject.key(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
    if (guess == null) {
      guess = new PasswordGuess(subject.key(), now);
      guess.persist();
    }
    if (guess.failedAt.plus(FORGOTTEN_AFTER).isBefore(now)) {
      guess.failures = 0;
    }
    guess.failures++;
    guess.failedAt = now;
    if (guess.failures >= subject.allowed()) {
      guess.lockedUntil = now.plus(wait(guess.failures - subject.allowed()));
    }
  }

  /** 30 seconds, then twice as long each time, up to 30 minutes. */
  private static Duration wait(int failuresTooMany) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failuresTooMany, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Forgets the failures at this address from this place, because its owner came in; those of the place stay. */
  void succeeded(String email, String place) {
    Transactions.retrying(() -> {
      PasswordGuess.deleteById(subjects(email, place).getFirst().key());
    });
  }
}

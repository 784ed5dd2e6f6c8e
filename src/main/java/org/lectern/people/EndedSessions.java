package org.lectern.people;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.platform.Job;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes away sessions that nobody can use any more, and guesses at passwords that no longer count. */
@ApplicationScoped
public class EndedSessions implements Job {

  /** As long as somebody may want to know when a session ended. */
  private static final Duration KEPT = Duration.ofDays(30);
  /** {@link Guessing} forgets failures within a day, and locks for less. */
  private static final Duration GUESSES_KEPT = Duration.ofDays(2);

  /** Far longer than {@link SessionChanges#TOLD_FOR}, whatever the clock of this node says. */
  private static final Duration CHANGES_KEPT = Duration.ofDays(1);

  private final InstantSource clock;

  EndedSessions(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ended-sessions";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(12);
  }

  @Override
  public void run() {
    var now = clock.instant();
    QuarkusTransaction.requiringNew().run(() -> {
      Session.delete("expiresAt < ?1 or endedAt < ?1", now.minus(KEPT));
      PasswordGuess.delete("failedAt < ?1", now.minus(GUESSES_KEPT));
      SessionChange.delete("changedAt < ?1", now.minus(CHANGES_KEPT));
    });
  }
}

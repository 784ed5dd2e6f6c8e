package org.lectern.people;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Failed guesses at one subject: an address, a place, or an address from a place. */
@Entity
@Table(name = "password_guess")
class PasswordGuess extends PanacheEntityBase {

  @Id
  public String subject;

  public int failures;

  @Column(name = "failed_at")
  public Instant failedAt;

  @Column(name = "locked_until")
  public @Nullable Instant lockedUntil;

  protected PasswordGuess() {}

  PasswordGuess(String subject, Instant now) {
    this.subject = subject;
    this.failedAt = now;
  }

  /** The rows of these subjects that are there, held in the order of the subjects until the caller's transaction ends. */
  static List<PasswordGuess> locked(List<String> subjects) {
    return PasswordGuess.<PasswordGuess>find("subject in ?1 order by subject", subjects)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}

package org.lectern.people;

import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lets people in no longer, and lets them in again. What they learned stays. */
@ApplicationScoped
public class AccountLocks {

  private final InstantSource clock;
  private final Sessions sessions;

  AccountLocks(InstantSource clock, Sessions sessions) {
    this.clock = clock;
    this.sessions = sessions;
  }

  /** Disables all accounts of a person and ends all sessions. */
  @Transactional
  public void disable(UUID personId, UUID by) {
    Account.update("disabledAt = ?1 where personId = ?2 and disabledAt is null", clock.instant(), personId);
    sessions.endAll(personId);
    AuditEntry.of(clock.instant(), "accounts-disabled").by(by).to(personId).add();
  }

  /** Lets a person sign in again; their ended sessions stay ended. */
  @Transactional
  public void enable(UUID personId, UUID by) {
    Account.update("disabledAt = null where personId = ?1 and disabledAt is not null", personId);
    AuditEntry.of(clock.instant(), "accounts-enabled").by(by).to(personId).add();
  }

  /** Signs a person out everywhere. */
  @Transactional
  public void signOut(UUID personId, UUID by) {
    sessions.endAll(personId);
    AuditEntry.of(clock.instant(), "signed-out-everywhere").by(by).to(personId).add();
  }
}

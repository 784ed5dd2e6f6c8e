package org.lectern.people;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** That somebody is signed in, in one browser or one program. Only the hash of its token is kept. */
@Entity
@Table(name = "sign_in_session")
class Session extends PanacheEntityBase {

  @Id
  @Column(name = "token_hash")
  public String tokenHash;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "account_id")
  public UUID accountId;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "used_at")
  public Instant usedAt;

  @Column(name = "expires_at")
  public Instant expiresAt;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  protected Session() {}

  Session(String tokenHash, Account account, Instant now, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.personId = account.personId;
    this.accountId = account.id;
    this.createdAt = now;
    this.usedAt = now;
    this.expiresAt = expiresAt;
  }
}

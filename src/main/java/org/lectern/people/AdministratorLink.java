package org.lectern.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.Problem;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The one-time link by which the first administrator comes in. */
@Entity
@Table(name = "administrator_link")
class AdministratorLink extends PanacheEntityBase {

  /** Whoever finds it later in a log finds it dead; the next start prints another. */
  static final Duration GOOD_FOR = Duration.ofHours(24);

  @Id
  @Column(name = "token_hash")
  public String tokenHash;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "used_at")
  public @Nullable Instant usedAt;

  @Column(name = "used_by")
  public @Nullable UUID usedBy;

  protected AdministratorLink() {}

  AdministratorLink(Token token, Instant now) {
    this.tokenHash = token.hash();
    this.createdAt = now;
  }

  /** The link, if it was not used and is not older than {@link #GOOD_FOR}. */
  static Optional<AdministratorLink> unused(String secret, Instant now) {
    return find("tokenHash = ?1 and usedAt is null and createdAt > ?2", new Token(secret).hash(), now.minus(GOOD_FOR))
        .firstResultOptional();
  }

  /** There is no such link, or no more: the answer is the same. */
  static Problem ended() {
    return new Problem(410, "link-ended", PersonFields.text(PeopleMessages::firstAdministratorLinkEnded));
  }

  /** Uses the link up; of two who come at the same moment, one is told that it has ended. */
  void use(UUID personId, Instant now) {
    AdministratorLink link = findById(tokenHash, LockModeType.PESSIMISTIC_WRITE);
    if (link == null || link.usedAt != null) {
      throw ended();
    }
    link.usedAt = now;
    link.usedBy = personId;
    new Administrator(personId, now, null).persist();
  }
}

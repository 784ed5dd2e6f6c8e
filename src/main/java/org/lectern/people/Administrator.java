package org.lectern.people;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** That a person may administer, since when, and who said so. */
@Entity
public class Administrator extends PanacheEntityBase {

  @Id
  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "granted_at")
  public Instant grantedAt;

  /** Nobody for the first one, who came by the link of the first start. */
  @Column(name = "granted_by")
  public @Nullable UUID grantedBy;

  protected Administrator() {}

  Administrator(UUID personId, Instant now, @Nullable UUID grantedBy) {
    this.personId = personId;
    this.grantedAt = now;
    this.grantedBy = grantedBy;
  }

  public static boolean is(UUID personId) {
    return count("personId", personId) > 0;
  }
}

package org.lectern.people;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** That what nodes remember of somebody's sessions is old. */
@Entity
@Table(name = "session_change")
class SessionChange extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "changed_at")
  public Instant changedAt;

  protected SessionChange() {}
}

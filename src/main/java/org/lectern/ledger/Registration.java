package org.lectern.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One run of one person through one course. It opens with the first thing that they do there. */
@Entity
public class Registration extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "course_id")
  public String courseId;

  /** From 1; the run with the highest number is the current one. */
  public int number;

  /** The edition that was current when it opened. */
  public String edition;

  @Column(name = "opened_at")
  public Instant openedAt;

  protected Registration() {}

  private Registration(UUID personId, String courseId, String edition, Instant now) {
    this.id = UUID.randomUUID();
    this.personId = personId;
    this.courseId = courseId;
    this.number = 1;
    this.edition = edition;
    this.openedAt = now;
  }

  /** A registration of which only the key is known: enough to add statements to it. */
  public static Registration keyed(UUID id, UUID personId) {
    var registration = new Registration();
    registration.id = id;
    registration.personId = personId;
    return registration;
  }

  /** The person's current run through the course. */
  public static Optional<Registration> current(UUID personId, String courseId) {
    return find("personId = ?1 and courseId = ?2 order by number desc", personId, courseId).firstResultOptional();
  }

  /**
   * The person's current run; opens the first one when there is none. Of two requests that open at the same moment one
   * fails on the unique key: call it in {@link org.lectern.platform.Transactions#retrying}.
   */
  public static Registration currentOrOpen(UUID personId, String courseId, String edition, Instant now) {
    return current(personId, courseId).orElseGet(() -> {
      var registration = new Registration(personId, courseId, edition, now);
      registration.persistAndFlush();
      return registration;
    });
  }

  /** Waits until no other request works on what this registration's checks and cases add up to. */
  public static void lock(Registration registration) {
    getEntityManager().lock(registration, LockModeType.PESSIMISTIC_WRITE);
  }

  /** All runs of a person, the latest first. */
  public static List<Registration> of(UUID personId) {
    return list("personId = ?1 order by openedAt desc", personId);
  }
}

package org.lectern.margin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What somebody wrote for themselves on a unit. Nobody else sees it. */
@Entity
public class Note extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "course_id")
  public String courseId;

  @Column(name = "unit_id")
  public String unitId;

  /** As it was when the note was saved last. */
  @Column(name = "unit_title")
  public String unitTitle;

  public String text;

  /** From 1; counts up with every change. */
  public int version;

  @Column(name = "changed_at")
  public Instant changedAt;

  protected Note() {}

  /** An empty note: {@link #write} follows. */
  Note(UUID personId, String courseId, String unitId, Instant now) {
    this.id = UUID.randomUUID();
    this.personId = personId;
    this.courseId = courseId;
    this.unitId = unitId;
    this.unitTitle = "";
    this.text = "";
    this.changedAt = now;
  }

  void write(String text, String unitTitle, Instant now) {
    this.text = text;
    this.unitTitle = unitTitle;
    this.version++;
    this.changedAt = now;
  }

  /** What a form that was made now has seen: no other state of this note, nor of one that takes its place, is the same. */
  String state() {
    return id + "." + version;
  }

  /** The person's note on a unit. */
  public static Optional<Note> of(UUID personId, String courseId, String unitId) {
    return find("personId = ?1 and courseId = ?2 and unitId = ?3", personId, courseId, unitId).firstResultOptional();
  }

  /** As {@link #of(UUID, String, String)}; nobody else changes it until the transaction ends. */
  static Optional<Note> locked(UUID personId, String courseId, String unitId) {
    return find("personId = ?1 and courseId = ?2 and unitId = ?3", personId, courseId, unitId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** All that the person noted in a course, the oldest first. */
  static List<Note> of(UUID personId, String courseId) {
    return list("personId = ?1 and courseId = ?2 order by changedAt, id", personId, courseId);
  }
}

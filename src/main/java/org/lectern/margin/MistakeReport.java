package org.lectern.margin;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Unit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** A mistake that a reader found in a page, and where its text stands in the files. */
@Entity
@Table(name = "mistake_report")
public class MistakeReport extends PanacheEntityBase {

  /** Chosen by the form, so that sending the same again changes nothing. */
  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "course_id")
  public String courseId;

  @Column(name = "unit_id")
  public String unitId;

  /** As the reader saw it. */
  @Column(name = "unit_title")
  public String unitTitle;

  /** The language of the text (BCP 47), which is not always the one that the reader wanted. */
  public String language;

  /** Below the content folder, with slashes. */
  public String file;

  public String edition;

  public String what;

  public @Nullable String quotation;

  @Column(name = "reported_at")
  public Instant reportedAt;

  /** Null as long as it is open. */
  @Column(name = "handled_at")
  public @Nullable Instant handledAt;

  @Column(name = "handled_by")
  public @Nullable UUID handledBy;

  protected MistakeReport() {}

  MistakeReport(UUID id, UUID personId, Course course, Unit unit, Finding finding, Instant now) {
    this.id = id;
    this.personId = personId;
    this.courseId = course.id();
    this.unitId = unit.id();
    this.unitTitle = unit.title();
    this.language = unit.language();
    this.file = unit.origin().file();
    this.edition = course.edition().toString();
    this.what = finding.what();
    this.quotation = finding.quotation().isEmpty() ? null : finding.quotation();
    this.reportedAt = now;
  }

  /** Whether both were sent by the same person, of the same page and in the same words. */
  boolean saysTheSameAs(MistakeReport other) {
    return personId.equals(other.personId) && courseId.equals(other.courseId) && unitId.equals(other.unitId)
        && what.equals(other.what) && Objects.equals(quotation, other.quotation);
  }

  /** What is wrong, and the words that it is wrong in; these can be empty. */
  record Finding(String what, String quotation) {}

  /** A report with the names of those who had to do with it. */
  public record Named(MistakeReport report, String reporter, @Nullable String handler) {}

  public static long countOpen() {
    return count("handledAt is null");
  }

  static long countSince(UUID personId, Instant since) {
    return count("personId = ?1 and reportedAt > ?2", personId, since);
  }

  /** Open ones, those that wait longest first; or handled ones, the latest first. */
  static PanacheQuery<Named> list(boolean open) {
    return find("""
        select r, p.name, h.name from MistakeReport r join Person p on p.id = r.personId
        left join Person h on h.id = r.handledBy where r.handledAt is %s
        """.formatted(open ? "null order by r.reportedAt, r.id" : "not null order by r.handledAt desc, r.id"))
        .project(Named.class);
  }

  static long count(boolean open) {
    return count("handledAt is " + (open ? "null" : "not null"));
  }

  static java.util.Optional<MistakeReport> locked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}

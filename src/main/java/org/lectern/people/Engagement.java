package org.lectern.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * What a person does and where, for a time. Two clocks run here: {@code validFrom} and {@code validTo} say when it held
 * in the world, {@code recordedAt} and {@code replacedAt} when it was known here. Rows are replaced, never corrected.
 */
@Entity
public class Engagement extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  /** A code of the content's job networks; null when it is not known. */
  @Column(name = "job_network")
  public @Nullable String jobNetwork;

  public @Nullable String department;

  @Column(name = "duty_station")
  public @Nullable String dutyStation;

  public @Nullable String grade;

  public boolean supervisor;

  @Column(name = "valid_from")
  public LocalDate validFrom;

  /** The last day (inclusive); null when none is known. */
  @Column(name = "valid_to")
  public @Nullable LocalDate validTo;

  @Column(name = "recorded_at")
  public Instant recordedAt;

  @Column(name = "recorded_by")
  public UUID recordedBy;

  @Column(name = "replaced_at")
  public @Nullable Instant replacedAt;

  protected Engagement() {}

  Engagement(UUID personId, @Nullable String jobNetwork, LocalDate validFrom, Instant now, UUID recordedBy) {
    this.id = UUID.randomUUID();
    this.personId = personId;
    this.jobNetwork = jobNetwork;
    this.validFrom = validFrom;
    this.recordedAt = now;
    this.recordedBy = recordedBy;
  }

  /** The same, known from now on to hold from {@code from} to {@code to} only. */
  Engagement limitedTo(LocalDate from, @Nullable LocalDate to, Instant now, UUID recordedBy) {
    var copy = new Engagement(personId, jobNetwork, from, now, recordedBy);
    copy.department = department;
    copy.dutyStation = dutyStation;
    copy.grade = grade;
    copy.supervisor = supervisor;
    copy.validTo = to;
    return copy;
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** What a change of one engagement from a day on would lose. */
  public enum Loss {
    NONE,
    /** There are several on that day, and only one would be left. */
    SEVERAL,
    /** Something else is known to hold later; it would be replaced. */
    LATER
  }

  /**
   * Tells what would be lost. The only one that is known is taken to begin earlier, and keeps what it says.
   *
   * @param known all that is known of a person
   */
  public static Loss lossOf(List<Engagement> known, LocalDate from) {
    if (known.stream().filter(engagement -> engagement.holdsOn(from)).count() > 1) {
      return Loss.SEVERAL;
    }
    var later = known.stream().anyMatch(engagement -> engagement.validFrom.isAfter(from));
    return later && known.size() > 1 ? Loss.LATER : Loss.NONE;
  }

  /** What is known now of this person's engagements, the latest first. */
  public static List<Engagement> known(UUID personId) {
    return list("personId = ?1 and replacedAt is null order by validFrom desc, recordedAt desc", personId);
  }

  /** What is known now of the engagements that this person has on {@code day}. */
  public static List<Engagement> on(UUID personId, LocalDate day) {
    return list(
        "personId = ?1 and replacedAt is null and validFrom <= ?2 and (validTo is null or validTo >= ?2)"
            + " order by validFrom desc, recordedAt desc",
        personId, day);
  }

  /** What is known now of these people's engagements, the latest first. */
  public static Map<UUID, List<Engagement>> known(List<UUID> people) {
    return Engagement.<Engagement>list(
        "personId in ?1 and replacedAt is null order by validFrom desc, recordedAt desc", people)
        .stream()
        .collect(Collectors.groupingBy(engagement -> engagement.personId));
  }

  /** Everything that was ever recorded, the latest first. */
  public static List<Engagement> history(UUID personId) {
    return list("personId = ?1 order by recordedAt desc, validFrom desc", personId);
  }
}

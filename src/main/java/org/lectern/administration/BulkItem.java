package org.lectern.administration;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.lectern.people.EngagementChange;
import org.lectern.platform.Json;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** One person in a {@link BulkChange}, and what came of it. */
@Entity
@Table(name = "bulk_change_item")
@IdClass(BulkItem.Key.class)
public class BulkItem extends PanacheEntityBase {

  /** What is to happen, or what has. */
  public enum Outcome {
    PLANNED, DONE,
    /** It was so already. */
    UNCHANGED,
    /** It cannot be done; {@link #reason} says why. */
    REFUSED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @Column(name = "change_id")
  public UUID changeId;

  /** From 1. */
  @Id
  public int number;

  @Column(name = "person_id")
  public UUID personId;

  /** The line of the file that it comes from. */
  public @Nullable Integer line;

  @Column(name = "change_values")
  @Nullable
  String valuesJson;

  @Column(name = "valid_from")
  public @Nullable LocalDate validFrom;

  @Enumerated(EnumType.STRING)
  public Outcome outcome;

  /** The id of a {@link Judging.Reason}. */
  public @Nullable String reason;

  @Column(name = "done_at")
  public @Nullable Instant doneAt;

  protected BulkItem() {}

  BulkItem(BulkChange change, int number, UUID personId) {
    this.changeId = change.id;
    this.number = number;
    this.personId = personId;
    this.outcome = Outcome.PLANNED;
  }

  /** A change and the number of one of its items. */
  public record Key(UUID changeId, int number) implements Serializable {}

  /** What is to be different about this person: what the line of the file says, else what the whole change says. */
  EngagementChange values(BulkChange change) {
    return valuesJson == null ? change.values() : Json.read(valuesJson, EngagementChange.class);
  }

  /** What the line of the file says, field by field; empty when the whole change says it. */
  public Map<String, String> said() {
    return valuesJson == null ? Map.of() : Json.read(valuesJson, EngagementChange.class).byName();
  }

  /** From which day. */
  LocalDate from(BulkChange change) {
    var from = validFrom == null ? change.validFrom : validFrom;
    if (from == null) {
      throw new IllegalStateException("no day in change " + change.id);
    }
    return from;
  }

  void come(Outcome what, @Nullable String why, Instant now) {
    outcome = what;
    reason = why;
    doneAt = now;
  }

  static Map<Outcome, Long> counts(UUID changeId) {
    record Row(Outcome outcome, long items) {}
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    getEntityManager()
        .createQuery("select i.outcome, count(*) from BulkItem i where i.changeId = ?1 group by i.outcome", Row.class)
        .setParameter(1, changeId)
        .getResultStream()
        .forEach(row -> counts.put(row.outcome(), row.items()));
    return counts;
  }

  static List<BulkItem> next(UUID changeId, int limit) {
    return BulkItem.<BulkItem>find("changeId = ?1 and outcome = ?2 order by number", changeId, Outcome.PLANNED)
        .page(0, limit)
        .list();
  }

  static PanacheQuery<BulkItem> of(UUID changeId, Outcome outcome) {
    return find("changeId = ?1 and outcome = ?2 order by number", changeId, outcome);
  }
}

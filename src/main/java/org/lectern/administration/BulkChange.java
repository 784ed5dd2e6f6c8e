package org.lectern.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.lectern.people.EngagementChange;
import org.lectern.platform.Json;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A change of one or many people: what, since when, by whom. Whom it concerns is in its {@link BulkItem}s. */
@Entity
@Table(name = "bulk_change")
public class BulkChange extends PanacheEntityBase {

  /** What is done. */
  public enum Kind {
    /** Fields of the engagement from a day on. */
    ENGAGEMENT,
    /** Accounts are disabled, sessions end. */
    DISABLE,
    /** Accounts are enabled again. */
    ENABLE,
    /** Sessions end. */
    SIGN_OUT;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String id) {
      return List.of(values()).stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
  }

  /** Where it stands: {@code DRAFT → RUNNING → DONE}, or {@code DRAFT → DISCARDED}. */
  public enum State {
    DRAFT, RUNNING, DONE, DISCARDED
  }

  @Id
  public UUID id;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  @Column(name = "change_values")
  String valuesJson;

  @Column(name = "valid_from")
  public @Nullable LocalDate validFrom;

  /** The address of the list or the name of the file by which people were chosen. */
  public String source;

  @Enumerated(EnumType.STRING)
  public State state;

  @Column(name = "created_by")
  public UUID createdBy;

  /** Who confirmed it, or gave it up; null of a draft, and of what was decided before this was kept. */
  @Column(name = "decided_by")
  public @Nullable UUID decidedBy;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "confirmed_at")
  public @Nullable Instant confirmedAt;

  @Column(name = "finished_at")
  public @Nullable Instant finishedAt;

  protected BulkChange() {}

  BulkChange(Kind kind, EngagementChange values, @Nullable LocalDate validFrom, String source, UUID by, Instant now) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.valuesJson = Json.write(values);
    this.validFrom = validFrom;
    this.source = source;
    this.state = State.DRAFT;
    this.createdBy = by;
    this.createdAt = now;
  }

  public EngagementChange values() {
    return Json.read(valuesJson, EngagementChange.class);
  }

  /** In whose name it is done: of whoever confirmed it; of a draft, of whoever made it. */
  UUID actor() {
    return decidedBy == null ? createdBy : decidedBy;
  }

  public boolean isDraft() {
    return state == State.DRAFT;
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  static Optional<BulkChange> find(UUID id) {
    return findByIdOptional(id);
  }

  /** Finds it and lets nobody else work on it until the transaction ends. */
  static Optional<BulkChange> findToChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The latest, the newest first. */
  static List<BulkChange> latest(int limit) {
    return BulkChange.<BulkChange>find("order by createdAt desc, id").page(0, limit).list();
  }

  /** Those that are confirmed and not done yet. */
  static List<UUID> running() {
    return getEntityManager()
        .createQuery("select b.id from BulkChange b where b.state = RUNNING order by b.confirmedAt",
            UUID.class)
        .getResultList();
  }
}

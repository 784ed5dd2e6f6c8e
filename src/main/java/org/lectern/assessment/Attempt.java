package org.lectern.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.ledger.Registration;
import org.lectern.platform.Json;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * One try at the final assessment of a registration. What it asks and how it is judged is frozen when it opens; only its
 * end is added later, once.
 */
@Entity
public class Attempt extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "registration_id")
  public UUID registrationId;

  @Column(name = "course_id")
  public String courseId;

  @Column(name = "assessment_id")
  public String assessmentId;

  /** From 1, within the registration. */
  public int number;

  @Enumerated(EnumType.STRING)
  public AttemptState state;

  /** True while it is open and null ever after, for the unique key that allows one open attempt. */
  @Column(name = "open_marker")
  public @Nullable Boolean openMarker;

  /** The id of the path that it was drawn for; the learner's path may change meanwhile. */
  public String path;

  /** The edition that it was drawn from. */
  public String edition;

  /** The language that it is asked in (BCP 47). */
  public String language;

  /** Decides the draw and every order; not told to anybody while the attempt is open. */
  public long seed;

  @Column(name = "snapshot")
  String snapshotJson;

  @Column(name = "opened_at")
  public Instant openedAt;

  /** When it was submitted or abandoned; null while it is open. */
  @Column(name = "submitted_at")
  public @Nullable Instant submittedAt;

  /** Per cent, rounded down; null unless it was submitted. */
  public @Nullable Integer score;

  protected Attempt() {}

  /** What an attempt is drawn from. */
  record Origin(String assessmentId, String path, String edition, long seed) {}

  Attempt(Registration registration, int number, Origin origin, Snapshot snapshot, Instant now) {
    this.id = UUID.randomUUID();
    this.personId = registration.personId;
    this.registrationId = registration.id;
    this.courseId = registration.courseId;
    this.assessmentId = origin.assessmentId();
    this.number = number;
    this.state = AttemptState.OPEN;
    this.openMarker = true;
    this.path = origin.path();
    this.edition = origin.edition();
    this.language = snapshot.language();
    this.seed = origin.seed();
    this.snapshotJson = Json.write(snapshot);
    this.openedAt = now;
  }

  public boolean isOpen() {
    return state == AttemptState.OPEN;
  }

  public boolean isPassed() {
    return state == AttemptState.PASSED;
  }

  Snapshot snapshot() {
    return Json.read(snapshotJson, Snapshot.class);
  }

  /** Ends the attempt with this score. */
  void submit(int newScore, int passMark, Instant now) {
    state = state.submitted(newScore, passMark);
    score = newScore;
    end(now);
  }

  /** Ends the attempt without a score. */
  void abandon(Instant now) {
    state = state.abandoned();
    end(now);
  }

  private void end(Instant now) {
    openMarker = null;
    submittedAt = now;
  }

  /** An attempt of this person. */
  public static Optional<Attempt> of(UUID id, UUID personId) {
    return find("id = ?1 and personId = ?2", id, personId).firstResultOptional();
  }

  /** As {@link #of(UUID, UUID)}, without another look when this request has seen it. */
  static Optional<Attempt> mine(UUID id, UUID personId) {
    return Attempt.<Attempt>findByIdOptional(id).filter(attempt -> attempt.personId.equals(personId));
  }

  /** Waits until nobody else changes the attempt. */
  static void lock(UUID id) {
    getEntityManager().createNativeQuery("select state from attempt where id = ?1 for update", String.class)
        .setParameter(1, id)
        .getResultList();
  }

  /**
   * How these attempts stand; nobody else changes them until the transaction ends. Those that somebody holds already are
   * left out.
   *
   * @param ids in the order in which everybody locks them
   */
  static Map<UUID, AttemptState> lockedStates(SortedSet<UUID> ids) {
    var states = new HashMap<UUID, AttemptState>();
    List<?> rows = getEntityManager()
        .createNativeQuery("select id, state from attempt where id in (?1) order by id for update skip locked")
        .unwrap(NativeQuery.class)
        .addScalar("id", UUID.class)
        .addScalar("state", String.class)
        .setParameterList(1, ids)
        .getResultList();
    for (var row : rows) {
      var columns = (Object[]) row;
      states.put((UUID) columns[0], AttemptState.valueOf((String) columns[1]));
    }
    return states;
  }

  /** An attempt of this person, which nobody else changes until the transaction ends. */
  static Optional<Attempt> locked(UUID id, UUID personId) {
    return Attempt.<Attempt>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(attempt -> attempt.personId.equals(personId));
  }

  /** All attempts of a person, the latest first. */
  public static List<Attempt> of(UUID personId) {
    return list("personId = ?1 order by openedAt desc, id", personId);
  }

  /** All attempts of a registration, the latest first. */
  public static List<Attempt> of(Registration registration) {
    return list("registrationId = ?1 order by number desc", registration.id);
  }

  /** For each item that these attempts asked, the number of the last attempt that did. */
  static Map<String, Integer> lastAsked(List<Attempt> attempts) {
    var lastAsked = new HashMap<String, Integer>();
    for (var attempt : attempts) {
      attempt.snapshot().items().forEach(item -> lastAsked.merge(item.id(), attempt.number, Math::max));
    }
    return lastAsked;
  }
}

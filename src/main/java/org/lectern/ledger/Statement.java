package org.lectern.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.SharedSessionContract;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Counted;
import org.lectern.platform.Json;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * Who did what, when it happened and when it was recorded. Statements are only ever added; a wrong one is voided by
 * another. The same person never has two statements with one id.
 */
@Entity
@Immutable
@IdClass(Statement.Key.class)
public class Statement extends PanacheEntityBase {

  @Id
  @Column(name = "person_id")
  public UUID personId;

  /** Chosen by whoever makes the statement, so that sending it again changes nothing. */
  @Id
  public UUID id;

  @Column(name = "registration_id")
  public UUID registrationId;

  @Enumerated(EnumType.STRING)
  public Verb verb;

  /** What it was done to: {@code unit}, {@code unit/question}, {@code unit/node} or the assessment's id. */
  public String activity;

  /** The answer as a JSON array of strings. */
  public @Nullable String response;

  public @Nullable Boolean success;

  /** Per cent. */
  public @Nullable Integer score;

  /** The edition of the course that the learner saw. */
  public String edition;

  /** The language in which the learner takes the course; a unit without a translation was shown in the course's own. */
  public String language;

  /** When it happened, as whoever did it says, in microseconds; never later than {@link #stored}. */
  @Column(name = "happened_at")
  public Instant timestamp;

  /** When it was recorded here. */
  @Column(name = "stored_at")
  public Instant stored;

  /** The person who vouches for it: the learner, or an administrator. */
  public UUID authority;

  /** The id of the statement that this one voids. */
  public @Nullable UUID voids;

  protected Statement() {}

  private Statement(Context context, Act act) {
    this.personId = context.registration().personId;
    this.registrationId = context.registration().id;
    this.id = act.id();
    this.verb = act.verb();
    this.activity = act.activity();
    this.response = act.response() == null ? null : Json.write(act.response());
    this.success = act.success();
    this.score = act.score();
    this.edition = context.edition();
    this.language = context.language();
    this.timestamp = act.timestamp().isAfter(context.stored())
        ? context.stored()
        : act.timestamp().truncatedTo(ChronoUnit.MICROS);
    this.stored = context.stored();
    this.authority = context.authority();
  }

  /** A person and the id of one of their statements. */
  public record Key(UUID personId, UUID id) implements Serializable {}

  /** What stays the same for all statements that are made in one go. */
  public record Context(Registration registration, String edition, String language, UUID authority, Instant stored) {}

  /** What was done, without who and where. */
  public record Act(
      UUID id,
      Verb verb,
      String activity,
      @Nullable List<String> response,
      @Nullable Boolean success,
      @Nullable Integer score,
      Instant timestamp) {

    public static Act completed(UUID id, String activity, Instant timestamp) {
      return new Act(id, Verb.COMPLETED, activity, null, null, null, timestamp);
    }
  }

  /** Makes a statement, for {@link #append(SharedSessionContract, List)}. */
  public static Statement of(Context context, Act act) {
    return new Statement(context, act);
  }

  /**
   * Adds statements to the ledger, all or none: in the caller's transaction, or else in one of its own, so that they are
   * durable when this returns.
   *
   * @throws org.hibernate.exception.ConstraintViolationException when the person has a statement with one of the ids
   */
  public static void append(SharedSessionContract database, List<Statement> statements) {
    if (!statements.isEmpty()) {
      database.doWork(connection -> Appending.append(connection, statements));
    }
  }

  /** Adds a statement to the ledger, in the caller's transaction. */
  public static Statement append(Context context, Act act) {
    var statement = new Statement(context, act);
    statement.persist();
    Counted.STATEMENT.once();
    return statement;
  }

  /** Declares a statement wrong: what is computed from the ledger no longer sees it. */
  public static Statement appendVoiding(Context context, Statement wrong, UUID id) {
    var act = new Act(id, Verb.VOIDED, wrong.activity, null, null, null, context.stored());
    var statement = new Statement(context, act);
    statement.voids = wrong.id;
    statement.persist();
    return statement;
  }

  /** The answer that was given; empty when this is no answer. */
  public List<String> responses() {
    return response == null ? List.of() : Json.readStrings(response);
  }

  public static Optional<Statement> of(UUID personId, UUID id) {
    return find("personId = ?1 and id = ?2", personId, id).firstResultOptional();
  }

  /** Those of a person's statements that have one of these ids. */
  public static List<Statement> withIds(UUID personId, List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("personId = ?1 and id in ?2", personId, ids);
  }

  /** The latest statements of a person, the newest first. */
  public static PanacheQuery<Statement> history(UUID personId) {
    return find("personId = ?1 order by stored desc, id", personId);
  }

  private static final String NOT_VOIDED = " and not exists (from Statement v where v.personId = s.personId and v.voids = s.id)";

  /** The activities that a person completed or passed in the current run through a course. */
  public static List<String> completed(UUID personId, String courseId) {
    return getEntityManager().createQuery("""
        select distinct s.activity from Statement s join Registration r on r.id = s.registrationId
        where s.personId = ?1 and r.personId = ?1 and r.courseId = ?2 and s.verb in (COMPLETED, PASSED)
        and r.number = (select max(l.number) from Registration l where l.personId = ?1 and l.courseId = ?2)
        """ + NOT_VOIDED, String.class)
        .setParameter(1, personId)
        .setParameter(2, courseId)
        .getResultList();
  }

  /** As {@link #completed}, for all courses at once, by course id. */
  public static Map<String, Set<String>> completedByCourse(UUID personId) {
    record Row(String course, String activity) {}
    return getEntityManager().createQuery("""
        select distinct r.courseId, s.activity from Statement s join Registration r on r.id = s.registrationId
        where s.personId = ?1 and r.personId = ?1 and s.verb in (COMPLETED, PASSED)
        and r.number = (select max(l.number) from Registration l where l.personId = ?1 and l.courseId = r.courseId)
        """ + NOT_VOIDED, Row.class)
        .setParameter(1, personId)
        .getResultStream()
        .collect(Collectors.groupingBy(Row::course, Collectors.mapping(Row::activity, Collectors.toSet())));
  }

  /** The last time that something was done to an activity in an edition. */
  public record Visit(String activity, String edition, Instant at) {}

  /** Whether a person has ever done anything in other editions of a course than this one. */
  public static boolean isOfOtherEditions(UUID personId, String courseId, String edition) {
    return !getEntityManager().createQuery("""
        select 1 from Statement s join Registration r on r.id = s.registrationId
        where s.personId = ?1 and r.personId = ?1 and r.courseId = ?2 and s.edition <> ?3
        """, Integer.class)
        .setParameter(1, personId)
        .setParameter(2, courseId)
        .setParameter(3, edition)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** All that a person did in a course, in all runs, by activity and edition. */
  public static List<Visit> visits(UUID personId, String courseId) {
    return getEntityManager().createQuery("""
        select s.activity, s.edition, max(s.stored) from Statement s join Registration r on r.id = s.registrationId
        where s.personId = ?1 and r.personId = ?1 and r.courseId = ?2 and s.verb <> VOIDED
        """ + NOT_VOIDED + " group by s.activity, s.edition", Visit.class)
        .setParameter(1, personId)
        .setParameter(2, courseId)
        .getResultList();
  }

  /** The edition in which a person last did something in a unit; an id holds no character that means more to {@code like}. */
  public static Optional<String> lastEdition(UUID personId, String courseId, String unitId) {
    return getEntityManager().createQuery("""
        select s.edition from Statement s join Registration r on r.id = s.registrationId
        where s.personId = ?1 and r.personId = ?1 and r.courseId = ?2 and (s.activity = ?3 or s.activity like ?4)
        and s.verb <> VOIDED
        """ + NOT_VOIDED + " order by s.stored desc, s.id", String.class)
        .setParameter(1, personId)
        .setParameter(2, courseId)
        .setParameter(3, unitId)
        .setParameter(4, unitId + "/%")
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The answers that were given in a unit, the oldest first; an id holds no character that means more to {@code like}. */
  public static List<Statement> answers(Registration registration, String unitId) {
    return list("from Statement s where s.personId = ?1 and s.registrationId = ?2 and s.verb = ANSWERED"
        + " and s.activity like ?3" + NOT_VOIDED + " order by s.stored, s.timestamp, s.id",
        registration.personId, registration.id, unitId + "/%");
  }
}

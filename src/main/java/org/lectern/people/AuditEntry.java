package org.lectern.people;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * One line of the audit trail: an act that matters to security, or an administrator's act. Lines are only ever added, in
 * the transaction of the act.
 */
@Entity
@Immutable
@Table(name = "audit_entry")
@IdClass(AuditEntry.Key.class)
public class AuditEntry extends PanacheEntityBase {

  /** Where the logs keep the id of the request that is being answered. */
  public static final String REQUEST = "requestId";

  private static final int MAX_DETAIL = 1000;

  @Id
  @Column(name = "happened_at")
  public Instant happenedAt;

  @Id
  public UUID id;

  /** What was done, in lower case with hyphens, as something that happened: {@code signed-in}. */
  public String act;

  /** The person who did it; null when nobody is signed in. */
  public @Nullable UUID actor;

  /** The id of the person, account, certificate or other thing that it was done to. */
  public @Nullable String subject;

  /** The network address that it came from. */
  public @Nullable String place;

  public @Nullable String request;

  public @Nullable String detail;

  protected AuditEntry() {}

  private AuditEntry(Instant now, String act) {
    this.happenedAt = now;
    this.id = UUID.randomUUID();
    this.act = act;
    this.request = MDC.get(REQUEST) instanceof String request ? request : null;
  }

  /** A moment and an id. */
  public record Key(Instant happenedAt, UUID id) implements Serializable {}

  /** Begins a line; {@link #add} writes it. */
  public static AuditEntry of(Instant now, String act) {
    return new AuditEntry(now, act);
  }

  public AuditEntry by(@Nullable UUID person) {
    actor = person;
    return this;
  }

  public AuditEntry to(@Nullable Object thing) {
    subject = thing == null ? null : thing.toString();
    return this;
  }

  public AuditEntry from(String address) {
    place = address;
    return this;
  }

  /** What else helps to understand it: no secrets, and no more about people than is needed. */
  public AuditEntry saying(String text) {
    detail = text.substring(0, Math.min(text.length(), MAX_DETAIL));
    return this;
  }

  /** Writes the line, in the caller's transaction. */
  public void add() {
    persist();
  }

  /**
   * What matches a word: an act, or the id of a thing, of a request, or of whoever did it; everything, when it is empty.
   * The newest first.
   */
  public static PanacheQuery<AuditEntry> search(String word) {
    var order = " order by happenedAt desc, id";
    if (word.isEmpty()) {
      return find("from AuditEntry" + order);
    }
    return find("act = ?1 or subject = ?1 or request = ?1 or cast(actor as string) = ?2" + order, word,
        word.toLowerCase(Locale.ROOT));
  }

  /** What was done to a thing, the newest first. */
  public static List<AuditEntry> about(String subject) {
    return list("subject = ?1 order by happenedAt desc, id", subject);
  }
}

package org.lectern.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.lectern.certificate.CertificateState.Issued;
import org.lectern.certificate.CertificateState.Replaced;
import org.lectern.certificate.CertificateState.Revoked;
import org.lectern.ledger.Registration;
import org.lectern.platform.Json;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * That somebody passed a course, under a serial that answers for ever. A registration has at most one certificate that
 * stands; its replaced and revoked ones stay beside it.
 */
@Entity
public class Certificate extends PanacheEntityBase {

  @Id
  public String serial;

  @Column(name = "person_id")
  public UUID personId;

  @Column(name = "registration_id")
  public UUID registrationId;

  @Column(name = "attempt_id")
  public UUID attemptId;

  @Column(name = "course_id")
  public String courseId;

  /** {@link PrintedFacts} as JSON. */
  String facts;

  /** The id of the {@link CertificateState}, in upper case. */
  String state;

  @Column(name = "issued_marker")
  @Nullable
  Boolean issuedMarker;

  @Column(name = "issued_at")
  public Instant issuedAt;

  @Nullable
  String successor;

  @Column(name = "revoked_at")
  @Nullable
  Instant revokedAt;

  @Column(name = "public_text")
  @Nullable
  String publicText;

  protected Certificate() {}

  Certificate(Serial serial, Registration registration, UUID attemptId, PrintedFacts facts, Instant now) {
    this(serial, registration.personId, registration.id, attemptId, facts, now);
  }

  private Certificate(
      Serial serial, UUID personId, UUID registrationId, UUID attemptId, PrintedFacts facts, Instant now) {
    this.serial = serial.text();
    this.personId = personId;
    this.registrationId = registrationId;
    this.attemptId = attemptId;
    this.courseId = facts.courseId();
    this.facts = Json.write(facts);
    this.issuedAt = now;
    become(new Issued());
  }

  /** A certificate for the same pass under a new serial. */
  Certificate again(Serial newSerial, PrintedFacts newFacts, Instant now) {
    return new Certificate(newSerial, personId, registrationId, attemptId, newFacts, now);
  }

  public Serial serial() {
    return new Serial(serial);
  }

  public PrintedFacts facts() {
    return Json.read(facts, PrintedFacts.class);
  }

  /** Whether it stands, and what came of it when not. */
  public CertificateState state() {
    return switch (state) {
      case "ISSUED" -> new Issued();
      case "REPLACED" -> new Replaced(new Serial(Objects.requireNonNull(successor)));
      case "REVOKED" -> new Revoked(Objects.requireNonNull(revokedAt), Optional.ofNullable(publicText));
      default -> throw new IllegalStateException("unknown state " + state + " of certificate " + serial);
    };
  }

  final void become(CertificateState next) {
    state = next.id().toUpperCase(Locale.ROOT);
    issuedMarker = next instanceof Issued ? true : null;
    successor = next instanceof Replaced replaced ? replaced.successor().text() : null;
    revokedAt = next instanceof Revoked revoked ? revoked.at() : null;
    publicText = next instanceof Revoked revoked ? revoked.publicText().orElse(null) : null;
  }

  public static Optional<Certificate> find(Serial serial) {
    return findByIdOptional(serial.text());
  }

  /** Finds it and lets nobody else change it until the transaction ends. */
  static Optional<Certificate> findToChange(Serial serial) {
    return findByIdOptional(serial.text(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** All certificates of a person, standing or not, the latest first. */
  public static List<Certificate> of(UUID personId) {
    return list("personId = ?1 order by issuedAt desc, serial", personId);
  }

  /** The certificate of a person that stands for a course; the latest, if they took the course several times. */
  public static Optional<Certificate> standing(UUID personId, String courseId) {
    return find("personId = ?1 and courseId = ?2 and issuedMarker = true order by issuedAt desc", personId, courseId)
        .firstResultOptional();
  }

  /** The certificate of a registration that stands. */
  static Optional<Certificate> standing(UUID registrationId) {
    return find("registrationId = ?1 and issuedMarker = true", registrationId).firstResultOptional();
  }

  static boolean exists(UUID registrationId) {
    return count("registrationId", registrationId) > 0;
  }
}

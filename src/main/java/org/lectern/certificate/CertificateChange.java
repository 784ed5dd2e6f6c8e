package org.lectern.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What an administrator did to a certificate, when and why. */
@Entity
@Immutable
@Table(name = "certificate_change")
public class CertificateChange extends PanacheEntityBase {

  @Id
  public UUID id;

  /** The certificate that was changed, not its successor. */
  public String serial;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  /** For administrators only. */
  public String reason;

  /** For everybody. */
  @Column(name = "public_text")
  public @Nullable String publicText;

  public @Nullable String successor;

  @Column(name = "changed_by")
  public UUID changedBy;

  @Column(name = "changed_at")
  public Instant changedAt;

  protected CertificateChange() {}

  private CertificateChange(Serial serial, Kind kind, String reason, UUID changedBy, Instant changedAt) {
    this.id = UUID.randomUUID();
    this.serial = serial.text();
    this.kind = kind;
    this.reason = reason;
    this.changedBy = changedBy;
    this.changedAt = changedAt;
  }

  /** What can be done to a certificate. */
  public enum Kind {
    REVOKED,
    /** Issued again under a new serial, with or without another name. */
    REISSUED,
    /** Issued again after it had been revoked. */
    REINSTATED
  }

  static CertificateChange revoked(
      Serial serial, String reason, Optional<String> publicText, UUID changedBy, Instant at) {
    var change = new CertificateChange(serial, Kind.REVOKED, reason, changedBy, at);
    change.publicText = publicText.orElse(null);
    return change;
  }

  static CertificateChange reissued(
      Serial serial, Kind kind, Serial successor, String reason, UUID changedBy, Instant at) {
    var change = new CertificateChange(serial, kind, reason, changedBy, at);
    change.successor = successor.text();
    return change;
  }

  /** Everything that was done to a certificate, the latest first. */
  public static List<CertificateChange> of(Serial serial) {
    return list("serial = ?1 order by changedAt desc, id", serial.text());
  }

  static Optional<CertificateChange> latest(Serial serial) {
    return of(serial).stream().findFirst();
  }
}

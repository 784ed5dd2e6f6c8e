package org.lectern.certificate;

import java.time.Instant;
import java.util.Optional;

/** What a certificate is worth now. Each state offers only the changes that are possible from it. */
public sealed interface CertificateState {

  /** It stands. */
  record Issued() implements CertificateState {

    /** Another serial takes its place: the name was corrected, or it was issued again. */
    public Replaced replacedBy(Serial successor) {
      return new Replaced(successor);
    }

    /** It is no longer worth anything, and says so for ever. */
    public Revoked revoked(Instant at, Optional<String> publicText) {
      return new Revoked(at, publicText);
    }
  }

  /** Another certificate stands in its place. */
  record Replaced(Serial successor) implements CertificateState {}

  /**
   * It was taken back.
   *
   * @param publicText what everybody may know about it
   */
  record Revoked(Instant at, Optional<String> publicText) implements CertificateState {

    /** The revocation was wrong or is settled: a new serial stands in its place. */
    public Replaced reinstatedAs(Serial successor) {
      return new Replaced(successor);
    }
  }

  /** The name for programs and for the database: {@code issued}, {@code replaced} or {@code revoked}. */
  default String id() {
    return switch (this) {
      case Issued issued -> "issued";
      case Replaced replaced -> "replaced";
      case Revoked revoked -> "revoked";
    };
  }
}

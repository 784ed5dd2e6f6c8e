package org.lectern.certificate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.lectern.certificate.CertificateState.Replaced;
import org.lectern.certificate.CertificateState.Revoked;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What everybody who has a serial may know: whether the certificate stands, and what is printed on it. Nothing else
 * about its holder.
 *
 * @param state as {@link CertificateState#id()} names it
 * @param course its title; {@code courseId} names it for programs
 * @param replaces the serial that this one took the place of
 * @param replacedBy the serial that took its place
 * @param revocation what the administrator wrote for everybody
 * @param sha256 of the PDF, in lower-case hexadecimal
 * @param address of this page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
    String serial,
    String state,
    String holder,
    String wording,
    String course,
    String courseId,
    String path,
    List<Integer> modules,
    int minutes,
    String version,
    String language,
    List<String> codes,
    String issuer,
    LocalDate completedOn,
    LocalDate issuedOn,
    @Nullable String replaces,
    @Nullable String replacedBy,
    @Nullable LocalDate revokedOn,
    @Nullable String revocation,
    String sha256,
    String address) {

  public Verification {
    modules = List.copyOf(modules);
    codes = List.copyOf(codes);
  }

  /** Reads the hash of the file from the database. */
  static Verification of(Certificate certificate, ZoneId zone) {
    var facts = certificate.facts();
    var state = certificate.state();
    return new Verification(
        certificate.serial,
        state.id(),
        facts.holder(),
        facts.wording(),
        facts.courseTitle(),
        facts.courseId(),
        facts.pathTitle(),
        facts.modules(),
        facts.minutes(),
        facts.version(),
        facts.language(),
        facts.codes(),
        facts.issuer(),
        facts.completedOn(),
        facts.issuedOn(),
        facts.replaces().orElse(null),
        state instanceof Replaced replaced ? replaced.successor().text() : null,
        state instanceof Revoked revoked ? LocalDate.ofInstant(revoked.at(), zone) : null,
        state instanceof Revoked revoked ? revoked.publicText().orElse(null) : null,
        CertificateFile.sha256Of(certificate.serial()),
        facts.verifyAt(certificate.serial()));
  }

  /** The numbers of the modules in few characters. */
  public String numbers(List<Integer> of) {
    return PrintedFacts.runs(of);
  }
}

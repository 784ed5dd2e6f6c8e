package org.lectern.certificate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.lectern.certificate.CertificateState.Issued;
import org.lectern.certificate.CertificateState.Replaced;
import org.lectern.certificate.CertificateState.Revoked;
import org.lectern.people.AuditEntry;
import org.lectern.people.Person;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Transactions;

/**
 * What an administrator does to a certificate: revoke it, or issue it again. Doing the same once more, as a double click
 * does, changes nothing and has the same outcome.
 */
@ApplicationScoped
public class Corrections {

  private static final Logger LOG = Logger.getLogger(Corrections.class);

  private final InstantSource clock;
  private final Settings settings;
  private final CertificateIssuing issuing;

  Corrections(InstantSource clock, Settings settings, CertificateIssuing issuing) {
    this.clock = clock;
    this.settings = settings;
    this.issuing = issuing;
  }

  /** How a revocation ends. */
  sealed interface Revocation {
    /** It is revoked, now or by the same request before. */
    record Done() implements Revocation {}

    /** Somebody revoked it before, with other words; theirs stay. */
    record AlreadyRevoked() implements Revocation {}

    /** It has a successor; that one can be revoked. */
    record AlreadyReplaced(Serial successor) implements Revocation {}
  }

  /** How a re-issue ends. */
  sealed interface Reissue {
    /**
     * The successor stands.
     *
     * @param fresh false when the same request made it before
     */
    record Done(Serial successor, boolean fresh) implements Reissue {}

    /** Somebody issued it again before, otherwise; the successor can be issued again. */
    record AlreadyReplaced(Serial successor) implements Reissue {}
  }

  /** Who asks, and why. */
  record Ground(UUID administrator, String reason) {}

  /**
   * Revokes a certificate for good.
   *
   * @param publicText what everybody may know
   * @throws Problem 404 when there is no such certificate
   */
  Revocation revoke(Serial serial, Ground ground, Optional<String> publicText) {
    return Transactions.retrying(() -> {
      var certificate = Certificate.findToChange(serial).orElseThrow(Problem::notFound);
      return switch (certificate.state()) {
        case Issued issued -> {
          var now = clock.instant();
          certificate.become(issued.revoked(now, publicText));
          CertificateChange.revoked(serial, ground.reason(), publicText, ground.administrator(), now).persist();
          AuditEntry.of(now, "certificate-revoked").by(ground.administrator()).to(serial).add();
          LOG.infof("certificate %s revoked by %s", serial, ground.administrator());
          yield new Revocation.Done();
        }
        case Revoked revoked when isSame(serial, ground) && revoked.publicText().equals(publicText) ->
          new Revocation.Done();
        case Revoked revoked -> new Revocation.AlreadyRevoked();
        case Replaced replaced -> new Revocation.AlreadyReplaced(replaced.successor());
      };
    });
  }

  /**
   * Issues a certificate again under a new serial, with the same facts but the name; the old serial points to the new
   * one. This also reinstates a revoked certificate.
   *
   * @param name the name to print; the person's present name when it is empty
   * @throws Problem 404 when there is no such certificate
   */
  Reissue reissue(Serial serial, Ground ground, Optional<String> name) {
    return Transactions.retrying(() -> {
      var certificate = Certificate.findToChange(serial).orElseThrow(Problem::notFound);
      var holder = name.orElseGet(() -> presentName(certificate));
      var next = Serial.random();
      return switch (certificate.state()) {
        case Issued issued ->
          replace(certificate, issued.replacedBy(next), CertificateChange.Kind.REISSUED, holder, ground);
        case Revoked revoked ->
          replace(certificate, revoked.reinstatedAs(next), CertificateChange.Kind.REINSTATED, holder, ground);
        case Replaced replaced when isSame(serial, ground) && isPrintedOn(replaced.successor(), holder) ->
          new Reissue.Done(replaced.successor(), false);
        case Replaced replaced -> new Reissue.AlreadyReplaced(replaced.successor());
      };
    });
  }

  private Reissue replace(
      Certificate old, Replaced replaced, CertificateChange.Kind kind, String holder, Ground ground) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, settings.zone());
    var next = replaced.successor();
    var certificate = old.again(next, old.facts().again(holder, old.serial(), today, issuing.server()), now);
    var file = issuing.draw(certificate);
    // The old one steps back before the new one comes, because only one may stand; its pointer follows the new row.
    old.issuedMarker = null;
    old.persistAndFlush();
    issuing.keep(certificate, file);
    old.become(replaced);
    CertificateChange.reissued(old.serial(), kind, next, ground.reason(), ground.administrator(), now).persist();
    AuditEntry.of(now, "certificate-reissued").by(ground.administrator()).to(old.serial).saying(next.text()).add();
    LOG.infof("certificate %s replaced by %s, by %s", old.serial, next, ground.administrator());
    return new Reissue.Done(next, true);
  }

  /** The name that a new certificate of this person would carry today. */
  static String presentName(Certificate certificate) {
    return Person.find(certificate.personId).map(person -> person.name).orElseGet(() -> certificate.facts().holder());
  }

  private static boolean isSame(Serial serial, Ground ground) {
    return CertificateChange.latest(serial)
        .filter(change -> change.changedBy.equals(ground.administrator()) && change.reason.equals(ground.reason()))
        .isPresent();
  }

  private static boolean isPrintedOn(Serial serial, String holder) {
    return Certificate.find(serial).orElseThrow().facts().holder().equals(holder);
  }
}

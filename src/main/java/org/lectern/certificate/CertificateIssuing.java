package org.lectern.certificate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lectern.assessment.AssessmentPassed;
import org.lectern.assessment.Award;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.ledger.Registration;
import org.lectern.people.Person;
import org.lectern.platform.Counted;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;

import io.quarkus.runtime.StartupEvent;

/** Issues a certificate when somebody passes. */
@ApplicationScoped
public class CertificateIssuing implements Award {

  private static final Logger LOG = Logger.getLogger(CertificateIssuing.class);

  private final InstantSource clock;
  private final Settings settings;
  private final Shelf shelf;
  private final CertificatePdf pdf;
  private final int port;

  CertificateIssuing(
      InstantSource clock,
      Settings settings,
      Shelf shelf,
      CertificatePdf pdf,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.clock = clock;
    this.settings = settings;
    this.shelf = shelf;
    this.pdf = pdf;
    this.port = port;
  }

  void atStart(@Observes StartupEvent start) {
    if (settings.publicUrl().isEmpty()) {
      LOG.infof("lectern.public-url is not set: certificates will send people to %s", server());
    }
  }

  /**
   * Issues the certificate in the transaction that records the pass, so that there is never one without the other. A
   * registration that ever had a certificate gets no second one, however often the news comes. Of two transactions that
   * bring it at the same moment one fails on the unique key: fire in
   * {@link org.lectern.platform.Transactions#retrying}.
   *
   * @throws Problem 409 when the course's files are away, so that the pass is not recorded either and can be tried again
   */
  void issue(@Observes AssessmentPassed passed) {
    if (Certificate.exists(passed.registrationId())) {
      return;
    }
    Registration registration = Registration.findById(passed.registrationId());
    var holder = Person.find(passed.personId()).map(person -> person.name).orElseThrow(Problem::notFound);
    if (registration == null || !registration.personId.equals(passed.personId())) {
      throw Problem.notFound();
    }
    var day = LocalDate.ofInstant(passed.at(), settings.zone());
    var facts = PrintedFacts.of(passed, course(passed.courseId()), holder, day, server());
    var certificate = new Certificate(Serial.random(), registration, passed.attemptId(), facts, clock.instant());
    keep(certificate, draw(certificate));
  }

  @Override
  public Optional<String> serial(UUID registrationId) {
    return Certificate.standing(registrationId).map(certificate -> certificate.serial);
  }

  /** Makes the file of a certificate: the slow part, in the transaction of whatever needs it. */
  CertificateFile draw(Certificate certificate) {
    return new CertificateFile(certificate.serial(), pdf.of(certificate.facts(), certificate.serial()));
  }

  /** Keeps a new certificate with its file, in the caller's transaction. */
  void keep(Certificate certificate, CertificateFile file) {
    certificate.persistAndFlush();
    file.persistAndFlush();
    Counted.CERTIFICATE.once();
    LOG.infof("certificate %s issued", certificate.serial);
  }

  private Course course(String id) {
    return shelf.library()
        .course(id)
        .orElseThrow(() -> new Problem(409, "course-away",
            Text.of(CertificateMessages.class, CertificateMessages::courseAway)));
  }

  /**
   * The address that is printed. It never comes from a request: whoever sends one could have any address printed on a
   * genuine certificate.
   */
  String server() {
    return settings.publicUrl().orElse("http://localhost:" + port);
  }
}

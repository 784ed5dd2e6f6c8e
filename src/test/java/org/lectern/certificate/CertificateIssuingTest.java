package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.lectern.assessment.AssessmentPassed;
import org.lectern.platform.Problem;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificateIssuingTest {

  private static List<Certificate> certificates(Graduate graduate) {
    return QuarkusTransaction.requiringNew().call(() -> Certificate.of(graduate.person()));
  }

  @Test
  void whoPassesHasACertificateWithTheFactsOfThatDay() {
    var graduate = Graduate.joins("Ada Okonkwo");

    Graduate.fire(graduate.pass("abridged", "fr"));

    assertThat(certificates(graduate)).singleElement().satisfies(certificate -> {
      assertThat(certificate.state()).isEqualTo(new CertificateState.Issued());
      assertThat(certificate.registrationId).isEqualTo(graduate.registration().id);
      var facts = certificate.facts();
      assertThat(facts.holder()).isEqualTo("Ada Okonkwo");
      assertThat(facts.courseTitle()).isEqualTo("Un cours d'exemple");
      assertThat(facts.modules()).containsExactly(1, 2);
      assertThat(facts.completedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
      assertThat(facts.score()).isEqualTo(83);
    });
  }

  @Test
  void theSameNewsTwiceMakesOneCertificate() {
    var graduate = Graduate.joins("Ada");
    var passed = graduate.pass("full", "en");

    Graduate.fire(passed);
    Graduate.fire(passed);

    assertThat(certificates(graduate)).hasSize(1);
  }

  @Test
  void newsThatRacesMakesOneCertificate() throws Exception {
    var graduate = Graduate.joins("Ada");
    var passed = graduate.pass("full", "en");
    Callable<Boolean> fire = () -> {
      Graduate.fire(passed);
      return true;
    };

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(List.of(fire, fire, fire, fire, fire, fire, fire, fire))) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(certificates(graduate)).hasSize(1);
  }

  @Test
  void oldNewsDoesNotUndoARevocation() {
    var graduate = Graduate.joins("Ada");
    var administrator = Graduate.administrator("Grace");
    var passed = graduate.pass("full", "en");
    Graduate.fire(passed);
    administrator.api()
        .body("{\"reason\": \"error\"}")
        .post("/api/v1/admin/certificates/" + graduate.standing() + "/revocation")
        .then()
        .statusCode(200);

    Graduate.fire(passed);

    assertThat(certificates(graduate)).singleElement()
        .satisfies(certificate -> assertThat(certificate.state()).isInstanceOf(CertificateState.Revoked.class));
  }

  @Test
  void aPassIsNotRecordedWhenTheCourseIsAway() {
    var graduate = Graduate.joins("Ada");
    var passed = new AssessmentPassed(graduate.person(), graduate.registration().id, UUID.randomUUID(), "gone",
        "Gone", "full", Optional.empty(), "1.0+0", "en", 90, Instant.parse("2026-11-21T10:00:00Z"));

    assertThatThrownBy(() -> Graduate.fire(passed)).isInstanceOfSatisfying(Problem.class, problem -> {
      assertThat(problem.status()).isEqualTo(409);
      assertThat(problem.type()).isEqualTo("course-away");
    });
    assertThat(certificates(graduate)).isEmpty();
  }

  @Test
  void nobodyGetsACertificateForTheRegistrationOfAnother() {
    var graduate = Graduate.joins("Ada");
    var other = Graduate.joins("Grace");
    var passed = graduate.pass("full", "en");

    assertThatThrownBy(() -> Graduate.fire(new AssessmentPassed(other.person(), passed.registrationId(),
        passed.attemptId(), "sample-course", "A sample course", "full", Optional.empty(), passed.edition(), "en", 90,
        passed.at())))
        .isInstanceOf(Problem.class);
    assertThat(certificates(graduate)).isEmpty();
    assertThat(certificates(other)).isEmpty();
  }
}

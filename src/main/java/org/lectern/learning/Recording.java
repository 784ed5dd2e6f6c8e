package org.lectern.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.ledger.Registration;
import org.lectern.people.Engagements;
import org.lectern.platform.Transactions;

/** Writes what learners do into the ledger. */
@ApplicationScoped
public class Recording {

  private final InstantSource clock;
  private final Engagements engagements;

  Recording(InstantSource clock, Engagements engagements) {
    this.clock = clock;
    this.engagements = engagements;
  }

  /**
   * Records all of {@code said}, or nothing; when it returns, everything is durable. What was recorded before under the
   * same id is answered again and not changed.
   *
   * @param language the language that the learner reads in
   * @throws org.lectern.platform.Problem 409 when an id was used for something else; 422 when something cannot have
   *     happened: an unknown unit, one outside the learner's path, an answer that the question does not have
   */
  public List<Recorded> record(UUID personId, Course course, String language, List<Said> said) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var registration = Registration.currentOrOpen(personId, course.id(), course.edition().toString(), now);
      var progress = Progress.of(course, language, personId, engagements.today());
      return new Journal(registration, progress, now).enter(said);
    });
  }
}

package org.lectern.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.content.Unit;
import org.lectern.ledger.Ledger;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.ledger.Verb;
import org.lectern.people.Engagements;
import org.lectern.platform.Counted;
import org.lectern.platform.Transactions;

/** Writes what learners do into the ledger. */
@ApplicationScoped
public class Recording {

  private final InstantSource clock;
  private final Engagements engagements;
  private final Ledger ledger;

  Recording(InstantSource clock, Engagements engagements, Ledger ledger) {
    this.clock = clock;
    this.engagements = engagements;
    this.ledger = ledger;
  }

  /**
   * What was recorded.
   *
   * @param progress as it was before
   */
  record Entered(List<Recorded> recorded, Progress progress) {}

  /**
   * Records all of {@code said}, or nothing; when it returns, everything is durable. What was recorded before under the
   * same id is answered again and not changed.
   *
   * @param language the language that the learner reads in
   * @throws org.lectern.platform.Problem 409 when an id was used for something else; 422 when something cannot have
   *     happened: an unknown unit, one outside the learner's path, an answer that the question does not have
   */
  public List<Recorded> record(UUID personId, Course course, String language, List<Said> said) {
    return enter(personId, course, language, said).recorded();
  }

  /** As {@link #record}, for those who want to know the learner's progress as well. */
  Entered enter(UUID personId, Course course, String language, List<Said> said) {
    var together = said.stream().allMatch(one -> isOfAPage(one, course, language))
        ? together(personId, course, language, said)
        : Optional.<Entered>empty();
    return together.orElseGet(() -> alone(personId, course, language, said));
  }

  /** Nothing that was said before matters to it, so nobody has to wait. */
  private static boolean isOfAPage(Said said, Course course, String language) {
    return said.verb() == Verb.COMPLETED && course.in(language)
        .unit(Activity.of(said.activity()).unit())
        .filter(Unit.Page.class::isInstance)
        .isPresent();
  }

  /**
   * Records it in one transaction with what others say at the same moment.
   *
   * @return nothing when it has to be recorded alone: it is the first of a registration, or was said before
   */
  private Optional<Entered> together(UUID personId, Course course, String language, List<Said> said) {
    var seen = Seen.withIds(personId, course, engagements.today(), said.stream().map(Said::id).toList());
    if (seen.registration().isEmpty() || seen.known()) {
      return Optional.empty();
    }
    var progress = Progress.of(course, language, seen);
    var journal = new Journal(Registration.keyed(seen.registration().get(), personId), progress, clock.instant());
    var recorded = journal.enter(said, List.of());
    try {
      ledger.append(journal.entries());
    } catch (RuntimeException failed) {
      if (Transactions.isWorthRetrying(failed)) {
        return Optional.empty();
      }
      throw failed;
    }
    return Optional.of(new Entered(recorded, progress));
  }

  private Entered alone(UUID personId, Course course, String language, List<Said> said) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var registration = Registration.currentOrOpen(personId, course.id(), course.edition().toString(), now);
      var progress = Progress.of(course, language, personId, engagements.today());
      var journal = new Journal(registration, progress, now);
      var recorded = journal.enter(said, Statement.withIds(personId, said.stream().map(Said::id).toList()));
      Statement.append(journal.entries());
      journal.entries().forEach(entry -> Counted.STATEMENT.once());
      return new Entered(recorded, progress);
    });
  }
}

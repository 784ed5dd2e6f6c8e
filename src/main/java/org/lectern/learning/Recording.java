package org.lectern.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.lectern.content.Course;
import org.lectern.content.Unit;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.ledger.Verb;
import org.lectern.people.Engagements;
import org.lectern.platform.Counted;
import org.lectern.platform.Transactions;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Writes what learners do into the ledger. */
@ApplicationScoped
public class Recording {

  private final Session database;
  private final InstantSource clock;
  private final Engagements engagements;
  private final Completions completions;

  Recording(Session database, InstantSource clock, Engagements engagements, Completions completions) {
    this.database = database;
    this.clock = clock;
    this.engagements = engagements;
    this.completions = completions;
  }

  /**
   * What was recorded.
   *
   * @param added how many statements are new in the ledger
   */
  record Entered(List<Recorded> recorded, int added, Route route) {}

  /**
   * Records all of {@code said}, or nothing; when it returns, everything is durable. What was recorded before under the
   * same id is answered again and not changed.
   *
   * @param language the language that the learner reads in
   * @throws org.lectern.platform.Problem 409 when an id was used for something else; 422 when something cannot have
   *     happened: an unknown unit, one outside the learner's path, an answer that the question does not have
   */
  public List<Recorded> record(UUID personId, Course course, String language, List<Said> said) {
    var entered = together(personId, course, language, said).await()
        .indefinitely()
        .orElseGet(() -> alone(personId, course, language, said));
    Counted.STATEMENT.times(entered.added());
    return entered.recorded();
  }

  /**
   * As {@link #record}, for those who may not wait and want to know where the learner goes on.
   *
   * @return at once; tells what was recorded when everything is durable
   */
  Uni<Entered> begin(UUID personId, Course course, String language, List<Said> said) {
    return together(personId, course, language, said)
        .chain(entered -> entered.map(Uni.createFrom()::item)
            .orElseGet(() -> Uni.createFrom()
                .item(() -> alone(personId, course, language, said))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())))
        .invoke(entered -> Counted.STATEMENT.times(entered.added()));
  }

  private Uni<Optional<Entered>> together(UUID personId, Course course, String language, List<Said> said) {
    return said.stream().allMatch(one -> isOfAPage(one, course, language))
        ? completions.begin(new Completions.Request(personId, course, language, said))
        : Uni.createFrom().item(Optional.empty());
  }

  /** Nothing that was said before matters to it, so nobody has to wait. */
  private static boolean isOfAPage(Said said, Course course, String language) {
    return said.verb() == Verb.COMPLETED && course.in(language)
        .unit(Activity.of(said.activity()).unit())
        .filter(Unit.Page.class::isInstance)
        .isPresent();
  }

  private Entered alone(UUID personId, Course course, String language, List<Said> said) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var registration = Registration.currentOrOpen(personId, course.id(), course.edition().toString(), now);
      var progress = Progress.of(course, language, personId, engagements.today());
      var journal = new Journal(registration, progress.route(), progress.completed(), now);
      var recorded = journal.enter(said, Statement.withIds(personId, said.stream().map(Said::id).toList()));
      Statement.append(database, journal.entries());
      return new Entered(recorded, journal.entries().size(), progress.route());
    });
  }
}

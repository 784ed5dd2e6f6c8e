package org.lectern.learning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SharedSessionContract;
import org.lectern.content.Course;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagements;
import org.lectern.platform.Gathering;
import org.lectern.platform.Problem;
import org.lectern.platform.Transactions;

/**
 * Pages that are completed, of several learners in one transaction. They depend on nothing that anybody else says at the
 * same moment, so nobody has to wait for another; unlike checks and cases, which add up.
 */
@ApplicationScoped
class Completions {

  private static final int WRITERS = 2;

  private final InstantSource clock;
  private final Engagements engagements;
  private final Gathering<Request, Outcome> requests = Gathering.committing("completions", WRITERS, this::enter);

  Completions(InstantSource clock, Engagements engagements) {
    this.clock = clock;
    this.engagements = engagements;
  }

  @PreDestroy
  void stop() {
    requests.close();
  }

  /** The pages that one learner has completed. */
  record Request(UUID personId, Course course, String language, List<Said> said) {}

  private sealed interface Outcome {
    record Done(Recording.Entered entered) implements Outcome {}

    /** It cannot have happened. */
    record Refused(Problem problem) implements Outcome {}

    /** It is the first of its run, which has to be opened. */
    record First() implements Outcome {}
  }

  /**
   * Records all that one learner has completed, or nothing; when it returns, everything is durable.
   *
   * @return nothing when it has to be recorded in another way: it is the first of its run, was said before, or something
   *     was in the way
   * @throws Problem as {@link Recording#record}
   */
  Optional<Recording.Entered> enter(Request request) {
    try {
      return switch (requests.add(request)) {
        case Outcome.Done done -> Optional.of(done.entered());
        case Outcome.Refused refused -> throw refused.problem();
        case Outcome.First first -> Optional.empty();
      };
    } catch (RuntimeException failed) {
      if (Transactions.isWorthRetrying(failed)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private List<Outcome> enter(List<Request> all) {
    var database = Statement.getEntityManager().unwrap(SharedSessionContract.class);
    var whom = all.stream().map(one -> new Registered.Of(one.personId(), one.course())).toList();
    var registered = Registered.of(database, whom, engagements.today());
    var entries = new ArrayList<Statement>();
    var outcomes = new ArrayList<Outcome>();
    for (var i = 0; i < all.size(); i++) {
      outcomes.add(enter(all.get(i), registered.get(i), entries));
    }
    Statement.append(entries);
    return outcomes;
  }

  private Outcome enter(Request request, Registered registered, List<Statement> entries) {
    if (registered.registration().isEmpty()) {
      return new Outcome.First();
    }
    var registration = Registration.keyed(registered.registration().get(), request.personId());
    var route = registered.route(request.course(), request.language());
    var journal = new Journal(registration, route, Set.of(), clock.instant());
    try {
      var recorded = journal.enter(request.said(), List.of());
      entries.addAll(journal.entries());
      return new Outcome.Done(new Recording.Entered(recorded, journal.entries().size(), route));
    } catch (Problem refused) {
      return new Outcome.Refused(refused);
    }
  }
}

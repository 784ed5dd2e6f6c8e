package org.lectern.learning;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.lectern.content.Course;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagements;
import org.lectern.platform.Gathering;
import org.lectern.platform.Problem;
import org.lectern.platform.Transactions;

import io.smallrye.mutiny.Uni;

/**
 * Pages that are completed, of several learners at once: one look at what has to be known, and one statement that adds
 * all to the ledger, a transaction by itself. They depend on nothing that anybody else says at the same moment, so nobody
 * has to wait for another; unlike checks and cases, which add up.
 */
@ApplicationScoped
class Completions {

  private final InstantSource clock;
  private final Engagements engagements;
  private final Gathering<Request, Optional<Recording.Entered>> requests;

  Completions(SessionFactory database, InstantSource clock, Engagements engagements) {
    this.clock = clock;
    this.engagements = engagements;
    this.requests = Gathering.writing("completions",
        all -> database.fromStatelessSession(session -> enter(session, all)));
  }

  @PreDestroy
  void stop() {
    requests.close();
  }

  /** The pages that one learner has completed. */
  record Request(UUID personId, Course course, String language, List<Said> said) {}

  /**
   * Records all that one learner has completed, or nothing; when that is told, everything is durable.
   *
   * @return at once; tells of nothing when it has to be looked at alone: it is the first of its run, was said before, cannot
   *     have happened, or something was in the way
   */
  Uni<Optional<Recording.Entered>> begin(Request request) {
    return Uni.createFrom()
        .completionStage(() -> requests.begin(request))
        .onFailure(Transactions::isWorthRetrying)
        .recoverWithItem(Optional::empty);
  }

  private List<Optional<Recording.Entered>> enter(StatelessSession database, List<Request> all) {
    var whom = all.stream().map(one -> new Registered.Of(one.personId(), one.course())).toList();
    var registered = Registered.of(database, whom, engagements.today());
    var entries = new ArrayList<Statement>();
    var entered = new ArrayList<Optional<Recording.Entered>>();
    for (var i = 0; i < all.size(); i++) {
      entered.add(enter(all.get(i), registered.get(i), entries));
    }
    Statement.append(database, entries);
    return entered;
  }

  private Optional<Recording.Entered> enter(Request request, Registered registered, List<Statement> entries) {
    if (registered.registration().isEmpty()) {
      return Optional.empty();
    }
    var registration = Registration.keyed(registered.registration().get(), request.personId());
    var route = registered.route(request.course(), request.language());
    var journal = new Journal(registration, route, Set.of(), clock.instant());
    try {
      var recorded = journal.enter(request.said(), List.of());
      entries.addAll(journal.entries());
      return Optional.of(new Recording.Entered(recorded, journal.entries().size(), route));
    } catch (Problem refused) {
      // Unless it was recorded when it could still happen: that is found out alone.
      return Optional.empty();
    }
  }
}

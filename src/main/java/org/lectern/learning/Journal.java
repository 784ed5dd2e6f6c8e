package org.lectern.learning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Node;
import org.lectern.content.Question;
import org.lectern.content.Unit;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.ledger.Verb;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;

/** One request's entries into the ledger: judges each, and finds what follows from it. */
final class Journal {

  private final Registration registration;
  private final Route route;
  private final Set<String> completed;
  private final Map<UUID, Statement> known = new HashMap<>();
  private final Map<String, Set<String>> answered = new HashMap<>();
  private final Map<String, Walk> walks = new HashMap<>();
  private final List<Statement> entries = new ArrayList<>();
  private Instant now;
  private boolean locked;

  /**
   * Begins.
   *
   * @param completed what is known of what was completed before; of checks and cases it is read again
   */
  Journal(Registration registration, Route route, Set<String> completed, Instant now) {
    this.registration = registration;
    this.route = route;
    this.completed = new HashSet<>(completed);
    this.now = now;
  }

  /**
   * Judges what was said.
   *
   * @param before what the ledger holds already under the ids of {@code said}
   */
  List<Recorded> enter(List<Said> said, List<Statement> before) {
    before.forEach(statement -> known.put(statement.id, statement));
    var recorded = new ArrayList<Recorded>();
    for (var one : said) {
      recorded.add(enter(one));
    }
    return recorded;
  }

  /** What is to be added to the ledger, all or nothing. */
  List<Statement> entries() {
    return entries;
  }

  private Recorded enter(Said said) {
    var before = known.get(said.id());
    if (before != null) {
      return again(before, said);
    }
    var activity = Activity.of(said.activity());
    return switch (unit(activity.unit())) {
      case Unit.Page page -> page(page, activity, said);
      case Unit.Check check -> answer(check, activity, said);
      case Unit.Case story -> choose(story, activity, said);
    };
  }

  /** The same statement again: the same answer again. */
  private Recorded again(Statement before, Said said) {
    var same = before.verb == said.verb() && before.activity.equals(said.activity())
        && before.responses().equals(said.response());
    if (!same) {
      throw new Problem(409, "statement-id-used", text(messages -> messages.statementIdUsed(said.id().toString())));
    }
    return new Recorded(before.id, before.stored, feedback(Activity.of(before.activity), before.responses()));
  }

  private Unit unit(String unitId) {
    var unit = route.text()
        .unit(unitId)
        .orElseThrow(() -> refused("unknown-unit", messages -> messages.unknownUnit(unitId)));
    if (!route.isOnPath(unitId)) {
      var path = route.choice().path().title().in(route.text().language());
      throw refused("outside-path", messages -> messages.outsidePath(unit.title(), path));
    }
    return unit;
  }

  private Recorded page(Unit.Page page, Activity activity, Said said) {
    var known = activity.part()
        .map(clip -> page.videos().stream().anyMatch(video -> video.id().equals(clip)))
        .orElse(true);
    if (said.verb() != Verb.COMPLETED || !known) {
      throw unsuitable(said);
    }
    return add(said, null, Optional.empty());
  }

  private Recorded answer(Unit.Check check, Activity activity, Said said) {
    var question = activity.part().flatMap(check::question).orElseThrow(() -> unsuitable(said));
    if (said.verb() != Verb.ANSWERED) {
      throw unsuitable(said);
    }
    var verdict = judge(question, said.response());
    var answered = answered(check.id());
    answered.add(question.id());
    var recorded = add(said, verdict.success(), Optional.of(feedback(verdict)));
    if (check.questions().stream().allMatch(asked -> answered.contains(asked.id()))) {
      complete(check.id(), said);
    }
    return recorded;
  }

  private Recorded choose(Unit.Case story, Activity activity, Said said) {
    var node = activity.part().flatMap(story::node).orElseThrow(() -> unsuitable(said));
    var end = Walk.target(story, node, said.response()).orElseThrow(() -> unsuitable(said));
    if (said.verb() != Verb.ANSWERED) {
      throw unsuitable(said);
    }
    var walk = walks.computeIfAbsent(story.id(), id -> Walk.of(story, answersOf(id)));
    if (!walk.hasReached(node)) {
      throw refused("not-reached", messages -> messages.nodeNotReached(story.title(), node.title()));
    }
    walks.put(story.id(), walk.to(end));
    var recorded = add(said, null, end.ending().map(Journal::feedback));
    if (end.ending().isPresent()) {
      complete(story.id(), said);
    }
    return recorded;
  }

  private Set<String> answered(String checkId) {
    return answered.computeIfAbsent(checkId, id -> answersOf(id).stream()
        .flatMap(statement -> Activity.of(statement.activity).part().stream())
        .collect(Collectors.toCollection(HashSet::new)));
  }

  /** What was answered in a unit before; nobody else adds to it until this request is done. */
  private List<Statement> answersOf(String unitId) {
    lock();
    var answers = Statement.answers(registration, unitId);
    if (!answers.isEmpty()) {
      now = later(now, tick(answers.getLast().stored));
    }
    return answers;
  }

  /** Until here others may have completed what this request is about, so the ledger is read again. */
  private void lock() {
    if (!locked) {
      Registration.lock(registration);
      completed.addAll(Statement.completed(registration.personId, route.course().id()));
      locked = true;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The shortest time that the databases can tell. */
  private static Instant tick(Instant instant) {
    return instant.plus(1, ChronoUnit.MICROS);
  }

  /** Each statement is recorded a tick after the one before it, so that the order of a walk can be told from the ledger. */
  private Statement append(Statement.Act act) {
    var context = new Statement.Context(registration, route.course().edition().toString(),
        route.text().language(), registration.personId, now);
    now = tick(now);
    var statement = Statement.of(context, act);
    entries.add(statement);
    return statement;
  }

  private Recorded add(Said said, @Nullable Boolean success, Optional<Recorded.Feedback> feedback) {
    var response = said.verb() == Verb.ANSWERED ? said.response() : null;
    var statement = append(
        new Statement.Act(said.id(), said.verb(), said.activity(), response, success, null, said.timestamp()));
    known.put(statement.id, statement);
    if (said.verb() == Verb.COMPLETED) {
      completed.add(said.activity());
    }
    return new Recorded(statement.id, statement.stored, feedback);
  }

  /** A check or a case is done: adds the statement that says so, once, under an id that follows from the last step's. */
  private void complete(String unitId, Said last) {
    if (completed.add(unitId)) {
      var id = UUID.nameUUIDFromBytes((last.id() + "/" + unitId).getBytes(StandardCharsets.UTF_8));
      append(Statement.Act.completed(id, unitId, last.timestamp()));
    }
  }

  private static Question.Verdict judge(Question question, List<String> response) {
    try {
      return question.judge(response);
    } catch (Question.InvalidResponse invalid) {
      throw refused("invalid-response", messages -> messages.invalidResponse(question.prompt()));
    }
  }

  private Optional<Recorded.Feedback> feedback(Activity activity, List<String> response) {
    return route.text().unit(activity.unit()).flatMap(unit -> switch (unit) {
      case Unit.Page page -> Optional.<Recorded.Feedback>empty();
      case Unit.Check check -> activity.part()
          .flatMap(check::question)
          .flatMap(question -> Asked.verdict(question, response))
          .map(Journal::feedback);
      case Unit.Case story -> activity.part()
          .flatMap(story::node)
          .flatMap(node -> Walk.target(story, node, response))
          .flatMap(Node::ending)
          .map(Journal::feedback);
    });
  }

  private static Recorded.Feedback feedback(Question.Verdict verdict) {
    return new Recorded.Feedback(verdict.success(), String.join("\n", verdict.feedback()));
  }

  private static Recorded.Feedback feedback(Node.Ending ending) {
    return new Recorded.Feedback(ending.outcome() == Node.Outcome.GOOD, ending.debrief());
  }

  private static Problem unsuitable(Said said) {
    return refused("unsuitable-statement",
        messages -> messages.unsuitableStatement(said.verb().id(), said.activity()));
  }

  private static Problem refused(String type, Function<LearningMessages, String> message) {
    return new Problem(422, type, text(message));
  }

  private static Text text(Function<LearningMessages, String> message) {
    return Text.of(LearningMessages.class, message);
  }
}

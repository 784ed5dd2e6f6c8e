package org.lectern.learning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.SharedSessionContract;
import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Translation;
import org.lectern.content.Unit;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagement;

/**
 * How far a person has come on their path through a course: computed from the ledger, kept nowhere.
 *
 * @param completed the activities that were completed or passed, on the path or not
 */
public record Progress(Route route, Set<String> completed) {

  public Progress {
    completed = Set.copyOf(completed);
  }

  /** Reads the ledger, in the caller's transaction if there is one. */
  public static Progress of(Course course, String language, UUID personId, LocalDate day) {
    var database = Statement.getEntityManager().unwrap(SharedSessionContract.class);
    return Seen.of(database, List.of(new Seen.Look(personId, course, "")), day).getFirst().progress(course, language);
  }

  /** Reads the ledger once for several courses. */
  public static List<Progress> ofAll(Collection<Course> courses, String language, UUID personId, LocalDate day) {
    var completed = Statement.completedByCourse(personId);
    var engagements = Engagement.on(personId, day);
    return courses.stream()
        .map(course -> new Progress(new Route(course, course.in(language), PathChoice.of(course, engagements)),
            completed.getOrDefault(course.id(), Set.of())))
        .toList();
  }

  public Course course() {
    return route.course();
  }

  /** The course in the language of the reader. */
  public Translation text() {
    return route.text();
  }

  public PathChoice choice() {
    return route.choice();
  }

  /** The modules of the path. */
  public List<Module> modules() {
    return route.modules();
  }

  /** The units of the path, in order; the final assessment is not among them. */
  public List<Unit> units() {
    return route.units();
  }

  public boolean isCompleted(String activity) {
    return completed.contains(activity);
  }

  public boolean isCompleted(Module module) {
    return module.units().stream().allMatch(unit -> isCompleted(unit.id()));
  }

  /** Units of a module that are completed. */
  public int done(Module module) {
    return (int) module.units().stream().filter(unit -> isCompleted(unit.id())).count();
  }

  /** Whether this is the module where the learner goes on. */
  public boolean isCurrent(Module module) {
    return next().map(module.units()::contains).orElse(false);
  }

  /** Units of the path that are completed. */
  public int done() {
    return (int) units().stream().filter(unit -> isCompleted(unit.id())).count();
  }

  /** Units of the path. */
  public int total() {
    return units().size();
  }

  /** Units of the path that are not done. */
  public int left() {
    return total() - done();
  }

  /** Whole per cent of the path's units; 100 only when all are done. */
  public int percent() {
    return total() == 0 ? 0 : done() * 100 / total();
  }

  public boolean isStarted() {
    return !completed.isEmpty();
  }

  /** Whether all units of the path are done, so that the final assessment is open. */
  public boolean isPathCompleted() {
    return done() == total();
  }

  public boolean isPassed() {
    return isCompleted(course().assessment().id());
  }

  /** The first unit of the path that is not done. */
  public Optional<Unit> next() {
    return units().stream().filter(unit -> !isCompleted(unit.id())).findFirst();
  }

  /** Minutes of what is not done yet on the path, with the final assessment until it is passed. */
  public int minutesLeft() {
    var reading = units().stream().filter(unit -> !isCompleted(unit.id())).mapToInt(Unit::minutes).sum();
    return reading + (isPassed() ? 0 : course().assessment().minutes());
  }
}

package org.lectern.learning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Translation;
import org.lectern.content.Unit;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagement;

/**
 * How far a person has come on their path through a course: computed from the ledger, kept nowhere.
 *
 * @param text the course in the language of the reader
 * @param completed the activities that were completed or passed, on the path or not
 */
public record Progress(Course course, Translation text, PathChoice choice, Set<String> completed) {

  public Progress {
    completed = Set.copyOf(completed);
  }

  /** Reads the ledger. */
  public static Progress of(Course course, String language, UUID personId, LocalDate day) {
    return of(course, language, Seen.of(personId, course, day));
  }

  static Progress of(Course course, String language, Seen seen) {
    return new Progress(course, course.in(language), PathChoice.ofNetworks(course, seen.jobNetworks()),
        seen.completed());
  }

  /** Reads the ledger once for several courses. */
  public static List<Progress> ofAll(Collection<Course> courses, String language, UUID personId, LocalDate day) {
    var completed = Statement.completedByCourse(personId);
    var engagements = Engagement.on(personId, day);
    return courses.stream()
        .map(course -> new Progress(course, course.in(language), PathChoice.of(course, engagements),
            completed.getOrDefault(course.id(), Set.of())))
        .toList();
  }

  /** The modules of the path. */
  public List<Module> modules() {
    return text.modulesOf(choice.path());
  }

  /** The units of the path, in order; the final assessment is not among them. */
  public List<Unit> units() {
    return modules().stream().flatMap(module -> module.units().stream()).toList();
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
    return isCompleted(course.assessment().id());
  }

  /** The first unit of the path that is not done. */
  public Optional<Unit> next() {
    return units().stream().filter(unit -> !isCompleted(unit.id())).findFirst();
  }

  /** Minutes of what is not done yet on the path, with the final assessment until it is passed. */
  public int minutesLeft() {
    var reading = units().stream().filter(unit -> !isCompleted(unit.id())).mapToInt(Unit::minutes).sum();
    return reading + (isPassed() ? 0 : course.assessment().minutes());
  }

  /** Whether the unit belongs to the path. */
  public boolean isOnPath(String unitId) {
    return text.moduleOf(unitId).map(module -> choice.path().includes(module.id())).orElse(false);
  }

  /** The unit before this one on the path. */
  public Optional<Unit> before(String unitId) {
    return neighbour(unitId, -1);
  }

  /** The unit after this one on the path. */
  public Optional<Unit> after(String unitId) {
    return neighbour(unitId, 1);
  }

  private Optional<Unit> neighbour(String unitId, int step) {
    var units = units();
    for (var i = 0; i < units.size(); i++) {
      if (units.get(i).id().equals(unitId)) {
        var there = i + step;
        return there >= 0 && there < units.size() ? Optional.of(units.get(there)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}

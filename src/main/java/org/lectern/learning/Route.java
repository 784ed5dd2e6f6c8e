package org.lectern.learning;

import java.util.List;
import java.util.Optional;

import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Translation;
import org.lectern.content.Unit;

/**
 * What a learner goes through in a course: the units of their path, in the language that they read in.
 *
 * @param text the course in the language of the reader
 */
public record Route(Course course, Translation text, PathChoice choice) {

  /** The modules of the path. */
  public List<Module> modules() {
    return text.modulesOf(choice.path());
  }

  /** The units of the path, in order; the final assessment is not among them. */
  public List<Unit> units() {
    return modules().stream().flatMap(module -> module.units().stream()).toList();
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

package org.lectern.learning;

import java.util.List;

import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Unit;

/** A course on somebody's path, as the API shows it. */
public record CourseView(
    String id,
    String version,
    String edition,
    String language,
    String title,
    String path,
    String why,
    boolean provisional,
    List<ModuleView> modules,
    AssessmentView assessment,
    ProgressView progress) {

  /** A course in the catalogue. */
  public record Summary(String id, String version, String title, String summary, List<String> languages) {
    static Summary of(Course course, String language) {
      return new Summary(course.id(), course.edition().version(), course.title().in(language),
          course.summary().in(language), List.copyOf(course.translations().keySet()));
    }
  }

  /** A module of the path. */
  public record ModuleView(String id, int number, String title, int minutes, List<UnitLine> units) {}

  /** A unit, in a list. */
  public record UnitLine(String id, String type, String title, int minutes, String language, boolean completed) {}

  /** The final assessment: open when all units of the path are completed. */
  public record AssessmentView(String id, String title, int minutes, boolean open, boolean passed) {}

  /** How far somebody has come. */
  public record ProgressView(int completed, int total, int percent, int minutesLeft) {}

  static CourseView of(Progress progress, String why) {
    var course = progress.course();
    var language = progress.text().language();
    var assessment = course.assessment();
    return new CourseView(course.id(), course.edition().version(), course.edition().toString(), language,
        course.title().in(language), progress.choice().path().id(), why, progress.choice().isProvisional(),
        progress.modules().stream().map(module -> module(module, progress)).toList(),
        new AssessmentView(assessment.id(), assessment.title().in(language), assessment.minutes(),
            progress.isPathCompleted(), progress.isPassed()),
        new ProgressView(progress.done(), progress.total(), progress.percent(), progress.minutesLeft()));
  }

  private static ModuleView module(Module module, Progress progress) {
    var units = module.units()
        .stream()
        .map(unit -> new UnitLine(unit.id(), type(unit), unit.title(), unit.minutes(), unit.language(),
            progress.isCompleted(unit.id())))
        .toList();
    return new ModuleView(module.id(), module.number(), module.title(), module.minutes(), units);
  }

  /** The kind of a unit, as files and API name it. */
  static String type(Unit unit) {
    return switch (unit) {
      case Unit.Page page -> "page";
      case Unit.Check check -> "check";
      case Unit.Case story -> "case";
    };
  }
}

package org.lectern.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.lectern.content.Course;
import org.lectern.content.Path;
import org.lectern.content.Unit;
import org.lectern.learning.PathChoice;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagement;
import org.lectern.people.Person;

/**
 * How far everybody has come in a course, on one day: a fixed number of queries, however many people there are.
 *
 * @param rows one for each person, by name
 */
record CourseReport(Course course, LocalDate day, List<Row> rows) {

  /**
   * One person.
   *
   * @param completed units of the person's path that are completed
   * @param total units of the person's path
   */
  record Row(UUID person, String name, PathChoice choice, int completed, int total, Optional<Instant> passed) {
    boolean isStarted() {
      return completed > 0 || passed.isPresent();
    }

    boolean isPathCompleted() {
      return completed == total;
    }
  }

  /** The counts of one path. Everybody is in exactly one of the last four. */
  record PathLine(Path path, long people, long notStarted, long underWay, long toBeAssessed, long passed) {
    /** Whole per cent of the people who have passed. */
    public long percent() {
      return people == 0 ? 0 : passed * 100 / people;
    }
  }

  static CourseReport of(Course course, LocalDate day) {
    var engagements = Engagement.allOn(day);
    var counts = course.paths()
        .values()
        .stream()
        .collect(Collectors.toMap(Path::id, path -> Statement.countCompleted(course.id(), units(course, path))));
    var passed = Statement.passed(course.id());
    List<Person> people = Person.listAll();
    var rows = people.stream()
        .map(person -> row(course, person, engagements.getOrDefault(person.id, List.of()), counts, passed))
        .sorted(Comparator.comparing(Row::name).thenComparing(Row::person))
        .toList();
    return new CourseReport(course, day, rows);
  }

  private static Row row(
      Course course,
      Person person,
      List<Engagement> engagements,
      Map<String, Map<UUID, Long>> counts,
      Map<UUID, Instant> passed) {
    var choice = PathChoice.of(course, engagements);
    var path = choice.path();
    var completed = counts.getOrDefault(path.id(), Map.of()).getOrDefault(person.id, 0L);
    return new Row(person.id, person.name, choice, completed.intValue(), units(course, path).size(),
        Optional.ofNullable(passed.get(person.id)));
  }

  private static List<String> units(Course course, Path path) {
    return course.in(course.source())
        .modulesOf(path)
        .stream()
        .flatMap(module -> module.units().stream())
        .map(Unit::id)
        .toList();
  }

  /** The counts of each path, in the order of the course. */
  public List<PathLine> paths() {
    return course.paths().values().stream().map(this::line).toList();
  }

  private PathLine line(Path path) {
    var people = rows.stream().filter(row -> row.choice().path().id().equals(path.id())).toList();
    return new PathLine(path, people.size(),
        count(people, row -> !row.isStarted()),
        count(people, row -> row.isStarted() && row.passed().isEmpty() && !row.isPathCompleted()),
        count(people, row -> row.isStarted() && row.passed().isEmpty() && row.isPathCompleted()),
        count(people, row -> row.passed().isPresent()));
  }

  private static long count(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }
}

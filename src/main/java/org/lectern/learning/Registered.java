package org.lectern.learning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.SharedSessionContract;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.platform.ListQuery;

/**
 * How a person is registered for a course, and what decides on their path: what has to be known before anything can be
 * recorded.
 *
 * @param registration the current run; empty before the first thing that the person does in the course
 * @param jobNetworks of the engagements that hold on the day, the latest first
 */
record Registered(Optional<UUID> registration, List<String> jobNetworks) {

  /** Whom to look at, and in which course. */
  record Of(UUID person, Course course) {}

  static final String QUERY = """
      select r.personId, 'run', r.courseId, cast(r.id as String), r.number from Registration r
      where r.personId in :people* and r.courseId in :courses*
      union all
      select e.personId, 'network', concat(cast(e.validFrom as String), ' ', cast(e.recordedAt as String)), e.jobNetwork, 0
      from Engagement e
      where e.personId in :people* and e.replacedAt is null and e.validFrom <= :day
      and (e.validTo is null or e.validTo >= :day)
      """;

  private static final ListQuery<Row> ROWS = new ListQuery<>(Row.class, QUERY);

  /**
   * A row of what is known of somebody.
   *
   * @param kind what it is about
   * @param key of a run its course, of a network what sorts it
   * @param text of a run its id, of a network its code
   * @param number of a run
   */
  record Row(UUID person, String kind, String key, @Nullable String text, int number) {
    boolean is(String wanted) {
      return kind.equals(wanted);
    }
  }

  /** Reads it for several, in their order, by one statement. */
  static List<Registered> of(SharedSessionContract database, List<Of> all, LocalDate day) {
    var lists = Map.of("people", all.stream().map(Of::person).toList(), "courses",
        all.stream().map(one -> one.course().id()).toList());
    var rows = ROWS.rows(database, lists, Map.of("day", day))
        .stream()
        .collect(Collectors.groupingBy(Row::person));
    return all.stream().map(one -> of(one.course(), rows.getOrDefault(one.person(), List.of()))).toList();
  }

  /** From the rows of one person. */
  static Registered of(Course course, List<Row> rows) {
    var registration = rows.stream()
        .filter(row -> row.is("run") && row.key().equals(course.id()))
        .max(Comparator.comparingInt(Row::number))
        .map(Row::text)
        .map(UUID::fromString);
    var networks = rows.stream()
        .filter(row -> row.is("network"))
        .sorted(Comparator.comparing(Row::key).reversed())
        .flatMap(row -> Optional.ofNullable(row.text()).stream())
        .toList();
    return new Registered(registration, networks);
  }

  Route route(Course course, String language) {
    return new Route(course, course.in(language), PathChoice.ofNetworks(course, jobNetworks));
  }
}

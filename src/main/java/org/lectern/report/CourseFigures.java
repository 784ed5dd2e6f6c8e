package org.lectern.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.lectern.content.Course;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Sql;

/**
 * How many people have come how far in a course.
 *
 * @param day on which paths and engagements are looked at
 * @param asOf when it was counted
 */
public record CourseFigures(Course course, LocalDate day, Instant asOf, List<Count> counts) {

  public CourseFigures {
    counts = List.copyOf(counts);
  }

  /** By what people are counted. */
  public enum By {
    PATH, DEPARTMENT, NETWORK, MONTH;
  }

  /**
   * Some of the people of a figure.
   *
   * @param item the id of a path, a department, a job network ({@link PeopleFilters#UNKNOWN} when it is not known), or
   *     the month of a pass in months since the year 0
   */
  record Count(By by, String item, CourseState state, long people) {}

  /** The people of one path, department or job network, in each state. */
  public record Group(String item, Map<CourseState, Long> states) {

    public long in(CourseState state) {
      return states.getOrDefault(state, 0L);
    }

    public long people() {
      return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** With or without a certificate. */
    public long passed() {
      return in(CourseState.PASSED) + in(CourseState.CERTIFIED);
    }

    /** Whole per cent of the people who have passed. */
    public long percent() {
      return people() == 0 ? 0 : passed() * 100 / people();
    }
  }

  /** Counts everybody, in one statement. */
  static CourseFigures read(ReportDatabase database, Course course, LocalDate day, Instant now, String zone) {
    var counts = new ArrayList<Count>();
    database.each(sql(course, day, zone), row -> {
      var state = CourseState.valueOf(row.getString("state"));
      var people = row.getLong("people");
      counts.add(new Count(By.PATH, row.getString("path"), state, people));
      itemsOf(row, "departments").forEach(item -> counts.add(new Count(By.DEPARTMENT, item, state, people)));
      itemsOf(row, "networks").forEach(item -> counts.add(new Count(By.NETWORK, item, state, people)));
      Optional.ofNullable(row.getString("month_number"))
          .ifPresent(month -> counts.add(new Count(By.MONTH, month, state, people)));
    });
    return new CourseFigures(course, day, now, counts);
  }

  private static List<String> itemsOf(ResultSet row, String column) throws SQLException {
    var items = ReportDatabase.texts(row, column);
    return items.isEmpty() ? List.of(PeopleFilters.UNKNOWN) : items;
  }

  /**
   * Reads everybody's progress once, and counts those who are the same in all that is counted by. Whoever has several
   * engagements is counted in each of their departments.
   */
  private static Sql sql(Course course, LocalDate day, String zone) {
    return CourseProgress.of(course, day)
        .with()
        .add("select path, state, departments, networks, month_number, count(*) as people from ("
            + " select x.path, x.state, g.departments, g.networks,"
            + " cast(extract(year from x.passed_at at time zone ?) as integer) * 12"
            + " + cast(extract(month from x.passed_at at time zone ?) as integer) - 1 as month_number"
            + " from progress x left join (select e.person_id,", zone, zone)
        .add(all("e.department"))
        .add("as departments,")
        .add(all("e.job_network"))
        .add("as networks from engagement e where")
        .add(CourseProgress.holding(day))
        .add("group by e.person_id) g on g.person_id = x.id) person")
        .add("group by path, state, departments, networks, month_number");
  }

  private static Sql all(String column) {
    return Sql
        .of("array_agg(distinct " + column + " order by " + column + ") filter (where " + column + " is not null)");
  }

  /** Everybody, on whichever path. */
  public Group everybody() {
    var states = new EnumMap<CourseState, Long>(CourseState.class);
    by(By.PATH).forEach(group -> group.states().forEach((state, people) -> states.merge(state, people, Long::sum)));
    return new Group("", states);
  }

  /** All paths of the course, in its order, also those that nobody takes. */
  public List<Group> paths() {
    var groups = by(By.PATH).stream().collect(Collectors.toMap(Group::item, group -> group));
    return course.paths()
        .keySet()
        .stream()
        .map(path -> groups.getOrDefault(path, new Group(path, Map.of())))
        .toList();
  }

  /** The groups of a kind, the largest first. */
  public List<Group> by(By by) {
    return counts.stream()
        .filter(count -> count.by() == by)
        .collect(Collectors.groupingBy(Count::item, Collectors.toMap(Count::state, Count::people, Long::sum)))
        .entrySet()
        .stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Group::people).reversed().thenComparing(Group::item))
        .toList();
  }

  /** How many passed in each month in which anybody did. */
  Map<YearMonth, Long> passedByMonth() {
    var months = new TreeMap<YearMonth, Long>();
    for (var count : counts) {
      if (count.by() == By.MONTH) {
        var number = Integer.parseInt(count.item());
        months.merge(YearMonth.of(number / 12, number % 12 + 1), count.people(), Long::sum);
      }
    }
    return months;
  }
}

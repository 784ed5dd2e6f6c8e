package org.lectern.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.lectern.content.Course;
import org.lectern.content.Path;
import org.lectern.content.Unit;
import org.lectern.platform.Sql;

/**
 * The progress of everybody in a course, as the database computes it: the rules of
 * {@link org.lectern.learning.PathChoice} and {@link org.lectern.learning.Progress}, for all people in one statement.
 */
record CourseProgress(Course course, LocalDate day, Optional<Collection<UUID>> only) {

  /** Whoever is asked about. */
  static CourseProgress of(Course course, LocalDate day) {
    return new CourseProgress(course, day, Optional.empty());
  }

  /** Of these people alone, which costs no look at anybody else. */
  CourseProgress of(Collection<UUID> people) {
    return new CourseProgress(course, day, Optional.of(people));
  }

  /**
   * Begins a statement that reads {@code progress}: id, name and created_at of the person, path, network (null when the path is provisional), done
   * and total (units of the path), passed_at, state.
   */
  Sql with() {
    return Sql.of("with chosen as (")
        .add(chosen())
        .add("), run as (")
        .add(run())
        .add("), learned as materialized (")
        .add(learned())
        .add("), counted as (")
        .add(counted())
        .add("), progress as (")
        .add(state())
        .add(") ");
  }

  private Sql onlyThese(String column) {
    return only.map(people -> Sql.of(" and " + column + " in ").in(people)).orElseGet(() -> Sql.of(""));
  }

  /**
   * The job network that decides: of several at once, the one whose path has the most modules. Grouped by person, not
   * numbered: H2 looks it up for each person, and would number everybody's engagements for each.
   */
  private Sql chosen() {
    return Sql.of("select e.person_id,")
        .add(foremost("e.job_network"))
        .add("as job_network,")
        .add(foremost("n.path"))
        .add("as path from engagement e join (")
        .add(networks())
        .add(") n on n.network = e.job_network where ")
        .add(holding(day))
        .add(onlyThese("e.person_id"))
        .add("group by e.person_id");
  }

  private static Sql foremost(String column) {
    return Sql.of("(array_agg(" + column + " order by n.modules desc, e.valid_from desc, e.recorded_at desc))[1]");
  }

  /** The engagements {@code e} that are known now to hold on a day. */
  static Sql holding(LocalDate day) {
    return Sql.of("e.replaced_at is null and e.valid_from <= ? and (e.valid_to is null or e.valid_to >= ?)", day, day);
  }

  private Sql networks() {
    var codes = course.paths().values().stream().flatMap(path -> path.jobNetworks().stream()).distinct().toList();
    var table = Sql
        .of("select cast(null as varchar) as network, cast(null as varchar) as path, 0 as modules where 1 = 0");
    for (var code : codes) {
      var path = course.pathFor(code).orElseThrow();
      table.add(" union all select cast(? as varchar), cast(? as varchar), cast(? as integer)", code, path.id(),
          path.modules().size());
    }
    return table;
  }

  /** The current run of each person. */
  private Sql run() {
    return Sql.of("""
        select r.id, r.person_id from registration r where r.course_id = ?
        and not exists (select 1 from registration l
          where l.person_id = r.person_id and l.course_id = r.course_id and l.number > r.number)""", course.id())
        .add(onlyThese("r.person_id"));
  }

  /**
   * What was completed or passed in each run, counted for each path; what was voided does not count. Runs are joined by
   * their id alone: with the person too, PostgreSQL takes the two for independent and expects a handful of rows.
   */
  private Sql learned() {
    var sql = Sql.of("select s.person_id, s.registration_id");
    for (var path : paths()) {
      sql.add(", count(distinct case when s.activity in")
          .in(units(path))
          .add("then s.activity end) as done_" + number(path));
    }
    return sql.add("""
        , min(case when s.activity = ? then s.happened_at end) as passed_at
        from statement s join registration r on r.id = s.registration_id
        where r.course_id = ? and s.verb in ('COMPLETED', 'PASSED')
        and not exists (select 1 from statement v
          where v.person_id = s.person_id and v.voids = s.id and v.voids is not null)""", course.assessment().id(),
        course.id())
        .add(onlyThese("s.person_id"))
        .add(onlyThese("r.person_id"))
        .add("group by s.person_id, s.registration_id");
  }

  private Sql counted() {
    var sql = Sql.of("""
        select p.id, p.name, p.created_at, coalesce(c.path, ?) as path, c.job_network as network,
        l.registration_id is not null as started, l.passed_at, case coalesce(c.path, ?)""", course.defaultPath(),
        course.defaultPath());
    paths().forEach(path -> sql.add("when ? then coalesce(l.done_" + number(path) + ", 0)", path.id()));
    sql.add("end as done, case coalesce(c.path, ?)", course.defaultPath());
    paths().forEach(path -> sql.add("when ? then cast(? as integer)", path.id(), units(path).size()));
    return sql.add("""
        end as total, t.registration_id is not null as certified
        from person p left join chosen c on c.person_id = p.id left join run on run.person_id = p.id
        left join learned l on l.person_id = run.person_id and l.registration_id = run.id
        left join certificate t on t.registration_id = run.id and t.issued_marker = true where 1 = 1""")
        .add(onlyThese("p.id"));
  }

  private static Sql state() {
    return Sql.of("""
        select id, name, created_at, path, network, done, total, passed_at,
        case when passed_at is not null and certified then 'CERTIFIED'
          when passed_at is not null then 'PASSED'
          when not started then 'NOT_STARTED'
          when done >= total then 'TO_BE_ASSESSED'
          else 'UNDER_WAY' end as state
        from counted""");
  }

  private List<Path> paths() {
    return List.copyOf(course.paths().values());
  }

  private int number(Path path) {
    return paths().indexOf(path);
  }

  private List<String> units(Path path) {
    return course.in(course.source())
        .modulesOf(path)
        .stream()
        .flatMap(module -> module.units().stream())
        .map(Unit::id)
        .toList();
  }

  /** The titles of the paths, by id. */
  Map<String, String> pathTitles(String language) {
    return paths().stream()
        .collect(Collectors.toMap(Path::id, path -> path.title().in(language), (one, same) -> one,
            java.util.LinkedHashMap::new));
  }
}

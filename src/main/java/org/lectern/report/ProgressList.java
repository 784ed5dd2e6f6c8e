package org.lectern.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.people.Engagements;
import org.lectern.platform.Moments;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Settings;
import org.lectern.platform.Sql;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

/** How far everybody has come in a course, person by person. */
@ApplicationScoped
public class ProgressList {

  static final List<String> FILTERS = PeopleList.with(PeopleFilters.NAMES, "path", "state");

  /** What cannot be had without a look at what everybody has learned. */
  private static final Set<String> OF_ALL = Set.of("path", "state", "done", "passed");

  private final ReportDatabase database;
  private final PeopleFilters filters;
  private final Engagements engagements;
  private final Settings settings;
  private final Viewer viewer;

  ProgressList(
      ReportDatabase database,
      PeopleFilters filters,
      Engagements engagements,
      Settings settings,
      Viewer viewer) {
    this.database = database;
    this.filters = filters;
    this.engagements = engagements;
    this.settings = settings;
    this.viewer = viewer;
  }

  /**
   * One person.
   *
   * @param network the job network that decides the path; empty when the path is provisional
   * @param done units of the path
   * @param total units of the path
   */
  public record Row(
      UUID id,
      String name,
      String emails,
      String departments,
      String dutyStations,
      String network,
      String path,
      int done,
      int total,
      Optional<Instant> passed,
      CourseState state) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(row.getObject("id", UUID.class), row.getString("name"), ReportDatabase.text(row, "emails"),
          ReportDatabase.text(row, "departments"), ReportDatabase.text(row, "stations"),
          ReportDatabase.text(row, "network"), row.getString("path"), row.getInt("done"), row.getInt("total"),
          ReportDatabase.instant(row, "passed_at"), CourseState.valueOf(row.getString("state")));
    }
  }

  /** The people of one page, and how many there are on all. */
  record Some(List<UUID> people, long found) {}

  static String path(Course course) {
    return "/admin/courses/" + course.id() + "/progress";
  }

  List<Table.Column> columns() {
    return List.of(
        new Table.Column("name", PeopleList.text(ReportMessages::name), false, true),
        new Table.Column("email", PeopleList.text(ReportMessages::email), false, false),
        new Table.Column("department", PeopleList.text(ReportMessages::department), false, true),
        new Table.Column("dutyStation", PeopleList.text(ReportMessages::dutyStation), false, true),
        new Table.Column("jobNetwork", PeopleList.text(ReportMessages::jobNetwork), false, false),
        new Table.Column("path", PeopleList.text(ReportMessages::path), false, true),
        new Table.Column("state", PeopleList.text(ReportMessages::state), false, true),
        new Table.Column("done", PeopleList.text(ReportMessages::unitsDone), true, true),
        new Table.Column("passed", PeopleList.text(ReportMessages::passedOn), false, true));
  }

  /** The page that is asked for. */
  Table table(Course course, Listing listing, Locale locale) {
    var some = some(course, listing);
    var rows = details(course, some.people());
    var words = Text.bundle(ReportMessages.class, locale);
    var titles = CourseProgress.of(course, engagements.today()).pathTitles(viewer.language());
    var fields = new ArrayList<>(filters.fields(listing));
    fields.add(Table.choice("path", words.path(), listing.value("path"), titles));
    var states = new LinkedHashMap<String, String>();
    CourseState.filters().forEach(state -> states.put(state, words.courseState(state)));
    fields.add(Table.choice("state", words.state(), listing.value("state"), states));
    var lines = rows.stream().map(row -> line(row, titles, words, locale)).toList();
    return new Table(listing, words.progress(), Table.headings(columns(), listing, locale), lines, fields, some.found(),
        database.count(Sql.of("select count(*) from person")), locale);
  }

  private Table.Line line(Row row, Map<String, String> titles, ReportMessages words, Locale locale) {
    return new Table.Line(row.id().toString(), List.of(
        Table.Cell.link(row.name(), PeopleList.PATH + "/" + row.id()),
        Table.Cell.text(row.emails()),
        Table.Cell.known(row.departments(), words.unknown()),
        Table.Cell.known(row.dutyStations(), words.unknown()),
        Table.Cell.known(row.network(), words.unknown()),
        Table.Cell.text(titles.getOrDefault(row.path(), row.path())),
        Table.Cell.text(words.courseState(row.state().id())),
        Table.Cell.number(words.doneOf(row.done(), row.total())),
        Table.Cell
            .text(row.passed().map(at -> Moments.day(LocalDate.ofInstant(at, settings.zone()), locale)).orElse(""))));
  }

  Some some(Course course, Listing listing) {
    var all = CourseProgress.of(course, engagements.today());
    var page = Sql.of(" limit ? offset ?", Table.ROWS, (long) (listing.page() - 1) * Table.ROWS);
    if (!OF_ALL.contains(listing.sort()) && listing.filters().keySet().stream().noneMatch(OF_ALL::contains)) {
      var people = Sql.of(" from person p where 1 = 1").add(filters.conditions(listing));
      var ids = Sql.of("select p.id").add(people).add(PeopleList.order(listing, engagements.today())).add(page);
      return new Some(database.list(ids, row -> row.getObject(1, UUID.class)),
          database.count(Sql.of("select count(*)").add(people)));
    }
    // Both at once, so that everybody's progress is computed once; a page beyond the list has no row that could tell.
    var sql = all.with()
        .add("select p.id, count(*) over () as found from progress p where 1 = 1")
        .add(conditions(listing))
        .add(order(listing))
        .add(page);
    var found = new long[1];
    var ids = database.list(sql, row -> {
      found[0] = row.getLong("found");
      return row.getObject("id", UUID.class);
    });
    return new Some(ids, ids.isEmpty() && listing.page() > 1
        ? database.count(all.with().add("select count(*) from progress p where 1 = 1").add(conditions(listing)))
        : found[0]);
  }

  private List<Row> details(Course course, List<UUID> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    var sql = rows(CourseProgress.of(course, engagements.today()).of(people)).add(" and p.id in ").in(people);
    var rows = database.list(sql, Row::of).stream().collect(Collectors.toMap(Row::id, row -> row));
    // Whoever is not on the replica any more or not yet is left out.
    return people.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** Everybody whom the filters leave, one after the other. */
  void each(Course course, Listing listing, Consumer<Row> visitor) {
    var sql = rows(CourseProgress.of(course, engagements.today())).add(conditions(listing)).add(order(listing));
    database.each(sql, row -> visitor.accept(Row.of(row)));
  }

  /** The ids of everybody whom the filters leave, for statements that choose people. */
  Sql chosen(Course course, Listing listing) {
    return CourseProgress.of(course, engagements.today())
        .with()
        .add("select p.id from progress p where 1 = 1")
        .add(conditions(listing));
  }

  private Sql rows(CourseProgress progress) {
    return progress.with()
        .add("select p.id, p.name, p.path, p.network, p.done, p.total, p.passed_at, p.state, " + PeopleList.emails())
        .add(", ")
        .add(PeopleList.engaged("department", progress.day()))
        .add(" as departments, ")
        .add(PeopleList.engaged("duty_station", progress.day()))
        .add(" as stations from progress p where 1 = 1");
  }

  private Sql conditions(Listing listing) {
    var sql = filters.conditions(listing);
    listing.filter("path").ifPresent(path -> sql.add(" and p.path = ?", path));
    listing.filter("state")
        .ifPresent(filter -> sql.add(" and p.state in ")
            .in(CourseState.asked(filter).orElse(Set.of()).stream().map(Enum::name).toList()));
    return sql;
  }

  private Sql order(Listing listing) {
    var way = listing.descending() ? " desc" : "";
    return switch (listing.sort()) {
      case "path" -> Sql.of(" order by p.path" + way + ", p.name, p.id");
      case "state" -> Sql.of("""
           order by case p.state when 'NOT_STARTED' then 1 when 'UNDER_WAY' then 2 when 'TO_BE_ASSESSED' then 3
          when 'PASSED' then 4 else 5 end""" + way + ", p.name, p.id");
      case "done" -> Sql.of(" order by p.done * 100.0 / greatest(p.total, 1)" + way + ", p.name, p.id");
      case "passed" -> Sql.of(" order by p.passed_at" + way + " nulls last, p.name, p.id");
      default -> PeopleList.order(listing, engagements.today());
    };
  }
}

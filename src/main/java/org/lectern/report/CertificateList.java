package org.lectern.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.certificate.Serial;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Settings;
import org.lectern.platform.Sql;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

/** Every certificate that was ever issued. */
@ApplicationScoped
class CertificateList {

  static final String PATH = "/admin/certificates";

  static final List<String> FILTERS = PeopleList.with(PeopleFilters.NAMES, "course", "state");

  private static final List<String> STATES = List.of("issued", "replaced", "revoked");

  private final ReportDatabase database;
  private final PeopleFilters filters;
  private final Shelf shelf;
  private final Settings settings;
  private final Viewer viewer;

  CertificateList(
      ReportDatabase database,
      PeopleFilters filters,
      Shelf shelf,
      Settings settings,
      Viewer viewer) {
    this.database = database;
    this.filters = filters;
    this.shelf = shelf;
    this.settings = settings;
    this.viewer = viewer;
  }

  /** One certificate, with the name that its holder has now. */
  record Row(String serial, UUID person, String name, String course, Instant issued, String state) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(row.getString("serial"), row.getObject("person_id", UUID.class), row.getString("name"),
          row.getString("course_id"), ReportDatabase.instant(row, "issued_at").orElseThrow(),
          row.getString("state").toLowerCase(Locale.ROOT));
    }
  }

  List<Table.Column> columns() {
    return List.of(
        new Table.Column("issued", PeopleList.text(ReportMessages::issued), false, true),
        new Table.Column("serial", PeopleList.text(ReportMessages::serial), false, true),
        new Table.Column("name", PeopleList.text(ReportMessages::name), false, true),
        new Table.Column("course", PeopleList.text(ReportMessages::course), false, true),
        new Table.Column("state", PeopleList.text(ReportMessages::state), false, true));
  }

  /** The page that is asked for. */
  Table table(Listing listing, Locale locale) {
    var words = Text.bundle(ReportMessages.class, locale);
    var found = database.count(Sql.of("select count(*)").add(from(listing)));
    var rows = database.list(select(listing).add(" limit ? offset ?", Table.ROWS,
        (long) (listing.page() - 1) * Table.ROWS), Row::of);
    var lines = rows.stream().map(row -> line(row, words, locale)).toList();
    return new Table(listing, words.certificates(), Table.headings(columns(), listing, locale), lines,
        fields(listing, words), found, database.count(Sql.of("select count(*) from certificate")), locale);
  }

  private Table.Line line(Row row, ReportMessages words, Locale locale) {
    return new Table.Line(row.serial(), List.of(
        Table.Cell.day(row.issued(), settings.zone(), locale),
        Table.Cell.link(row.serial(), "/certificates/" + row.serial()),
        Table.Cell.link(row.name(), PeopleList.PATH + "/" + row.person()),
        Table.Cell.text(title(row.course())),
        Table.Cell.text(words.certificateState(row.state()))));
  }

  private String title(String course) {
    return shelf.library().course(course).map(this::title).orElse(course);
  }

  private String title(Course course) {
    return course.title().in(viewer.language());
  }

  private List<Table.Filter> fields(Listing listing, ReportMessages words) {
    var fields = new ArrayList<>(filters.fields(listing));
    fields.set(0, new Table.Filter("search", words.certificateSearchLabel(), listing.value("search"), List.of()));
    var courses = new LinkedHashMap<String, String>();
    shelf.library().courses().values().forEach(course -> courses.put(course.id(), title(course)));
    fields.add(Table.choice("course", words.course(), listing.value("course"), courses));
    var states = new LinkedHashMap<String, String>();
    STATES.forEach(state -> states.put(state, words.certificateState(state)));
    fields.add(Table.choice("state", words.state(), listing.value("state"), states));
    return fields;
  }

  /** All that the filters leave, one after the other. */
  void each(Listing listing, Consumer<Row> visitor) {
    database.each(select(listing), row -> visitor.accept(Row.of(row)));
  }

  private Sql select(Listing listing) {
    var way = listing.descending() ? " desc" : "";
    var order = switch (listing.sort()) {
      case "serial" -> "c.serial" + way;
      case "name" -> "p.name" + way + ", c.serial";
      case "course" -> "c.course_id" + way + ", c.serial";
      case "state" -> "c.state" + way + ", c.serial";
      default -> "c.issued_at" + way + ", c.serial" + way;
    };
    return Sql.of("select c.serial, c.person_id, p.name, c.course_id, c.issued_at, c.state")
        .add(from(listing))
        .add(" order by " + order);
  }

  private Sql from(Listing listing) {
    var sql = Sql.of(" from certificate c join person p on p.id = c.person_id where 1 = 1");
    if (Serial.read(listing.value("search")) instanceof Serial.Reading.Good serial) {
      sql.add(" and c.serial = ?", serial.printed()).add(filters.conditions(without(listing, "search")));
    } else {
      sql.add(filters.conditions(listing));
    }
    listing.filter("course").ifPresent(course -> sql.add(" and c.course_id = ?", course));
    listing.filter("state").ifPresent(state -> sql.add(" and c.state = ?", state.toUpperCase(Locale.ROOT)));
    return sql;
  }

  private static Listing without(Listing listing, String filter) {
    var rest = new LinkedHashMap<>(listing.filters());
    rest.remove(filter);
    return new Listing(listing.path(), rest, listing.sort(), listing.descending(), listing.page());
  }
}

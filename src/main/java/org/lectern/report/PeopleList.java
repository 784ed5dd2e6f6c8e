package org.lectern.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.lectern.people.Engagements;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Settings;
import org.lectern.platform.Sql;
import org.lectern.platform.Text;

/** Everybody, for administrators. */
@ApplicationScoped
public class PeopleList {

  public static final String PATH = "/admin/people";

  /** Rows on a page. */
  public static final int ROWS = Table.ROWS;

  static final List<String> FILTERS = with(PeopleFilters.NAMES, "account");

  private final ReportDatabase database;
  private final PeopleFilters filters;
  private final Engagements engagements;
  private final Settings settings;

  PeopleList(ReportDatabase database, PeopleFilters filters, Engagements engagements, Settings settings) {
    this.database = database;
    this.filters = filters;
    this.engagements = engagements;
    this.settings = settings;
  }

  /** A person in the list. What several engagements or accounts say stands side by side. */
  public record Row(
      UUID id,
      String name,
      String emails,
      String jobNetworks,
      String departments,
      String dutyStations,
      boolean open,
      Instant joined) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(row.getObject("id", UUID.class), row.getString("name"), ReportDatabase.text(row, "emails"),
          ReportDatabase.text(row, "networks"), ReportDatabase.text(row, "departments"),
          ReportDatabase.text(row, "stations"), row.getBoolean("open"),
          ReportDatabase.instant(row, "created_at").orElseThrow());
    }
  }

  static List<String> with(List<String> names, String... more) {
    var all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** The list that an address asks for. */
  public Listing listing(String path, UriInfo uri) {
    return Listing.of(path, uri.getQueryParameters(), FILTERS, Table.sorted(columns()));
  }

  List<Table.Column> columns() {
    return List.of(
        new Table.Column("name", text(ReportMessages::name), false, true),
        new Table.Column("email", text(ReportMessages::email), false, false),
        new Table.Column("jobNetwork", text(ReportMessages::jobNetwork), false, true),
        new Table.Column("department", text(ReportMessages::department), false, true),
        new Table.Column("dutyStation", text(ReportMessages::dutyStation), false, true),
        new Table.Column("account", text(ReportMessages::account), false, false),
        new Table.Column("joined", text(ReportMessages::joined), false, true));
  }

  static Text text(Function<ReportMessages, String> message) {
    return Text.of(ReportMessages.class, message);
  }

  /** The page that is asked for. */
  Table table(Listing listing, Locale locale) {
    var found = found(listing);
    var page = rows(listing);
    var all = database.count(Sql.of("select count(*) from person"));
    var words = Text.bundle(ReportMessages.class, locale);
    var fields = new ArrayList<>(filters.fields(listing));
    var accounts = new LinkedHashMap<String, String>();
    accounts.put("open", words.accountOpen());
    accounts.put("disabled", words.accountDisabled());
    fields.add(Table.choice("account", words.account(), listing.value("account"), accounts));
    var lines = page.stream().map(row -> line(row, words, locale)).toList();
    return new Table(listing, words.people(), Table.headings(columns(), listing, locale), lines, fields, found, all,
        locale);
  }

  private Table.Line line(Row row, ReportMessages words, Locale locale) {
    return new Table.Line(row.id().toString(), List.of(
        Table.Cell.link(row.name(), PATH + "/" + row.id()),
        Table.Cell.text(row.emails()),
        Table.Cell.known(row.jobNetworks(), words.unknown()),
        Table.Cell.known(row.departments(), words.unknown()),
        Table.Cell.known(row.dutyStations(), words.unknown()),
        row.open() ? Table.Cell.text(words.accountOpen()) : Table.Cell.known("", words.accountDisabled()),
        Table.Cell.day(row.joined(), settings.zone(), locale)));
  }

  /** How many people the filters leave. */
  public long found(Listing listing) {
    return database.count(Sql.of("select count(*) from person p where 1 = 1").add(conditions(listing)));
  }

  /** The ids of everybody whom the filters leave, for statements that choose people. */
  Sql chosen(Listing listing) {
    return Sql.of("select p.id from person p where 1 = 1").add(conditions(listing));
  }

  /** The people of one page. */
  public List<Row> rows(Listing listing) {
    var some = Sql.of("select p.id, p.name, p.created_at from person p where 1 = 1")
        .add(conditions(listing))
        .add(order(listing))
        .add(" limit ? offset ?", Table.ROWS, (long) (listing.page() - 1) * Table.ROWS);
    return database.list(details(some, listing), Row::of);
  }

  /** All people that the filters leave, one after the other. */
  void each(Listing listing, Consumer<Row> visitor) {
    var everybody = Sql.of("select p.id, p.name, p.created_at from person p where 1 = 1").add(conditions(listing));
    database.each(details(everybody, listing), row -> visitor.accept(Row.of(row)));
  }

  private Sql conditions(Listing listing) {
    var sql = filters.conditions(listing);
    return switch (listing.value("account")) {
      case "open" -> sql.add(" and").add(OPEN);
      case "disabled" -> sql.add(" and not").add(OPEN);
      case "" -> sql;
      default -> sql.add(" and 1 = 0");
    };
  }

  private static final String OPEN = " exists (select 1 from account a where a.person_id = p.id and a.disabled_at is null)";

  /** The people {@code p} of a statement with everything that the list says of them; only they are looked up. */
  private Sql details(Sql people, Listing listing) {
    var day = engagements.today();
    return Sql.of("select p.id, p.name, p.created_at, ")
        .add(emails())
        .add(", ")
        .add(engaged("job_network", day))
        .add(" as networks, ")
        .add(engaged("department", day))
        .add(" as departments, ")
        .add(engaged("duty_station", day))
        .add(" as stations,")
        .add(OPEN)
        .add(" as open from (")
        .add(people)
        .add(") p")
        .add(order(listing));
  }

  static String emails() {
    return "(select string_agg(a.email, ' ' order by a.created_at) from account a where a.person_id = p.id) as emails";
  }

  /** What today's engagements of {@code p} say in a column. */
  static Sql engaged(String column, LocalDate day) {
    return Sql.of("(select string_agg(distinct e." + column + ", '; ') from engagement e where e.person_id = p.id and ")
        .add(CourseProgress.holding(day))
        .add(")");
  }

  private Sql order(Listing listing) {
    return order(listing, engagements.today());
  }

  /** The order by a column that every list of people has. */
  static Sql order(Listing listing, LocalDate day) {
    var way = listing.descending() ? " desc" : "";
    return switch (listing.sort()) {
      case "joined" -> Sql.of(" order by p.created_at" + way + ", p.id" + way);
      case "jobNetwork" -> Sql.of(" order by ").add(engaged("job_network", day)).add(way + " nulls last, p.name, p.id");
      case "department" -> Sql.of(" order by ").add(engaged("department", day)).add(way + " nulls last, p.name, p.id");
      case "dutyStation" ->
        Sql.of(" order by ").add(engaged("duty_station", day)).add(way + " nulls last, p.name, p.id");
      default -> Sql.of(" order by p.name" + way + ", p.id" + way);
    };
  }
}

package org.lectern.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.platform.PlatformMessages;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Sql;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

/** The filters that every list of people has. The person is {@code p} in the statements. */
@ApplicationScoped
class PeopleFilters {

  /** Asks for those of whom a field is not known. */
  static final String UNKNOWN = "-";

  static final List<String> NAMES = List.of("search", "department", "dutyStation", "jobNetwork");

  private static final int CHOICES = 500;

  private final ReportDatabase database;
  private final Engagements engagements;
  private final Shelf shelf;
  private final Viewer viewer;

  PeopleFilters(ReportDatabase database, Engagements engagements, Shelf shelf, Viewer viewer) {
    this.database = database;
    this.engagements = engagements;
    this.shelf = shelf;
    this.viewer = viewer;
  }

  /** The conditions, each with {@code and} before it. */
  Sql conditions(Listing listing) {
    var day = engagements.today();
    var sql = Sql.of("");
    listing.filter("search").ifPresent(text -> {
      var like = like(text);
      sql.add("""
          and (lower(p.name) like ? escape '!' or exists (select 1 from account a
           where a.person_id = p.id and a.email_key like ? escape '!'))""", like, like);
    });
    listing.filter("department").ifPresent(value -> sql.add(engaged("department", value, day)));
    listing.filter("dutyStation").ifPresent(value -> sql.add(engaged("duty_station", value, day)));
    listing.filter("jobNetwork").ifPresent(value -> sql.add(engaged("job_network", value, day)));
    return sql;
  }

  private static Sql engaged(String column, String value, LocalDate day) {
    var sql = Sql.of(value.equals(UNKNOWN) ? " and not exists" : " and exists")
        .add(" (select 1 from engagement e where e.person_id = p.id and ")
        .add(CourseProgress.holding(day));
    return value.equals(UNKNOWN)
        ? sql.add(" and e." + column + " is not null)")
        : sql.add(" and e." + column + " = ?)", value);
  }

  private static String like(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  /** The fields of the form. */
  List<Table.Filter> fields(Listing listing) {
    var words = words();
    return List.of(
        new Table.Filter("search", words.searchLabel(), listing.value("search"), List.of()),
        Table.choice("department", words.department(), listing.value("department"), engaged("department")),
        Table.choice("dutyStation", words.dutyStation(), listing.value("dutyStation"), engaged("duty_station")),
        Table.choice("jobNetwork", words.jobNetwork(), listing.value("jobNetwork"), jobNetworks()));
  }

  /** What is known of people's engagements today, to choose from. */
  private Map<String, String> engaged(String column) {
    var choices = new LinkedHashMap<String, String>();
    choices.put(UNKNOWN, words().unknown());
    database.list(Sql.of("select distinct e." + column + " as choice from engagement e where e." + column
        + " is not null and ").add(CourseProgress.holding(engagements.today())).add(" order by 1 limit ?", CHOICES),
        row -> row.getString(1)).forEach(choice -> choices.put(choice, choice));
    return choices;
  }

  private Map<String, String> jobNetworks() {
    var choices = new LinkedHashMap<String, String>();
    var colon = Text.bundle(PlatformMessages.class, viewer.locale()).colon() + " ";
    choices.put(UNKNOWN, words().unknown());
    shelf.library()
        .jobNetworks()
        .forEach(network -> choices.put(network.code(), network.code() + colon + network.name().in(viewer.language())));
    return choices;
  }

  private ReportMessages words() {
    return Text.bundle(ReportMessages.class, viewer.locale());
  }
}

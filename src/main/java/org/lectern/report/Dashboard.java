package org.lectern.report;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.lectern.content.Course;

/** The figures of a course as the dashboard shows them: each is a link to the people whom it counts. */
record Dashboard(CourseFigures figures, Locale locale, boolean rightToLeft, String language,
    Function<CourseState, String> stateNames) {

  /** Rows of a chart; who wants the rest filters the list. */
  private static final int LARGEST = 25;

  private static final int MONTHS = 12;

  /** The units of the drawing: all bars are as wide as this. */
  private static final int WIDTH = 1_000;

  /** A number and the people behind it. */
  record Figure(String number, String address) {}

  /** A piece of a bar. {@code kind} is the id of a state. */
  record Segment(String kind, int x, int width) {}

  /** A bar with its figures. {@code states} are in the order of the legend. */
  record Bar(String label, Figure people, List<Segment> segments, List<Figure> states, Figure passed, long percent) {}

  /** A month: how many passed in it, and up to its end. */
  record Month(String label, String number, String sum, int x, int y, int height, int lineY) {}

  public Course course() {
    return figures.course();
  }

  /** The ids of the states, in the order of the bars, for the legend. */
  public List<Legend> legend() {
    return List.of(CourseState.values())
        .stream()
        .map(state -> new Legend(state.id(), stateNames.apply(state)))
        .toList();
  }

  /** What a kind of segment means. */
  record Legend(String kind, String name) {}

  public Bar everybody(String label) {
    return bar(label, figures.everybody(), Map.of());
  }

  public List<Bar> paths() {
    var paths = figures.course().paths();
    return figures.paths()
        .stream()
        .map(group -> bar(java.util.Objects.requireNonNull(paths.get(group.item())).title().in(language), group,
            Map.of("path", group.item())))
        .toList();
  }

  public List<Bar> departments(String unknown) {
    return largest(CourseFigures.By.DEPARTMENT, "department", unknown);
  }

  public List<Bar> networks(String unknown) {
    return largest(CourseFigures.By.NETWORK, "jobNetwork", unknown);
  }

  private List<Bar> largest(CourseFigures.By by, String filter, String unknown) {
    return figures.by(by)
        .stream()
        .limit(LARGEST)
        .map(group -> bar(group.item().equals(PeopleFilters.UNKNOWN) ? unknown : group.item(), group,
            Map.of(filter, group.item())))
        .toList();
  }

  private Bar bar(String label, CourseFigures.Group group, Map<String, String> filter) {
    var segments = new ArrayList<Segment>();
    var states = new ArrayList<Figure>();
    var before = 0L;
    for (var state : CourseState.values()) {
      var people = group.in(state);
      var x = share(before, group.people());
      before += people;
      if (people > 0) {
        segments.add(new Segment(state.id(), x, share(before, group.people()) - x));
      }
      states.add(figure(people, filter, state.id()));
    }
    return new Bar(label, figure(group.people(), filter, ""), segments, states,
        figure(group.passed(), filter, CourseState.EVERYBODY_WHO_PASSED), group.percent());
  }

  private static int share(long part, long whole) {
    return whole == 0 ? 0 : (int) (part * WIDTH / whole);
  }

  private Figure figure(long people, Map<String, String> filter, String state) {
    var filters = new LinkedHashMap<>(filter);
    if (!state.isEmpty()) {
      filters.put("state", state);
    }
    return new Figure(number(people), Listing.address(ProgressList.path(figures.course()), filters));
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.forLanguageTag(locale.toLanguageTag() + "-u-nu-latn")).format(number);
  }

  public boolean isAnybodyPassed() {
    return figures.everybody().passed() > 0;
  }

  /** The last twelve months with this one, drawn 240 wide and 100 high: columns for each month, a line for the sum. */
  public List<Month> months() {
    var passed = figures.passedByMonth();
    var last = YearMonth.from(figures.day());
    var first = last.minusMonths(MONTHS - 1);
    var sum = passed.entrySet()
        .stream()
        .filter(month -> month.getKey().isBefore(first))
        .mapToLong(Map.Entry::getValue)
        .sum();
    var all = Math.max(1, figures.everybody().passed());
    var most = Math.max(1, first.atDay(1)
        .datesUntil(last.plusMonths(1).atDay(1), java.time.Period.ofMonths(1))
        .mapToLong(day -> passed.getOrDefault(YearMonth.from(day), 0L))
        .max()
        .orElse(1));
    var months = new ArrayList<Month>();
    for (var number = 0; number < MONTHS; number++) {
      var month = first.plusMonths(number);
      var count = passed.getOrDefault(month, 0L);
      sum += count;
      var height = (int) (count * 100 / most);
      // Time runs as the language is read.
      var place = rightToLeft ? MONTHS - 1 - number : number;
      months.add(new Month(month.toString(), number(count), number(sum), place * 20, 100 - height, height,
          (int) (100 - sum * 100 / all)));
    }
    return months;
  }

  /** The points of the line of sums. */
  public String line() {
    var points = new StringBuilder();
    months().forEach(month -> points.append(month.x() + 8).append(',').append(month.lineY()).append(' '));
    return points.toString().strip();
  }
}

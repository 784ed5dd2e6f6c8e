package org.lectern.report;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.lectern.platform.Moments;
import org.lectern.platform.Text;

/**
 * One page of a list, as the reader sees it.
 *
 * @param found rows that the filters leave, on all pages
 * @param all rows without any filter
 */
public record Table(
    Listing listing, String caption, List<Heading> headings, List<Line> lines, List<Filter> filters, long found,
    long all, Locale locale) {

  static final int ROWS = 50;

  public Table {
    headings = List.copyOf(headings);
    lines = List.copyOf(lines);
    filters = List.copyOf(filters);
    locale = Locale.forLanguageTag(locale.toLanguageTag() + "-u-nu-latn");
  }

  /**
   * A column as a list defines it.
   *
   * @param sorted whether the list can be sorted by it
   */
  record Column(String id, Text title, boolean number, boolean sorted) {}

  /** The head of a column. {@code order} is {@code none} for one that could be sorted by, and empty where it cannot. */
  public record Heading(String title, String address, String order, boolean number) {}

  /** One row; the first cell is its head. */
  public record Line(String id, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** What stands in a cell. */
  public record Cell(String text, String address, String kind) {
    static Cell text(String text) {
      return new Cell(text, "", "text");
    }

    static Cell link(String text, String address) {
      return new Cell(text, address, "text");
    }

    static Cell number(Object number) {
      return new Cell(number.toString(), "", "number");
    }

    static Cell day(Instant moment, ZoneId zone, Locale locale) {
      return text(Moments.day(LocalDate.ofInstant(moment, zone), locale));
    }

    /** What is not known says so, in a quieter voice. */
    static Cell known(String text, String otherwise) {
      return text.isEmpty() ? new Cell(otherwise, "", "muted") : text(text);
    }
  }

  /**
   * A field that narrows the list.
   *
   * @param options to choose from; empty for a field to type in
   */
  public record Filter(String name, String label, String value, List<Option> options) {
    public Filter {
      options = List.copyOf(options);
    }

    public boolean isText() {
      return options.isEmpty();
    }

    public boolean isActive() {
      return !value.isEmpty();
    }

    /** What is asked for, in words, with the colon of the reader's language. */
    public String chip(String colon) {
      return label + colon + " " + options.stream().filter(Option::chosen).map(Option::label).findFirst().orElse(value);
    }
  }

  /** One choice of a filter. */
  public record Option(String value, String label, boolean chosen) {}

  /** The ids of the columns that a list can be sorted by. */
  static List<String> sorted(List<Column> columns) {
    return columns.stream().filter(Column::sorted).map(Column::id).toList();
  }

  static List<Heading> headings(List<Column> columns, Listing listing, Locale locale) {
    return columns.stream().map(column -> heading(column, listing, locale)).toList();
  }

  private static Heading heading(Column column, Listing listing, Locale locale) {
    var title = column.title().in(locale);
    if (!column.sorted()) {
      return new Heading(title, "", "", column.number());
    }
    var order = column.id().equals(listing.sort()) ? listing.descending() ? "descending" : "ascending" : "none";
    return new Heading(title, listing.sortedBy(column.id()), order, column.number());
  }

  /** A field to choose in. What was chosen can be chosen again, also when it is not among the {@code options}. */
  static Filter choice(String name, String label, String value, Map<String, String> options) {
    var all = new LinkedHashMap<>(options);
    if (!value.isEmpty()) {
      all.putIfAbsent(value, value);
    }
    return new Filter(name, label, value,
        all.entrySet()
            .stream()
            .map(option -> new Option(option.getKey(), option.getValue(), option.getKey().equals(value)))
            .toList());
  }

  /** Pages that can be looked at. */
  public int pages() {
    return Math.clamp((found + ROWS - 1) / ROWS, 1, Listing.PAGES);
  }

  /** Whether there are rows that no page shows. */
  public boolean isCut() {
    return found > (long) Listing.PAGES * ROWS;
  }

  /** "212 of 9,310", when the list is shorter for its filters. */
  public String foundWords() {
    return number(found);
  }

  public String allWords() {
    return number(all);
  }

  /** Rows that pages show at most. */
  public String limitWords() {
    return number((long) Listing.PAGES * ROWS);
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  public boolean isFiltered() {
    return filters.stream().anyMatch(Filter::isActive);
  }

  public boolean hasPrevious() {
    return listing.page() > 1;
  }

  public boolean hasNext() {
    return listing.page() < pages();
  }

  public String previous() {
    return listing.onPage(Math.min(listing.page() - 1, pages()));
  }

  public String next() {
    return listing.onPage(listing.page() + 1);
  }
}

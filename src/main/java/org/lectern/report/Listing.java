package org.lectern.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.Paging;

/**
 * What somebody asked of a list: filters, order and page. Its address can be kept, for it always asks the same.
 *
 * @param path of the list, without a query
 * @param filters by name, in the order of the form; none is blank
 * @param sort the id of a column
 * @param page from 1
 */
public record Listing(String path, Map<String, String> filters, String sort, boolean descending, int page) {

  /** Whoever wants to see further filters, or takes the file: a database counts its way to a far page row by row. */
  static final int PAGES = 400;

  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST = 200;

  public Listing {
    filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /** Reads an address; what it asks that this list does not know is left out. */
  static Listing of(
      String path, MultivaluedMap<String, String> query, List<String> filters, List<String> sorts) {
    var wanted = new LinkedHashMap<String, String>();
    for (var name : filters) {
      var value = word(query.getFirst(name));
      if (!value.isEmpty()) {
        wanted.put(name, value);
      }
    }
    var sort = word(query.getFirst("sort"));
    var descending = sort.startsWith("-");
    var column = descending ? sort.substring(1) : sort;
    var known = sorts.contains(column);
    return new Listing(path, wanted, known ? column : sorts.getFirst(), known && descending,
        Paging.number(query.getFirst("page")));
  }

  /** What somebody looks for, of an address: without what cannot be printed, and not longer than 200 characters. */
  public static String word(@Nullable String value) {
    var printable = value == null ? "" : UNPRINTABLE.matcher(value).replaceAll("").strip();
    return printable.substring(0, Math.min(LONGEST, printable.length()));
  }

  /** The same, but no further than pages are shown. */
  Listing shown() {
    return new Listing(path, filters, sort, descending, Math.min(page, PAGES));
  }

  Optional<String> filter(String name) {
    return Optional.ofNullable(filters.get(name));
  }

  /** What a filter asks for; the empty text when it asks for nothing. */
  public String value(String name) {
    return filters.getOrDefault(name, "");
  }

  /** The address of this very page. */
  public String address() {
    return address(path, filters, sortParameter(), page);
  }

  /** The same list without one filter. */
  public String without(String filter) {
    var rest = new LinkedHashMap<>(filters);
    rest.remove(filter);
    return address(path, rest, sortParameter(), 1);
  }

  /** The same list by this column; the other way round when it is so already. */
  public String sortedBy(String column) {
    return address(path, filters, column.equals(sort) && !descending ? "-" + column : column, 1);
  }

  /** Another page. */
  public String onPage(int number) {
    return address(path, filters, sortParameter(), number);
  }

  /** The file of everything that is listed. */
  public String file() {
    return address(path + ".csv", filters, sortParameter(), 1);
  }

  /** The list without any filter. */
  public String unfiltered() {
    return address(path, Map.of(), sortParameter(), 1);
  }

  /** As the address says it: {@code name}, or {@code -name} for the other way round. */
  public String sortParameter() {
    return descending ? "-" + sort : sort;
  }

  /** The address of a list with these filters. */
  static String address(String path, Map<String, String> filters) {
    return address(path, filters, "", 1);
  }

  private static String address(String path, Map<String, String> filters, String sort, int page) {
    var query = new StringBuilder();
    filters.forEach((name, value) -> append(query, name, value));
    if (!sort.isEmpty()) {
      append(query, "sort", sort);
    }
    if (page > 1) {
      append(query, "page", String.valueOf(page));
    }
    return path + query;
  }

  private static void append(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? '?' : '&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}

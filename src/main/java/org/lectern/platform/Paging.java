package org.lectern.platform;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param size rows on a full page
 * @param total rows on all pages
 */
public record Paging<T>(List<T> rows, int number, int size, long total) {

  /** The highest number that a page can have. */
  public static final int LAST = 999_999;

  public Paging {
    rows = List.copyOf(rows);
  }

  /**
   * The page that an address asks for; the last one when the list does not go on so far.
   *
   * @param total how many {@code found} finds
   */
  public static <T> Paging<T> of(PanacheQuery<T> found, long total, @Nullable String page, int size) {
    var number = Math.min(number(page), pages(total, size));
    return new Paging<>(found.page(number - 1, size).list(), number, size, total);
  }

  /** The number of a page, from 1 to {@link #LAST}, as an address gives it; 1 when that is no number of a page. */
  public static int number(@Nullable String page) {
    return page != null && page.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
  }

  /** At least 1. */
  public int pages() {
    return pages(total, size);
  }

  private static int pages(long total, int size) {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** The same page with something else in each row. */
  public <R> Paging<R> map(Function<T, R> row) {
    return new Paging<>(rows.stream().map(row).toList(), number, size, total);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < pages();
  }

  public int previous() {
    return number - 1;
  }

  public int next() {
    return number + 1;
  }
}

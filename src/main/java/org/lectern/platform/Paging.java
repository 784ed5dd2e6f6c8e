package org.lectern.platform;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param size rows on a full page
 * @param total rows on all pages
 */
public record Paging<T>(List<T> rows, int number, int size, long total) {

  public Paging {
    rows = List.copyOf(rows);
  }

  /** At least 1. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
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

package org.lectern.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hibernate.SharedSessionContract;

/**
 * A query in which lists stand, written as {@code in :list*}. A list of any length would be translated anew each time, and
 * the database could keep no plan; so there is one query for lists of 1, 2, 4, …, and shorter ones repeat their last.
 *
 * @param <R> what is selected: a record or an entity
 */
public final class ListQuery<R> {

  /** The longest list. */
  public static final int MOST = 32;

  private static final Pattern LIST = Pattern.compile(":(\\w+)\\*");

  private final Class<R> row;
  private final List<String> bySize;

  public ListQuery(Class<R> row, String text) {
    this.row = row;
    this.bySize = IntStream.rangeClosed(0, Integer.numberOfTrailingZeros(MOST))
        .mapToObj(power -> LIST.matcher(text).replaceAll(list -> names(list.group(1), 1 << power)))
        .toList();
  }

  private static String names(String list, int size) {
    return IntStream.range(0, size).mapToObj(i -> ":" + list + i).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * Asks.
   *
   * @param lists by name; all of the same length, from 1 to {@link #MOST}
   * @param values those that are no lists, by name
   */
  public List<R> rows(
      SharedSessionContract database, Map<String, ? extends List<?>> lists, Map<String, ?> values) {
    var length = length(lists.values());
    var power = Integer.SIZE - Integer.numberOfLeadingZeros(length - 1);
    var query = database.createSelectionQuery(bySize.get(power), row);
    values.forEach(query::setParameter);
    lists.forEach((name, list) -> {
      for (var i = 0; i < 1 << power; i++) {
        query.setParameter(name + i, list.get(Math.min(i, length - 1)));
      }
    });
    return query.getResultList();
  }

  private static int length(Collection<? extends List<?>> lists) {
    var lengths = lists.stream().map(List::size).distinct().toList();
    if (lengths.size() != 1 || lengths.getFirst() < 1 || lengths.getFirst() > MOST) {
      throw new IllegalArgumentException("lists of " + lengths);
    }
    return lengths.getFirst();
  }
}

package org.lectern.content.draft;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Sorts file names as people number them: 2 before 10. */
final class NaturalOrder {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  static final Comparator<String> OF_NAMES = Comparator.<String, String>comparing(NaturalOrder::padded)
      .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  private static String padded(String name) {
    return NUMBER.matcher(name.replace('/', '\0'))
        .replaceAll(digits -> "0".repeat(18 - digits.group().length()) + digits.group());
  }
}

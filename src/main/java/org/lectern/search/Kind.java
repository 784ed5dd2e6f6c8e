package org.lectern.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be found; results are grouped by it, in this order. */
public enum Kind {
  COURSE, UNIT, TERM, TEXT;

  /** The name in addresses and API: {@code course}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this name. */
  static Optional<Kind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}

package org.lectern.learning;

import java.util.Optional;

/**
 * What a statement is about: a unit, or a part of one.
 *
 * @param part a question, a node or a clip of the unit
 */
record Activity(String unit, Optional<String> part) {

  /** Reads {@code unit} or {@code unit/part}. */
  static Activity of(String text) {
    var slash = text.indexOf('/');
    return slash < 0
        ? new Activity(text, Optional.empty())
        : new Activity(text.substring(0, slash), Optional.of(text.substring(slash + 1)));
  }

  static String of(String unit, String part) {
    return unit + "/" + part;
  }
}

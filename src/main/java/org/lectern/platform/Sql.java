package org.lectern.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A statement in SQL with its values, put together piece by piece. Text comes from the code; what people typed is a value. */
public final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Begins with a piece; each question mark in it takes one value. */
  public static Sql of(String piece, Object... values) {
    return new Sql().add(piece, values);
  }

  /** Adds a piece, with a blank before it; each question mark in it takes one value. */
  public Sql add(String piece, Object... newValues) {
    text.append(' ').append(piece);
    Collections.addAll(values, newValues);
    return this;
  }

  /** Adds another statement, as a part of this one. */
  public Sql add(Sql other) {
    text.append(' ').append(other.text);
    values.addAll(other.values);
    return this;
  }

  /** Adds <code>(?, ?, …)</code> for {@code in}; nothing is in an empty list. */
  public Sql in(Collection<?> all) {
    if (all.isEmpty()) {
      return add("(null)");
    }
    text.append(" (").append(String.join(", ", Collections.nCopies(all.size(), "?"))).append(')');
    values.addAll(all);
    return this;
  }

  String text() {
    return text.toString();
  }

  List<Object> values() {
    return List.copyOf(values);
  }
}

package org.lectern.content.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a YAML file says, with the place of each part. */
public sealed interface Value {

  Spot spot();

  /** A text, a number or a date, as it is written; empty for nothing. */
  record Scalar(Spot spot, String text) implements Value {}

  record Sequence(Spot spot, List<Value> values) implements Value {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  /** Entries by key, in the order of the file. */
  record Mapping(Spot spot, Map<String, Entry> entries) implements Value {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A value, and where its key stands. */
  record Entry(Spot key, Value value) {}

  /** All texts in it. */
  default List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    collect(this, passages);
    return passages;
  }

  private static void collect(Value value, List<Passage> into) {
    switch (value) {
      case Scalar scalar -> into.add(new Passage(scalar.spot(), scalar.text(), false));
      case Sequence sequence -> sequence.values().forEach(part -> collect(part, into));
      case Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry.value(), into));
    }
  }
}

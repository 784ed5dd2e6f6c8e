package org.lectern.content.format;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a mapping, read one by one. What is missing or wrong is reported, and a harmless value stands in for it,
 * so that the rest can be read as well.
 */
public final class Fields {
  private final Value.Mapping mapping;
  private final Keys keys;
  private final Report report;

  private Fields(Value.Mapping mapping, Keys keys, Report report) {
    this.mapping = mapping;
    this.keys = keys;
    this.report = report;
  }

  /** The fields of {@code value}; unknown and missing keys are reported at once. */
  public static Fields of(Value value, Keys keys, Report report) {
    if (!(value instanceof Value.Mapping mapping)) {
      report.error(
          value.spot(),
          "L004",
          keys.of() + " must be written as keys and values.",
          "It has " + String.join(", ", keys.required()) + ".",
          "Write each on a line of its own: the key, a colon, a space, the value.");
      return none(keys, value.spot(), report);
    }
    var fields = new Fields(mapping, keys, report);
    fields.checkKeys();
    return fields;
  }

  /** No fields at all, when what holds them could not be read. */
  public static Fields none(Keys keys, Spot spot, Report report) {
    return new Fields(new Value.Mapping(spot, Map.of()), keys, report);
  }

  private void checkKeys() {
    var known = keys.all();
    mapping.entries().forEach((key, entry) -> {
      if (!known.contains(key)) {
        report.error(
            entry.key(),
            "L002",
            keys.of() + " has no key \"" + key + "\".",
            "A key that is not known would be passed over in silence.",
            Suggestion.among(key, known.stream().filter(other -> !mapping.entries().containsKey(other)).toList()));
      }
    });
    for (var key : keys.required()) {
      var entry = mapping.entries().get(key);
      if (entry == null) {
        missing(mapping.spot(), key);
      } else if (entry.value() instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
        missing(entry.key(), key);
      }
    }
  }

  private void missing(Spot spot, String key) {
    report.error(
        spot,
        "L004",
        keys.of() + " needs \"" + key + "\".",
        "Without it the course is not complete.",
        "Add a line \"" + key + ": …\".");
  }

  public Spot spot() {
    return mapping.spot();
  }

  /** Where the value of {@code key} stands, or else the whole. */
  public Spot spot(String key) {
    return value(key).map(Value::spot).orElse(mapping.spot());
  }

  public Optional<Value> value(String key) {
    return Optional.ofNullable(mapping.entries().get(key)).map(Value.Entry::value);
  }

  /** The value, if it is one text that is not empty. */
  public Optional<Value.Scalar> scalar(String key) {
    return value(key).flatMap(value -> {
      if (value instanceof Value.Scalar scalar) {
        return Optional.of(scalar).filter(text -> !text.text().isEmpty());
      }
      wrong(value.spot(), "\"" + key + "\" must be one text.",
          "Write it after the colon; put it in \"quotes\" if in doubt.");
      return Optional.empty();
    });
  }

  /** The text, or an empty one. */
  public String text(String key, int longest) {
    return optional(key, longest).orElse("");
  }

  public Optional<String> optional(String key, int longest) {
    return scalar(key).map(scalar -> {
      checkLength(scalar, key, longest);
      return scalar.text();
    });
  }

  private void checkLength(Value.Scalar scalar, String key, int longest) {
    int length = scalar.text().length();
    if (length > longest) {
      wrong(
          scalar.spot(),
          "\"" + key + "\" has " + length + " characters.",
          "Shorten it to " + longest + " characters or fewer.");
    }
  }

  /** The id, or an empty text. */
  public String id(String key) {
    return scalar(key).map(scalar -> {
      Ids.check(scalar.spot(), scalar.text(), report);
      return scalar.text();
    }).orElse("");
  }

  public Optional<Integer> number(String key, int least, int most) {
    return scalar(key).flatMap(scalar -> number(scalar, "\"" + key + "\"", least, most));
  }

  private Optional<Integer> number(Value.Scalar scalar, String name, int least, int most) {
    try {
      int number = Integer.parseInt(scalar.text());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    wrong(scalar.spot(), name + " is \"" + scalar.text() + "\".",
        "Write a whole number from " + least + " to " + most + ".");
    return Optional.empty();
  }

  public Optional<LocalDate> date(String key) {
    return scalar(key).flatMap(scalar -> {
      try {
        return Optional.of(LocalDate.parse(scalar.text()));
      } catch (DateTimeParseException e) {
        wrong(scalar.spot(), "\"" + key + "\" is \"" + scalar.text() + "\".", "Write a date as 2027-11-30.");
        return Optional.empty();
      }
    });
  }

  /** The texts of a list. */
  public List<Value.Scalar> texts(String key, int longest) {
    var texts = new ArrayList<Value.Scalar>();
    for (var value : values(key)) {
      if (value instanceof Value.Scalar scalar && !scalar.text().isEmpty()) {
        checkLength(scalar, key, longest);
        texts.add(scalar);
      } else {
        wrong(value.spot(), "\"" + key + "\" is a list of texts.",
            "Write one text here; put it in \"quotes\" if it has a colon.");
      }
    }
    return texts;
  }

  /** The parts of a list. */
  public List<Value> values(String key) {
    var value = value(key).orElse(null);
    if (value instanceof Value.Sequence sequence) {
      return sequence.values();
    }
    if (value != null && !(value instanceof Value.Scalar scalar && scalar.text().isEmpty())) {
      wrong(value.spot(), "\"" + key + "\" must be a list.",
          "Write [a, b], or one line for each, beginning with a hyphen.");
    }
    return List.of();
  }

  /** The entries of a mapping whose keys authors choose. */
  public Map<String, Value.Entry> entries(String key) {
    var value = value(key).orElse(null);
    if (value instanceof Value.Mapping inner) {
      return inner.entries();
    }
    if (value != null && !(value instanceof Value.Scalar scalar && scalar.text().isEmpty())) {
      wrong(value.spot(), "\"" + key + "\" must be written as keys and values.",
          "Write each on a line of its own: the key, a colon, a space, the value.");
    }
    return Map.of();
  }

  /** Whole numbers by a key that authors choose. */
  public Map<String, Integer> numbers(String key, int least, int most) {
    var numbers = new LinkedHashMap<String, Integer>();
    entries(key).forEach((name, entry) -> {
      var scalar = entry.value() instanceof Value.Scalar found ? found : new Value.Scalar(entry.key(), "");
      number(scalar, "\"" + name + "\"", least, most).ifPresent(number -> numbers.put(name, number));
    });
    return numbers;
  }

  /** The fields of an inner mapping; none when it is not there. */
  public Fields fields(String key, Keys inner) {
    return value(key).filter(value -> !(value instanceof Value.Scalar scalar && scalar.text().isEmpty()))
        .map(value -> of(value, inner, report))
        .orElseGet(() -> none(inner, spot(key), report));
  }

  /** A text in one or more languages; the source language must be among them. */
  public Map<String, String> localized(String key, String source, int longest) {
    return value(key).map(value -> localized(value, key, source, longest)).orElseGet(() -> Map.of(source, ""));
  }

  private Map<String, String> localized(Value value, String key, String source, int longest) {
    return Texts.of(value, key, source, longest, report);
  }

  private void wrong(Spot spot, String what, String fix) {
    report.error(spot, "L004", what, keys.of() + " cannot be read otherwise.", fix);
  }
}

package org.lectern.operation;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** One row as one line of text: values divided by tabs, with what would break the line written out; {@code \N} is null. */
final class Line {

  /** Nothing that Lectern keeps in one row is longer; what is, is no backup. */
  private static final int LONGEST = 64 * 1024 * 1024;

  private static final String NULL = "\\N";

  private Line() {}

  static String of(List<@Nullable String> values) {
    return values.stream().map(value -> value == null ? NULL : escaped(value)).collect(Collectors.joining("\t"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  /** What {@link #of} wrote. */
  static List<@Nullable String> values(String line) {
    var values = new ArrayList<@Nullable String>();
    for (var part : line.split("\t", -1)) {
      values.add(part.equals(NULL) ? null : unescaped(part));
    }
    return values;
  }

  private static String unescaped(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    var value = new StringBuilder(part.length());
    var escape = false;
    for (var i = 0; i < part.length(); i++) {
      var character = part.charAt(i);
      if (escape) {
        value.append(meant(character));
        escape = false;
      } else if (character == '\\') {
        escape = true;
      } else {
        value.append(character);
      }
    }
    if (escape) {
      throw new IllegalArgumentException("a row ends in the middle of a value");
    }
    return value.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case '\\' -> '\\';
      default -> throw new IllegalArgumentException("a row holds an unknown escape");
    };
  }

  /**
   * The next line; empty at the end.
   *
   * @throws IllegalArgumentException when it is too long to be one
   */
  static Optional<String> next(Reader reader) throws IOException {
    var line = new StringBuilder();
    for (var character = reader.read(); character != '\n'; character = reader.read()) {
      if (character < 0) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
      }
      if (line.length() == LONGEST) {
        throw new IllegalArgumentException("a row is longer than any that Lectern writes");
      }
      line.append((char) character);
    }
    return Optional.of(line.toString());
  }
}

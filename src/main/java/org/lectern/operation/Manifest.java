package org.lectern.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a backup holds, so that nobody takes half of one for the whole.
 *
 * @param migration the version of the newest migration that its tables have
 */
record Manifest(String migration, Instant written, List<Contents> tables) {

  private static final String FORMAT = "lectern-backup 1";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern VERSION = Pattern.compile("\\d{1,6}([._]\\d{1,6})*");

  /**
   * One table.
   *
   * @param hash of all rows, as {@link Fingerprint} makes it
   */
  record Contents(String table, long rows, String hash, List<String> columns) {

    Contents {
      columns = List.copyOf(columns);
      if (!NAME.matcher(table).matches() || !columns.stream().allMatch(name -> NAME.matcher(name).matches())) {
        throw new IllegalArgumentException("it names a table or a column that cannot be one");
      }
    }

    boolean matches(Fingerprint fingerprint) {
      return rows == fingerprint.rows() && hash.equals(fingerprint.hash());
    }
  }

  Manifest {
    tables = List.copyOf(tables);
    if (!VERSION.matcher(migration).matches()) {
      throw new IllegalArgumentException("it names no version");
    }
  }

  /** The same without some of its tables. */
  Manifest without(Set<Contents> some) {
    return new Manifest(migration, written, tables.stream().filter(table -> !some.contains(table)).toList());
  }

  long rows() {
    return tables.stream().mapToLong(Contents::rows).sum();
  }

  String text() {
    var text = new StringBuilder("%s\n%s\n%s\n".formatted(FORMAT, migration, written));
    for (var table : tables) {
      text.append(
          "%s %d %s %s\n".formatted(table.table(), table.rows(), table.hash(), String.join(",", table.columns())));
    }
    return text.toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Manifest parse(String text) {
    var lines = text.lines().toList();
    if (lines.size() < 3 || !lines.getFirst().equals(FORMAT)) {
      throw new IllegalArgumentException("it is not of the format \"" + FORMAT + "\"");
    }
    var tables = new ArrayList<Contents>();
    for (var line : lines.subList(3, lines.size())) {
      var parts = line.split(" ", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("its list of tables is damaged");
      }
      tables.add(new Contents(parts[0], Long.parseLong(parts[1]), parts[2], List.of(parts[3].split(","))));
    }
    try {
      return new Manifest(lines.get(1), Instant.parse(lines.get(2)), tables);
    } catch (java.time.format.DateTimeParseException wrong) {
      throw new IllegalArgumentException("it does not say when it was written", wrong);
    }
  }
}

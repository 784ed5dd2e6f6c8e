package org.lectern.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** The figures as a table, as JSON, and beside those of another run. */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Report() {}

  static void print(Figures figures, PrintStream out) {
    figures.about().forEach((name, value) -> out.println(name + ": " + value));
    out.println();
    out.printf(Locale.ROOT, "%-12s %9s  %-20s %-20s %8s  %9s %9s   %s%n", "", "a second", "of the bare page",
        "of single inserts", "nginx", "server ms", "database", "at 70 %: p50, p99, longest ms; p99/p50");
    for (var row : figures.rows()) {
      out.printf(Locale.ROOT, "%-12s %9.1f  %-20s %-20s %8s  %9.3f %9.3f   %s%s%n", row.name(),
          row.perSecond().median(), percent(row.ofBare()), percent(row.ofInserts()), files(row.nginxFiles()),
          row.serverMilliseconds().median(), row.databaseMilliseconds().median(), latency(row.latency()),
          row.errors() == 0 ? "" : "   " + row.errors() + " ERRORS");
    }
    out.printf(Locale.ROOT, "%nResident memory of the server at the end: %d MB%n", figures.memory());
  }

  private static String percent(Figures.Spread spread) {
    if (spread.median() == 0) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * spread.median(), 100 * spread.least(),
        100 * spread.most());
  }

  private static String files(Figures.Spread spread) {
    return spread.median() == 0 ? "-" : String.format(Locale.ROOT, "1 : %.1f", spread.median());
  }

  private static String latency(Figures.Latency latency) {
    return String.format(Locale.ROOT, "%.2f, %.2f, %.1f; %.1f×", latency.p50(), latency.p99(), latency.longest(),
        latency.p50() == 0 ? 0 : latency.p99() / latency.p50());
  }

  static void write(Figures figures, Path file) throws IOException {
    JSON.writeValue(file.toFile(), figures);
  }

  /** Shows how the second run differs from the first. Only ratios and processor time survive another machine's noise. */
  static void compare(Path one, Path other, PrintStream out) throws IOException {
    var before = JSON.readValue(one.toFile(), Figures.class);
    var after = JSON.readValue(other.toFile(), Figures.class);
    out.printf("%-12s %24s %24s %24s%n", "", "of the bare page", "of single inserts", "server + database ms");
    for (var row : before.rows()) {
      after.rows()
          .stream()
          .filter(there -> there.name().equals(row.name()))
          .forEach(there -> out.printf("%-12s %24s %24s %24s%n", row.name(), change(row.ofBare(), there.ofBare(), 100),
              change(row.ofInserts(), there.ofInserts(), 100), change(effort(row), effort(there), 1)));
    }
  }

  private static Figures.Spread effort(Figures.Row row) {
    var sum = row.serverMilliseconds().median() + row.databaseMilliseconds().median();
    return new Figures.Spread(sum, sum, sum);
  }

  private static String change(Figures.Spread before, Figures.Spread after, int factor) {
    if (before.median() == 0 || after.median() == 0) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.2f -> %.2f  ×%.2f", factor * before.median(), factor * after.median(),
        after.median() / before.median());
  }
}

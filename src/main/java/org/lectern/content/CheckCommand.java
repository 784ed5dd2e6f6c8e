package org.lectern.content;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.lectern.content.ContentProblem.Severity;

/** {@code lectern check}: prints every problem in a content folder, and what the courses there amount to. */
public final class CheckCommand {
  /** For scripts: what the worst problem was. */
  static final int CLEAN = 0;
  static final int WARNINGS = 1;
  static final int ERRORS = 2;

  private static final String USAGE = "Usage: lectern check [--format text|json] [folder]";

  private final PrintStream out;
  private final LocalDate today;

  CheckCommand(PrintStream out, LocalDate today) {
    this.out = out;
    this.today = today;
  }

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new CheckCommand(out, LocalDate.now(Clock.system(ZoneId.systemDefault()))).run(arguments));
  }

  /** Checks the folder that the arguments name, or {@code content}; answers the exit code. */
  int run(String... arguments) {
    var folders = new ArrayList<String>();
    var format = "text";
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--format") && i + 1 < arguments.length) {
        format = arguments[++i];
      } else if (arguments[i].startsWith("--format=")) {
        format = arguments[i].substring("--format=".length());
      } else {
        folders.add(arguments[i]);
      }
    }
    if (folders.size() > 1 || !List.of("text", "json").contains(format)
        || folders.stream().anyMatch(folder -> folder.startsWith("-"))) {
      out.println(USAGE);
      return ERRORS;
    }
    var loading = Loading.of(Path.of(folders.isEmpty() ? "content" : folders.getFirst()), today);
    if (format.equals("json")) {
      out.print(new CheckJson(loading).text());
    } else {
      print(loading);
    }
    return exitCode(loading);
  }

  private static int exitCode(Loading loading) {
    if (count(loading, Severity.ERROR) > 0) {
      return ERRORS;
    }
    return loading.problems().isEmpty() ? CLEAN : WARNINGS;
  }

  static int count(Loading loading, Severity severity) {
    return (int) loading.problems().stream().filter(problem -> problem.severity() == severity).count();
  }

  private void print(Loading loading) {
    for (var problem : loading.problems()) {
      out.printf("%s:%d:%d: %s %s %s%n", problem.file(), problem.line(), problem.column(),
          problem.severity() == Severity.ERROR ? "error" : "warning", problem.code(), problem.what());
      out.println("    " + problem.why());
      out.println("    Fix: " + problem.fix());
    }
    if (!loading.problems().isEmpty()) {
      out.println();
    }
    loading.library().courses().values().forEach(this::print);
    loading.broken().forEach(folder -> out.println(folder + ": has errors, and is not served as it is now"));
    out.printf("%s, %s.%n", counted(count(loading, Severity.ERROR), "error"),
        counted(count(loading, Severity.WARNING), "warning"));
  }

  private void print(Course course) {
    var counts = Counts.of(course);
    out.printf("%s %s (%s)%n", course.id(), course.edition(), String.join(", ", course.translations().keySet()));
    out.printf("  %s, %s, %s in checks, %s in pools, %s%n", counted(counts.modules(), "module"),
        counted(counts.units(), "unit"), counted(counts.questions(), "question"), counted(counts.items(), "item"),
        counted(counts.resources(), "resource"));
    for (var path : course.paths().values()) {
      out.printf("  path %s: %d minutes, stated %d%n", path.id(), course.minutes(path), path.minutes());
    }
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** What a course amounts to, in its source language. */
  record Counts(int modules, int units, int questions, int items, int resources) {

    static Counts of(Course course) {
      var source = course.in(course.source());
      var units = source.modules().stream().flatMap(module -> module.units().stream()).toList();
      int questions = units.stream()
          .filter(Unit.Check.class::isInstance)
          .mapToInt(unit -> ((Unit.Check) unit).questions().size())
          .sum();
      int items = source.pools().values().stream().mapToInt(List::size).sum();
      return new Counts(source.modules().size(), units.size(), questions, items, course.resources().size());
    }
  }
}

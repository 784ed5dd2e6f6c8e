package org.lectern.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lectern.content.ContentProblem.Severity;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** All that was found wrong while the content was loaded. */
final class Problems implements Report {
  /** Files with these could not be read, so what is in them is unknown. */
  private static final Set<String> UNREADABLE = Set.of("L001", "L003", "L099");

  private final List<ContentProblem> found = new ArrayList<>();

  @Override
  public void error(Spot spot, String code, String what, String why, String fix) {
    add(Severity.ERROR, spot, code, what, why, fix);
  }

  @Override
  public void warning(Spot spot, String code, String what, String why, String fix) {
    add(Severity.WARNING, spot, code, what, why, fix);
  }

  private void add(Severity severity, Spot spot, String code, String what, String why, String fix) {
    found.add(new ContentProblem(severity, spot.file(), spot.line(), spot.column(), code, what, why, fix));
  }

  /** Whether a folder in the content folder has an error, itself or in one of its files. */
  boolean hasErrors(String folder) {
    return found.stream()
        .anyMatch(
            problem -> isError(problem)
                && (problem.file().equals(folder) || problem.file().startsWith(folder + "/")));
  }

  /** Whether a file below {@code prefix} could not be read, so that ids may seem to be missing. */
  boolean hasUnreadable(String prefix) {
    return found.stream()
        .anyMatch(
            problem -> isError(problem) && UNREADABLE.contains(problem.code()) && problem.file().startsWith(prefix));
  }

  private static boolean isError(ContentProblem problem) {
    return problem.severity() == Severity.ERROR;
  }

  /** In the order of the files; the same one only once. */
  List<ContentProblem> sorted() {
    return new HashSet<>(found).stream()
        .sorted(
            Comparator.comparing(ContentProblem::file)
                .thenComparingInt(ContentProblem::line)
                .thenComparingInt(ContentProblem::column)
                .thenComparing(ContentProblem::code)
                .thenComparing(ContentProblem::what))
        .toList();
  }
}

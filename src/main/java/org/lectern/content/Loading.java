package org.lectern.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.NetworkDraft;
import org.lectern.content.draft.Parse;
import org.lectern.content.draft.Scan;
import org.lectern.content.format.Spot;

/**
 * One reading of the content folder: {@link Scan}, {@link Parse}, {@link Check}, {@link Assemble}.
 *
 * @param stamps of the files, taken before they were read: what is written meanwhile is seen the next time
 * @param day on which pages may have been due for review
 * @param library the courses without errors
 * @param broken the folders of courses that have errors, and are not in {@code library}; also what stands there and is not
 *        a folder that can be read, such as a link
 * @param problems all errors and warnings, in the order of the files
 */
public record Loading(
    Stamps stamps,
    LocalDate day,
    Library library,
    Set<String> broken,
    List<ContentProblem> problems) {

  public Loading {
    broken = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(broken));
    problems = List.copyOf(problems);
  }

  /**
   * Reads everything below {@code contentDir}. Never throws for what is written there.
   *
   * @param today the day on which pages may be due for review
   */
  public static Loading of(Path contentDir, LocalDate today) {
    var stamps = Stamps.of(contentDir);
    var problems = new Problems();
    var scan = Scan.of(contentDir, problems);
    var networks = Parse.jobNetworks(scan.jobNetworks(), problems);
    var broken = new LinkedHashSet<>(scan.refused());
    var courses = new TreeMap<String, Course>();
    for (var folder : scan.courses()) {
      course(Parse.course(folder, problems), networks, today, problems).ifPresentOrElse(
          course -> courses.put(course.id(), course),
          () -> broken.add(folder.name()));
    }
    Check.jobNetworks(networks.orElse(List.of()), problems);
    var listed = problems.hasUnreadable(Scan.JOB_NETWORKS)
        ? List.<JobNetwork>of()
        : Assemble.jobNetworks(networks.orElse(List.of()));
    return new Loading(stamps, today, new Library(courses, listed), broken, problems.sorted());
  }

  private static Optional<Course> course(
      CourseDraft draft, Optional<List<NetworkDraft>> networks, LocalDate today, Problems problems) {
    try {
      Check.course(draft, networks, today, problems);
      return problems.hasErrors(draft.folder()) ? Optional.empty() : Optional.of(Assemble.course(draft));
    } catch (RuntimeException | StackOverflowError e) {
      problems.error(
          Spot.startOf(draft.folder() + "/course.yaml"),
          "L099",
          "The course cannot be put together: " + e + ".",
          "Lectern did not expect what is written here; that is a fault of Lectern, and worth telling its developers.",
          "Undo the last change to the course.");
      return Optional.empty();
    }
  }

  /** Whether it is of these files, and of this day. */
  boolean isOf(Stamps files, LocalDate today) {
    return files.equals(stamps) && today.equals(day);
  }

  /** Whether the job networks could not be read. */
  boolean lacksJobNetworks() {
    return problems.stream().anyMatch(problem -> isError(problem) && problem.file().equals(Scan.JOB_NETWORKS));
  }

  /** Whether not even the folder could be read, so that nothing is known about any course. */
  boolean lacksFolder() {
    return problems.stream().anyMatch(problem -> isError(problem) && problem.file().equals("."));
  }

  private static boolean isError(ContentProblem problem) {
    return problem.severity() == ContentProblem.Severity.ERROR;
  }
}

package org.lectern.content.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.TextFile;

/**
 * The first step: the files, read from disk.
 *
 * @param refused the names in the content folder that could be courses, but are links, pipes or the like
 * @param isThere whether the content folder could be read at all
 */
public record Scan(List<CourseFolder> courses, Optional<SourceFile> jobNetworks, List<String> refused,
    boolean isThere) {

  public static final String JOB_NETWORKS = "job-networks.yaml";

  /** Reads all files below {@code dir}. */
  public static Scan of(Path dir, Report report) {
    if (!Files.isDirectory(dir)) {
      report.error(
          Spot.startOf("."),
          "L003",
          "There is no folder " + dir.toAbsolutePath().normalize() + ".",
          "Courses are read from there.",
          "Make the folder, or name another one.");
      return new Scan(List.of(), Optional.empty(), List.of(), false);
    }
    try {
      return read(dir.toRealPath(), report);
    } catch (IOException e) {
      report.error(
          Spot.startOf("."),
          "L003",
          "The folder " + dir.toAbsolutePath().normalize() + " cannot be read: " + e.getMessage(),
          "Courses are read from there.",
          "Let the server read it.");
      return new Scan(List.of(), Optional.empty(), List.of(), false);
    }
  }

  private static Scan read(Path root, Report report) throws IOException {
    var folders = new ArrayList<CourseFolder>();
    Optional<SourceFile> networks = Optional.empty();
    var scan = new FolderScan(root, report);
    for (var path : scan.list(root)) {
      var name = String.valueOf(path.getFileName());
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(scan.course(path, name));
      } else if (name.equals(JOB_NETWORKS)) {
        networks = scan.text(path);
      } else if (!name.startsWith("README")) {
        report.warning(
            Spot.startOf(name),
            "L005",
            "This file is not used.",
            "A course is a folder; beside the courses there is only " + JOB_NETWORKS + ".",
            "Move it into the folder of its course, or delete it.");
      }
    }
    if (folders.isEmpty()) {
      report.warning(
          Spot.startOf("."),
          "L005",
          "There is no course in " + root + ".",
          "Learners see an empty catalogue.",
          "Make a folder with a course.yaml in it; content/README.md shows how to begin.");
    }
    var refused = scan.refused()
        .stream()
        .filter(path -> root.equals(path.getParent()))
        .map(path -> String.valueOf(path.getFileName()))
        .filter(name -> !name.equals(JOB_NETWORKS))
        .toList();
    return new Scan(List.copyOf(folders), networks, refused, true);
  }

  /** Whether a file is an editor's or a system's own, and no content. */
  public static boolean isIgnored(String name) {
    return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.endsWith(".swp")
        || name.endsWith(".tmp") || name.endsWith(".bak") || name.endsWith(".orig") || name.equals("4913")
        || name.equals("Thumbs.db") || name.equals("lectern.lock");
  }

  /** Whether a file of that size is too large for a text; it is reported then. */
  static boolean isTooLarge(String file, long bytes, Report report) {
    if (bytes <= TextFile.MOST_BYTES) {
      return false;
    }
    report.error(
        Spot.startOf(file),
        "L003",
        "The file has " + bytes / 1024 + " KB.",
        "Texts and drawings may have " + TextFile.MOST_BYTES / 1024 + " KB, so that pages load on slow connections.",
        "Split it, or check whether something else was saved under this name.");
    return true;
  }
}

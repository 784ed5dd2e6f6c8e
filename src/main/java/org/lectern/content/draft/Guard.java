package org.lectern.content.draft;

import java.util.function.Supplier;

import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** Whatever an author writes, reading goes on: a fault of ours becomes a problem of the file. */
final class Guard {

  private Guard() {}

  /** Does what reads a file. When it fails, that is a problem of the file. */
  static void run(String file, Report report, Runnable read) {
    var unused = read(file, report, () -> {
      read.run();
      return true;
    }, () -> false);
  }

  /** What {@code read} finds in a file; {@code otherwise} when it fails, and then a problem was reported. */
  static <T> T read(String file, Report report, Supplier<T> read, Supplier<T> otherwise) {
    try {
      return read.get();
    } catch (RuntimeException | StackOverflowError e) {
      report.error(
          Spot.startOf(file),
          "L099",
          "The file cannot be read: " + e.getClass().getSimpleName() + ".",
          "Lectern did not expect what is written here; that is a fault of Lectern, and worth telling its developers.",
          "Undo the last change to the file, or simplify it.");
      return otherwise.get();
    }
  }
}

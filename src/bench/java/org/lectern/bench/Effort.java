package org.lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time that processes have taken, where Linux tells it; elsewhere none. */
final class Effort {

  private static final double TICKS_PER_MILLISECOND = 0.1;
  private static final Path PROCESSES = Path.of("/proc");

  private Effort() {}

  /** In milliseconds. */
  static double of(long process) {
    try {
      return ticks(stat(PROCESSES.resolve(Long.toString(process)))) / TICKS_PER_MILLISECOND;
    } catch (IOException elsewhere) {
      return 0;
    }
  }

  /** Of a process and those that it started, in milliseconds. */
  static double ofAll(long process) {
    try (Stream<Path> folders = Files.list(PROCESSES)) {
      return folders.filter(folder -> folder.getFileName().toString().chars().allMatch(Character::isDigit))
          .mapToLong(folder -> {
            try {
              var stat = stat(folder);
              var belongs = Long.parseLong(stat[1]) == process
                  || folder.getFileName().toString().equals(Long.toString(process));
              return belongs ? ticks(stat) : 0;
            } catch (IOException gone) {
              return 0;
            }
          })
          .sum() / TICKS_PER_MILLISECOND;
    } catch (IOException elsewhere) {
      return 0;
    }
  }

  /** Resident memory in megabytes. */
  static long memory(long process) {
    try (var lines = Files.lines(PROCESSES.resolve(process + "/status"))) {
      return lines.filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .sum();
    } catch (IOException elsewhere) {
      return 0;
    }
  }

  /** The fields from the state on: the name before it may hold anything. */
  private static String[] stat(Path folder) throws IOException {
    var line = Files.readString(folder.resolve("stat"));
    return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static long ticks(String[] stat) {
    return Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
  }
}

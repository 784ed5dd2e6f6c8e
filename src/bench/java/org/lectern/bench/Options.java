package org.lectern.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param scenarios the names of those to run; all when empty
 * @param seconds how long each round of each scenario lasts
 * @param warmUp seconds for which each scenario runs before it is measured, until most of it is compiled; the first four
 *     times as long
 * @param clients at the same time
 * @param disk milliseconds that each write of the database's log takes beside what it takes here; one write can be for
 *     several commits
 * @param compare two files of earlier runs, to be compared instead of a run
 */
record Options(
    List<String> scenarios,
    double seconds,
    int rounds,
    double warmUp,
    int clients,
    int people,
    int disk,
    Optional<Path> json,
    List<Path> compare) {

  static final String HELP = """
      ./lectern bench [--scenario NAME[,NAME…]] [--seconds N] [--rounds N] [--warm-up N] [--clients N] [--people N] [--disk MS] [--json FILE]
      ./lectern bench --compare A.json B.json
      """;

  static Options of(List<String> arguments) {
    var scenarios = new ArrayList<String>();
    var compare = new ArrayList<Path>();
    var seconds = 5.0;
    var rounds = 3;
    var warmUp = 15.0;
    var clients = 32;
    var people = 10_000;
    var disk = 0;
    @Nullable
    Path json = null;
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case "--scenario" -> scenarios.addAll(List.of(rest.next().split(",", -1)));
        case "--seconds" -> seconds = Double.parseDouble(rest.next());
        case "--rounds" -> rounds = Integer.parseInt(rest.next());
        case "--warm-up" -> warmUp = Double.parseDouble(rest.next());
        case "--clients" -> clients = Integer.parseInt(rest.next());
        case "--people" -> people = Math.max(1_000, Integer.parseInt(rest.next().replace("_", "")));
        case "--disk" -> disk = Integer.parseInt(rest.next());
        case "--json" -> json = Path.of(rest.next());
        case "--compare" -> {
          compare.add(Path.of(rest.next()));
          compare.add(Path.of(rest.next()));
        }
        default -> throw new IllegalArgumentException(HELP);
      }
    }
    return new Options(scenarios, seconds, rounds, warmUp, clients, people, disk, Optional.ofNullable(json),
        compare);
  }
}

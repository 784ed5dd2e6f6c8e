package org.lectern.content;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The policy of the final assessment.
 *
 * @param minutes how long it takes, as stated; there is no time limit
 * @param passMark per cent, 1 to 100
 * @param draw how many items of which module
 * @param waits how long to wait after the first, second, … failed attempt; the last holds for all later ones; each at most 365
 *        days
 */
public record Assessment(
    String id, Localized title, int minutes, int passMark, Map<String, Integer> draw, List<Duration> waits) {

  public Assessment {
    draw = Ordered.copyOf(draw);
    waits = List.copyOf(waits);
  }

  /** The wait after {@code failures} failed attempts; none after none. */
  public Duration waitAfter(int failures) {
    if (failures == 0 || waits.isEmpty()) {
      return Duration.ZERO;
    }
    return waits.get(Math.min(failures, waits.size()) - 1);
  }

  /** The number of items that the path's learners are asked. */
  public int itemsOn(Path path) {
    return draw.entrySet()
        .stream()
        .filter(entry -> path.includes(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}

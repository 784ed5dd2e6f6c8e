package org.lectern.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.lectern.assessment.AskedItem.PageLink;
import org.lectern.content.Item;
import org.lectern.content.Module;
import org.lectern.content.Path;
import org.lectern.content.Translation;

/**
 * Which items an attempt asks, and in which order. The same seed, pools and history always give the same draw.
 *
 * <p>From each module of the path as many items are taken as the policy says: first those that were never asked, then
 * those that were asked longest ago (rules §3.8). Among equals, whatever makes the whole draw the most even over
 * objectives, and then over difficulties, comes first; what is still equal is decided by the seed.
 */
final class Draw {

  private static final String NO_OBJECTIVE = "";

  private final Random random;
  private final Map<String, Integer> lastAsked;
  private final Map<String, Integer> perObjective = new HashMap<>();
  private final Map<Integer, Integer> perDifficulty = new HashMap<>();

  /**
   * @param lastAsked for each item that earlier attempts asked, the number of the last of them
   */
  Draw(long seed, Map<String, Integer> lastAsked) {
    this.random = new Random(seed);
    this.lastAsked = Map.copyOf(lastAsked);
  }

  /**
   * Draws once; a draw is used up by it.
   *
   * @param counts how many items of which module; modules that the path leaves out are never asked about
   */
  List<AskedItem> items(Translation text, Path path, Map<String, Integer> counts) {
    var asked = new ArrayList<AskedItem>();
    for (var module : text.modulesOf(path)) {
      var pool = text.pools().getOrDefault(module.id(), List.of());
      for (var item : take(pool, counts.getOrDefault(module.id(), 0))) {
        asked.add(AskedItem.of(item, module.id(), page(item, text, module).orElse(null), random));
      }
    }
    return Shuffled.of(asked, random);
  }

  private static Optional<PageLink> page(Item item, Translation text, Module module) {
    return item.page()
        .flatMap(text::unit)
        .or(() -> module.units().stream().findFirst())
        .map(unit -> new PageLink(unit.id(), unit.title()));
  }

  private List<Item> take(List<Item> pool, int count) {
    // Sorted first, so that moving items around in their file does not change the draw.
    var left = new ArrayList<>(Shuffled.of(pool.stream().sorted(Comparator.comparing(Item::id)).toList(), random));
    var taken = new ArrayList<Item>();
    while (taken.size() < count && !left.isEmpty()) {
      var next = left.stream().min(mostWanted()).orElseThrow();
      left.remove(next);
      taken.add(next);
      perObjective.merge(next.objective().orElse(NO_OBJECTIVE), 1, Integer::sum);
      perDifficulty.merge(next.difficulty(), 1, Integer::sum);
    }
    return taken;
  }

  private Comparator<Item> mostWanted() {
    return Comparator.<Item>comparingInt(item -> lastAsked.getOrDefault(item.id(), 0))
        .thenComparingInt(item -> perObjective.getOrDefault(item.objective().orElse(NO_OBJECTIVE), 0))
        .thenComparingInt(item -> perDifficulty.getOrDefault(item.difficulty(), 0));
  }
}

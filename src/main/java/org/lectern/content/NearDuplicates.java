package org.lectern.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.lectern.content.format.Passage;

/** Finds paragraphs that share most of their word pairs with an earlier one. */
final class NearDuplicates {
  /** Shorter paragraphs share words by chance. */
  private static final int FEWEST_WORDS = 12;
  /** The share of word pairs that two paragraphs have in common, of all that either has. */
  private static final double ALIKE = 0.6;
  /** A pair of words in more paragraphs than this ("of the") tells nothing. */
  private static final int COMMON = 40;

  private NearDuplicates() {}

  record Pair(Passage earlier, Passage later) {}

  static List<Pair> among(List<Passage> passages) {
    var pairs = new ArrayList<Pair>();
    var earlier = new ArrayList<Passage>();
    var shinglesOf = new ArrayList<Set<String>>();
    Map<String, List<Integer>> placesOf = new HashMap<>();
    for (var passage : passages) {
      var shingles = shingles(passage);
      if (shingles.size() < FEWEST_WORDS - 1) {
        continue;
      }
      int alike = mostAlike(shingles, shinglesOf, placesOf);
      if (alike >= 0) {
        pairs.add(new Pair(earlier.get(alike), passage));
      }
      int place = earlier.size();
      shingles.forEach(shingle -> placesOf.computeIfAbsent(shingle, key -> new ArrayList<>()).add(place));
      earlier.add(passage);
      shinglesOf.add(shingles);
    }
    return pairs;
  }

  private static int mostAlike(Set<String> shingles, List<Set<String>> shinglesOf,
      Map<String, List<Integer>> placesOf) {
    var shared = new HashMap<Integer, Integer>();
    shingles.stream()
        .map(shingle -> placesOf.getOrDefault(shingle, List.of()))
        .filter(places -> places.size() <= COMMON)
        .flatMap(Collection::stream)
        .forEach(place -> shared.merge(place, 1, Integer::sum));
    int best = -1;
    double bestShare = ALIKE;
    for (var entry : shared.entrySet()) {
      int all = shingles.size() + shinglesOf.get(entry.getKey()).size() - entry.getValue();
      double share = (double) entry.getValue() / all;
      if (share >= bestShare) {
        best = entry.getKey();
        bestShare = share;
      }
    }
    return best;
  }

  private static Set<String> shingles(Passage passage) {
    var words = passage.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    var shingles = new HashSet<String>();
    for (int i = 1; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        shingles.add(words[i - 1] + " " + words[i]);
      }
    }
    return shingles;
  }
}

package org.lectern.content.format;

import java.util.Collection;
import java.util.Optional;

/** Guesses what an author meant. */
public final class Suggestion {
  private static final int MOST_SHOWN = 12;
  /** Nobody mistypes a word that long; and the table would be large. */
  private static final int LONGEST = 200;

  private Suggestion() {}

  /** The known word that is nearest to {@code word}, if one is near enough to have been meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    String best = null;
    int bestDistance = most + 1;
    for (var candidate : known) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A sentence that helps to write the right word. */
  public static String among(String word, Collection<String> known) {
    return nearest(word, known).map(best -> "Did you mean \"" + best + "\"?").orElseGet(() -> all(known));
  }

  private static String all(Collection<String> known) {
    if (known.isEmpty()) {
      return "There is none yet.";
    }
    var shown = String.join(", ", known.stream().limit(MOST_SHOWN).toList());
    return "There is: " + shown + (known.size() > MOST_SHOWN ? ", …" : "") + ".";
  }

  /** Edits from one word to the other: letters added, left out, changed, or swapped with their neighbour. */
  static int distance(String left, String right) {
    if (left.length() > LONGEST || Math.abs(left.length() - right.length()) > left.length()) {
      return Integer.MAX_VALUE;
    }
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : step(edits, left, right, i, j);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int step(int[][] edits, String left, String right, int i, int j) {
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int best = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}

package org.lectern.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What of a text answers a question: the words that were found, and some words around them. */
final class Snippet {

  /** In UTF-16 units; about two lines. */
  private static final int LENGTH = 220;

  /** How far an end is moved so that no word is cut. */
  private static final int LONGEST_WORD = 25;

  private Snippet() {}

  /** A piece of a text, and whether it was looked for. */
  public record Piece(String text, boolean found) {}

  /** The whole text, with what was found. */
  static List<Piece> whole(String text, Asked asked, String language) {
    return pieces(text, 0, text.length(), found(text, asked, language));
  }

  /** The part of the text that says most of what was asked for. */
  static List<Piece> part(String text, Asked asked, String language) {
    int length = "zh".equals(Words.base(language)) ? LENGTH / 2 : LENGTH;
    int before = length / 4;
    if (text.length() <= length) {
      return whole(text, asked, language);
    }
    var found = found(text, asked, language);
    int best = 0;
    int most = 0;
    for (int hit = found.nextSetBit(0); hit >= 0; hit = found.nextSetBit(found.nextClearBit(hit))) {
      int count = found.get(hit, Math.min(text.length(), hit + length - before)).cardinality();
      if (count > most) {
        most = count;
        best = hit;
      }
    }
    int start = best <= before ? 0 : beginning(text, best, before);
    int end = start + length >= text.length() ? text.length() : ending(text, start + length);
    var pieces = new ArrayList<Piece>();
    if (start > 0) {
      pieces.add(new Piece("… ", false));
    }
    pieces.addAll(pieces(text, start, end, found));
    if (end < text.length()) {
      pieces.add(new Piece(" …", false));
    }
    return pieces;
  }

  /** Where the sentence begins if it is near, or else a word. */
  private static int beginning(String text, int hit, int before) {
    for (int i = hit - 1; i >= Math.max(0, hit - before * 2); i--) {
      if (isEnd(text, i)) {
        return text.charAt(i + 1) == ' ' ? i + 2 : i + 1;
      }
    }
    int start = hit - before;
    for (int i = start; i < hit; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
  }

  /** Whether a sentence or a paragraph ends here. */
  private static boolean isEnd(String text, int place) {
    return switch (text.charAt(place)) {
      case '\n', '。', '！', '？', '؟' -> true;
      case '.', '!', '?' -> text.charAt(place + 1) == ' ';
      default -> false;
    };
  }

  private static int ending(String text, int end) {
    for (int i = end; i > end - LONGEST_WORD; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
  }

  private static List<Piece> pieces(String text, int from, int to, BitSet found) {
    var pieces = new ArrayList<Piece>();
    for (int start = from; start < to;) {
      boolean isFound = found.get(start);
      int next = isFound ? found.nextClearBit(start) : found.nextSetBit(start);
      int end = next < 0 ? to : Math.min(to, next);
      pieces.add(new Piece(joined(text, start, end), isFound));
      start = end;
    }
    return pieces;
  }

  /** A part of the text in one line. A heading, which ends without a full stop, is set apart. */
  private static String joined(String text, int start, int end) {
    var line = new StringBuilder();
    for (int i = start; i < end; i++) {
      char character = text.charAt(i);
      boolean isHeading = character == '\n' && i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
      line.append(isHeading ? " · " : character == '\n' ? " " : Character.toString(character));
    }
    return line.toString();
  }

  /** The characters of the text that were found. */
  private static BitSet found(String text, Asked asked, String language) {
    var found = new BitSet(text.length());
    var base = Words.base(language);
    for (var word : Words.written(text)) {
      if (forms(asked).anyMatch(word.form()::equals)
          || asked.words().stream().anyMatch(one -> isBeginningOf(one, word.form()))) {
        found.set(word.start(), word.end());
      }
    }
    if (Words.STEMMED.contains(base)) {
      var stems = asked.words()
          .stream()
          .filter(word -> !Words.isSmall(word.form()))
          .map(word -> word.stems().get(base))
          .filter(Objects::nonNull)
          .toList();
      for (var stem : Words.stems(base, text)) {
        if (stems.contains(stem.form())) {
          found.set(stem.start(), stem.end());
        }
      }
    }
    for (int gap = text.indexOf(' '); gap > 0; gap = text.indexOf(' ', gap + 1)) {
      if (found.get(gap - 1) && found.get(gap + 1)) {
        found.set(gap);
      }
    }
    return found;
  }

  private static boolean isBeginningOf(Asked.Word asked, String form) {
    return asked.isBeginning() && !Words.isSmall(asked.form()) && asked.form().length() > 1
        && form.startsWith(asked.form());
  }

  private static Stream<String> forms(Asked asked) {
    boolean onlySmall = asked.phrases().isEmpty()
        && asked.words().stream().allMatch(word -> Words.isSmall(word.form()));
    return Stream.concat(asked.phrases().stream().flatMap(List::stream),
        asked.words().stream().map(Asked.Word::form).filter(form -> onlySmall || !Words.isSmall(form)));
  }
}

package org.lectern.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.lectern.content.Question.InvalidResponse;
import org.lectern.content.Question.Verdict;

/** How answers are judged. A response that no form could have sent is refused; a wrong one is only wrong. */
final class Judging {
  /** Longer than any word or short phrase, in UTF-16 units. */
  static final int LONGEST_TEXT = 500;

  private Judging() {}

  /** Right if all right options and no other were chosen. Every chosen option says its feedback, in their order. */
  static Verdict choice(List<Question.Option> options, List<String> response, int atMost) {
    if (response.isEmpty() || response.size() > atMost) {
      throw new InvalidResponse("expected 1 to " + atMost + " options, but got " + response.size());
    }
    var chosen = distinct(response);
    var known = options.stream().map(Question.Option::id).collect(Collectors.toSet());
    chosen.forEach(id -> requireKnown(id, known));
    boolean success = options.stream().allMatch(option -> option.correct() == chosen.contains(option.id()));
    return new Verdict(
        success,
        options.stream().filter(option -> chosen.contains(option.id())).map(Question.Option::feedback).toList());
  }

  /** Right if the entries come in the order of the file. */
  static Verdict ordering(List<Question.Entry> entries, String feedback, List<String> response) {
    var right = entries.stream().map(Question.Entry::id).toList();
    if (response.size() != right.size()) {
      throw new InvalidResponse("expected " + right.size() + " entries, but got " + response.size());
    }
    distinct(response).forEach(id -> requireKnown(id, Set.copyOf(right)));
    return new Verdict(right.equals(response), List.of(feedback));
  }

  /**
   * Right if every left side has its own right side. Each left side must be there once; that two of them were given the
   * same right side is an honest mistake, which a form with selects cannot prevent.
   */
  static Verdict matching(List<Question.Pair> pairs, String feedback, List<String> response) {
    var key = new HashMap<String, String>();
    pairs.forEach(pair -> key.put(pair.left().id(), pair.right().id()));
    var chosen = new HashMap<String, String>();
    for (var pair : response) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new InvalidResponse("expected left:right, but got " + shortened(pair));
      }
      var left = pair.substring(0, colon);
      var right = pair.substring(colon + 1);
      requireKnown(left, key.keySet());
      requireKnown(right, Set.copyOf(key.values()));
      if (chosen.put(left, right) != null) {
        throw new InvalidResponse("twice: " + left);
      }
    }
    if (chosen.size() != key.size()) {
      throw new InvalidResponse("expected " + key.size() + " pairs, but got " + chosen.size());
    }
    return new Verdict(chosen.equals(Map.copyOf(key)), List.of(feedback));
  }

  /** Right if the text is one of the accepted answers; capitals, accents and spaces do not matter. */
  static Verdict shortText(List<String> accepted, String feedback, List<String> response) {
    if (response.size() != 1) {
      throw new InvalidResponse("expected one text, but got " + response.size());
    }
    var text = response.getFirst();
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new InvalidResponse("expected a text of 1 to " + LONGEST_TEXT + " characters");
    }
    var given = plain(text);
    return new Verdict(accepted.stream().anyMatch(answer -> plain(answer).equals(given)), List.of(feedback));
  }

  /**
   * The text without what does not matter. Accents are taken off letters that can stand without them; in other scripts,
   * such as Devanagari or Thai, what Unicode calls marks are vowels, and stay.
   */
  static String plain(String text) {
    var plain = new StringBuilder();
    boolean accentsMatter = true;
    for (int character : Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().toArray()) {
      int type = Character.getType(character);
      if (type == Character.NON_SPACING_MARK) {
        if (accentsMatter) {
          plain.appendCodePoint(character);
        }
      } else if (type != Character.FORMAT && character != TATWEEL) {
        accentsMatter = !hasAccents(character);
        plain.appendCodePoint(sameForAll(character));
      }
    }
    // Upper case first: it makes one of letters such as ß and ss, or both forms of sigma.
    var folded = plain.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded.replaceAll("(?U)\\s+", " ").strip(), Normalizer.Form.NFC);
  }

  /** Stretches Arabic words to fill a line. */
  private static final int TATWEEL = 0x0640;

  private static boolean hasAccents(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
      default -> false;
    };
  }

  /** Keyboards and word processors write these in several ways. */
  private static int sameForAll(int character) {
    return switch (character) {
      case '’', '‘', 'ʼ', '`', '´' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      case '‐', '‑', '–', '—' -> '-';
      case 'ı' -> 'i';
      case 'ى' -> 'ي';
      default -> character;
    };
  }

  private static Set<String> distinct(List<String> response) {
    var distinct = new HashSet<String>();
    for (var id : response) {
      if (!distinct.add(id)) {
        throw new InvalidResponse("twice: " + shortened(id));
      }
    }
    return distinct;
  }

  private static void requireKnown(String id, Set<String> known) {
    if (!known.contains(id)) {
      throw new InvalidResponse("unknown: " + shortened(id));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}

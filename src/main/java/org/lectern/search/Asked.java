package org.lectern.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for, taken apart. There are no operators: only words, and phrases between quotation marks. What is
 * neither is passed over, and so is everything beyond the limits.
 *
 * @param text as it was typed, without control characters, of at most {@link #LONGEST} characters
 * @param words to be found, each of them; the last one may be only a beginning
 * @param phrases to be found word for word
 * @param codes what may be a code: {@code lms2299} for "LMS 2299"
 */
record Asked(String text, List<Word> words, List<List<String>> phrases, Set<String> codes) {

  /** In characters; nobody types more to find something. */
  static final int LONGEST = 200;

  private static final int MOST_WORDS = 24;
  private static final String QUOTES = "\"“”„«»「」『』";

  Asked {
    words = List.copyOf(words);
    phrases = phrases.stream().map(List::copyOf).toList();
    codes = Set.copyOf(codes);
  }

  /**
   * A word.
   *
   * @param form folded
   * @param stems by language
   * @param written as it was typed
   * @param isBeginning whether the word may go on
   */
  record Word(String form, Map<String, String> stems, String written, boolean isBeginning) {
    Word {
      stems = Map.copyOf(stems);
    }
  }

  public boolean isEmpty() {
    return words.isEmpty() && phrases.isEmpty();
  }

  static Asked of(String typed) {
    var text = clean(typed);
    var phrases = new ArrayList<List<String>>();
    var loose = new StringBuilder();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || QUOTES.indexOf(text.charAt(i)) >= 0) {
        var part = text.substring(start, i);
        // A quotation mark that nothing closes is no phrase: somebody may still be typing.
        if (quoted && i < text.length()) {
          phrases.add(Words.asked(part).stream().map(Words.Word::form).limit(MOST_WORDS).toList());
        } else {
          loose.append(' ').append(part);
        }
        quoted = !quoted;
        start = i + 1;
      }
    }
    phrases.removeIf(List::isEmpty);
    return new Asked(text, words(loose.toString(), text), phrases, codes(text));
  }

  private static List<Word> words(String loose, String text) {
    var found = Words.asked(loose);
    var stems = new HashMap<String, List<Words.Word>>();
    Words.STEMMED.forEach(language -> stems.put(language, Words.stems(language, loose)));
    var words = new ArrayList<Word>();
    for (var word : found.subList(0, Math.min(MOST_WORDS, found.size()))) {
      var own = new HashMap<String, String>();
      stems.forEach((language, all) -> all.stream()
          .filter(stem -> stem.start() == word.start() && stem.end() == word.end())
          .findFirst()
          .ifPresent(stem -> own.put(language, stem.form())));
      boolean isLast = word.end() == loose.length() && text.endsWith(loose.substring(word.start()));
      words.add(new Word(word.form(), own, loose.substring(word.start(), word.end()), isLast));
    }
    return words;
  }

  private static String clean(String typed) {
    var text = new StringBuilder();
    typed.codePoints().limit(LONGEST).forEach(character -> {
      boolean isSpace = Character.isISOControl(character) || !Character.isDefined(character)
          || Character.getType(character) == Character.SURROGATE;
      text.appendCodePoint(isSpace ? ' ' : character);
    });
    return text.toString().strip();
  }

  /** The whole, each part, and each two parts: codes are written with a hyphen, a space or nothing. */
  private static Set<String> codes(String text) {
    var parts = text.split("\\s+", MOST_WORDS);
    var codes = new LinkedHashSet<String>();
    codes.add(code(text));
    for (int i = 0; i < parts.length; i++) {
      codes.add(code(parts[i]));
      if (i > 0) {
        codes.add(code(parts[i - 1] + parts[i]));
      }
    }
    codes.removeIf(code -> code.length() < 2 || code.length() > 40 || code.chars().noneMatch(Character::isDigit));
    return codes;
  }

  /** A code without what people leave out: {@code lms2299} for "LMS-2299". */
  static String code(String written) {
    var code = new StringBuilder();
    written.codePoints().filter(Character::isLetterOrDigit).forEach(character -> {
      int digit = Character.digit(character, 10);
      code.appendCodePoint(digit >= 0 ? '0' + digit : character);
    });
    return code.toString().toLowerCase(Locale.ROOT);
  }
}

package org.lectern.content.format;

/**
 * A stretch of text that people read, without its markup.
 *
 * @param paragraph whether it is a paragraph of its own, and not a heading, a part of a list, a cell or a field
 */
public record Passage(Spot spot, String text, boolean paragraph) {

  private static final String SPACES = " \t\n\u000B\f\r";
  /** The first of Thai; before it come the scripts with spaces that most texts are written in. */
  private static final int FIRST_UNSPACED = 0x0E00;

  /** The words in it. Han and kana are written without spaces: two characters count as a word. */
  public int words() {
    int words = 0;
    int unspaced = 0;
    boolean isWord = false;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (SPACES.indexOf(character) >= 0) {
        words += words(unspaced, isWord);
        unspaced = 0;
        isWord = false;
      } else if (isUnspaced(character)) {
        unspaced++;
      } else {
        isWord |= Character.isLetterOrDigit(character);
      }
    }
    return words + words(unspaced, isWord);
  }

  /** The words between two spaces. */
  private static int words(int unspaced, boolean isWord) {
    if (unspaced > 0) {
      return (unspaced + 1) / 2;
    }
    return isWord ? 1 : 0;
  }

  private static boolean isUnspaced(int character) {
    if (character < FIRST_UNSPACED) {
      return false;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}

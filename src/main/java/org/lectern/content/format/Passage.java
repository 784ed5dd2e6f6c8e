package org.lectern.content.format;

/**
 * A stretch of text that people read, without its markup.
 *
 * @param paragraph whether it is a paragraph of its own, and not a heading, a part of a list, a cell or a field
 */
public record Passage(Spot spot, String text, boolean paragraph) {

  /** The words in it. Han and kana are written without spaces: two characters count as a word. */
  public int words() {
    int words = 0;
    for (var token : text.split("\\s+", -1)) {
      long unspaced = token.codePoints().filter(Passage::isUnspaced).count();
      if (unspaced > 0) {
        words += (int) ((unspaced + 1) / 2);
      } else if (token.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words++;
      }
    }
    return words;
  }

  private static boolean isUnspaced(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}

package org.lectern.content.format;

/**
 * A place in a content file.
 *
 * @param file below the content folder, with slashes
 * @param line from 1
 * @param column from 1
 */
public record Spot(String file, int line, int column) {

  public static Spot startOf(String file) {
    return new Spot(file, 1, 1);
  }

  /** Where it is, for a message about another place: {@code line 12 of en/01/page.md}. */
  public String inWords() {
    return "line " + line + " of " + file;
  }
}

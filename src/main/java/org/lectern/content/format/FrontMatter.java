package org.lectern.content.format;

import java.util.Optional;

/**
 * The two parts of a Markdown file.
 *
 * @param head what stands between the two lines of three hyphens
 * @param firstLine the line of the file on which the body begins, from 1
 */
public record FrontMatter(Optional<Value> head, String body, int firstLine) {

  private static final String RULE = "---";

  /** Splits a file; a file without front matter is reported. */
  public static FrontMatter of(String file, String text, Report report) {
    if (text.isBlank()) {
      report.error(
          Spot.startOf(file),
          "L001",
          "The file is empty.",
          "A file without an id and a title cannot be a part of a course.",
          "Begin with three hyphens, then id and title, then three hyphens; or delete the file.");
      return new FrontMatter(Optional.empty(), "", 1);
    }
    var lines = text.split("\n", -1);
    int end = endOfHead(lines);
    if (end < 0) {
      report.error(
          Spot.startOf(file),
          "L001",
          lines[0].stripTrailing().equals(RULE)
              ? "The front matter has no end."
              : "The file does not begin with front matter.",
          "The id and the title stand there.",
          "Put the keys between two lines that consist of three hyphens, at the very start of the file.");
      return new FrontMatter(Optional.empty(), "", 1);
    }
    var head = String.join("\n", java.util.Arrays.copyOfRange(lines, 1, end));
    var body = String.join("\n", java.util.Arrays.copyOfRange(lines, end + 1, lines.length));
    return new FrontMatter(Yaml.read(file, head, 1, report), body, end + 2);
  }

  private static int endOfHead(String[] lines) {
    if (!lines[0].stripTrailing().equals(RULE)) {
      return -1;
    }
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].stripTrailing().equals(RULE)) {
        return i;
      }
    }
    return -1;
  }
}

package org.lectern.content.format;

import java.util.HashMap;
import java.util.Map;

/** The headings of a text: their levels leave none out, and their anchors are apart from each other. */
final class Outline {
  private final MarkdownReport report;
  private final Map<String, Integer> slugs = new HashMap<>();
  private int lastLevel = 1;

  Outline(MarkdownReport report) {
    this.report = report;
  }

  /** The level that a heading is shown at. */
  int level(Spot spot, int written, String text) {
    if (written == 1) {
      report.firstLevel(spot, text);
    } else if (written > lastLevel + 1) {
      report.levelLeftOut(spot, written, lastLevel, text);
    }
    lastLevel = Math.max(2, written);
    return lastLevel;
  }

  /** The anchor of a heading. A prefix keeps it apart from the ids of the page around it. */
  String anchor(String text) {
    var slug = Ids.slug(text);
    int count = slugs.merge(slug, 1, Integer::sum);
    return "h-" + slug + (count > 1 ? "-" + count : "");
  }
}

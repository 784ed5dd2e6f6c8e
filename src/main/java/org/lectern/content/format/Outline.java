package org.lectern.content.format;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The headings of a text: their levels leave none out, and their anchors are apart from each other. */
final class Outline {
  private final MarkdownReport report;
  private final Map<String, Integer> slugs = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
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

  /** Keeps ids that authors have written for themselves. */
  void take(Collection<String> ids) {
    taken.addAll(ids);
  }

  /** The anchor of a heading, another one for each. A prefix keeps it apart from the ids of the page around it. */
  String anchor(String text) {
    var slug = Ids.slug(text);
    String anchor;
    do {
      int count = slugs.merge(slug, 1, Integer::sum);
      anchor = "h-" + slug + (count > 1 ? "-" + count : "");
    } while (!taken.add(anchor));
    return anchor;
  }
}

package org.lectern.content;

import java.util.HashMap;
import java.util.Map;

import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** Ids that must not come twice. */
final class Seen {
  private final String what;
  private final Report report;
  private final Map<String, Spot> places = new HashMap<>();

  /** @param what the ids stand for, for messages: {@code units} */
  Seen(String what, Report report) {
    this.what = what;
    this.report = report;
  }

  /** Notes an id; one that was noted before is reported with both places. Missing ids are reported where they are read. */
  void add(String id, Spot spot) {
    if (id.isEmpty()) {
      return;
    }
    var earlier = places.putIfAbsent(id, spot);
    if (earlier != null) {
      report.error(
          spot,
          "L010",
          "The id \"" + id + "\" stands for two " + what + "; the other is on " + earlier.inWords() + ".",
          "Progress and answers are recorded under it, and would be mixed up.",
          "Give the newer of the two another id.");
    }
  }
}

package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;

import org.lectern.content.format.Piece;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** A heading of the second level, and what stands below it. */
record Section(Piece.Heading heading, List<Piece> pieces) {

  /** What stands before the first heading of the second level. */
  static List<Piece> introduction(List<Piece> pieces) {
    return pieces.stream().takeWhile(piece -> !isStart(piece)).toList();
  }

  static List<Section> of(List<Piece> pieces) {
    var sections = new ArrayList<Section>();
    for (var piece : pieces) {
      if (piece instanceof Piece.Heading heading && isStart(piece)) {
        sections.add(new Section(heading, new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.getLast().pieces().add(piece);
      }
    }
    return sections;
  }

  private static boolean isStart(Piece piece) {
    return piece instanceof Piece.Heading heading && heading.level() == 2;
  }

  /** Reports headings with nothing below them, and a text with nothing in it. */
  static void reportEmpty(List<Piece> pieces, Spot whole, Report report) {
    if (pieces.stream().allMatch(Piece.Heading.class::isInstance)) {
      report.error(whole, "L030", "There is no text.", "Readers would find an empty page.",
          "Write it, or delete the file.");
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      var next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
      boolean empty = pieces.get(i) instanceof Piece.Heading heading
          && (next == null || (next instanceof Piece.Heading other && other.level() <= heading.level()));
      if (empty) {
        report.error(
            pieces.get(i).spot(),
            "L030",
            "There is nothing below this heading.",
            "It reads as if a part were missing.",
            "Write the part, or remove the heading.");
      }
    }
  }
}

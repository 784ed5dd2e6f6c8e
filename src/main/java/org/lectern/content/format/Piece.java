package org.lectern.content.format;

import java.util.List;
import java.util.Optional;

/** A part of a Markdown text, at its outermost level. All HTML is sanitised. */
public sealed interface Piece {

  Spot spot();

  /** How it is shown when it is nothing but text; empty for task lists and for blocks that are forms. */
  String html();

  /** What people read in it. */
  List<Passage> passages();

  default int words() {
    return passages().stream().mapToInt(Passage::words).sum();
  }

  /**
   * A heading.
   *
   * @param level 2 to 6
   * @param text without markup
   */
  record Heading(Spot spot, String html, List<Passage> passages, int level, String text, Attributes attributes)
      implements
        Piece {}

  /** Running text: anything that has no kind of its own here. */
  record Prose(Spot spot, String html, List<Passage> passages) implements Piece {}

  /** A list, numbered or not. */
  record Listing(Spot spot, String html, List<Passage> passages, boolean numbered, List<Entry> entries)
      implements
        Piece {

    /** Whether its entries have boxes to tick. */
    public boolean isTaskList() {
      return entries.stream().anyMatch(entry -> entry.box() != Box.NONE);
    }

    /** Whether its entries lead to nodes of a case. */
    public boolean isChoices() {
      return entries.stream()
          .anyMatch(entry -> entry.link().filter(link -> link.kind() == Link.Kind.NODE).isPresent());
    }
  }

  /**
   * An entry of a list.
   *
   * @param html its first paragraph, as inline HTML
   * @param text the same without markup
   * @param feedback the quotation below it
   * @param link the link, if the entry is nothing else
   * @param more whether there is anything besides a paragraph and a quotation
   */
  record Entry(Spot spot, Box box, Attributes attributes, String html, String text, Optional<Quote> feedback,
      Optional<Link> link, boolean more) {}

  /** The box before an entry. */
  enum Box {
    NONE, OPEN, TICKED
  }

  /**
   * A quotation.
   *
   * @param inner what is quoted, as HTML
   */
  record Quote(Spot spot, String html, List<Passage> passages, String inner) implements Piece {}

  /**
   * A table.
   *
   * @param rows without the heading; each cell as inline HTML
   */
  record Table(Spot spot, String html, List<Passage> passages, List<Row> rows) implements Piece {}

  record Row(Spot spot, List<Cell> cells) {}

  record Cell(String html, String text) {}

  /**
   * A fenced block.
   *
   * @param name the word after the fence; may be empty
   * @param text what stands in it
   */
  record Fence(Spot spot, String html, List<Passage> passages, String name, String text) implements Piece {}
}

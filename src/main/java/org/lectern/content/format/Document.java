package org.lectern.content.format;

import java.util.List;

/** A Markdown text, taken apart. */
public record Document(List<Piece> pieces, List<Link> links) {

  public Document {
    pieces = List.copyOf(pieces);
    links = List.copyOf(links);
  }

  /** Everything that people read in it. */
  public List<Passage> passages() {
    return pieces.stream().flatMap(piece -> piece.passages().stream()).toList();
  }
}

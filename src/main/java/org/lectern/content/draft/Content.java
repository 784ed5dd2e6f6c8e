package org.lectern.content.draft;

import java.util.List;

/**
 * Blocks, and how many words people read in them.
 *
 * @param words of the running text, without figures and clips
 */
public record Content(List<BlockDraft> blocks, int words) {

  public Content {
    blocks = List.copyOf(blocks);
  }
}

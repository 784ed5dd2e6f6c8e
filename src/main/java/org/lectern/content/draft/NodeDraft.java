package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Spot;

/**
 * A node of a case, as written.
 *
 * @param words that a walk through it reads, without those of the choices
 * @param outcome as written; there if the node is an ending
 * @param debrief HTML
 */
public record NodeDraft(Spot spot, String id, String title, Content content, int words, List<Way> choices,
    Optional<String> outcome, Optional<String> debrief) {

  /** A choice, and the node that it leads to. */
  public record Way(Spot spot, String html, String text, String to, int words) {}
}

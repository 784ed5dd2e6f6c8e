package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Spot;

/**
 * A resource in one language, as written.
 *
 * @param spot where its id stands
 * @param language from the file's name
 * @param anchors the ids that its headings carry
 */
public record ResourceDraft(Spot spot, String id, String language, String title, Optional<String> credit,
    List<String> sources, List<Anchor> anchors, Content content, Optional<UnitDraft.Review> review,
    UnitDraft.Reading reading) {

  public ResourceDraft {
    sources = List.copyOf(sources);
    anchors = List.copyOf(anchors);
  }

  /** A place that links can lead to. */
  public record Anchor(Spot spot, String id) {}

  /** The ids of its anchors. */
  public List<String> anchorIds() {
    return anchors.stream().map(Anchor::id).toList();
  }
}

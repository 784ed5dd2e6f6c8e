package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Spot;

/**
 * A module's folder in one language, as written.
 *
 * @param folder below the content folder
 * @param opening empty when there is no {@code module.md}
 */
public record ModuleDraft(String folder, Optional<Opening> opening, List<UnitDraft> units) {

  public record Opening(Spot spot, String id, String title, String summary, Content content,
      Optional<UnitDraft.Review> review, UnitDraft.Reading reading) {}
}

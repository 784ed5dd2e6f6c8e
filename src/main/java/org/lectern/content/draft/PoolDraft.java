package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Spot;

/** A pool of assessment items in one language, as written. */
public record PoolDraft(Spot spot, String module, List<QuestionDraft> items, Optional<UnitDraft.Review> review,
    UnitDraft.Reading reading) {}

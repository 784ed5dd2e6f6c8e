package org.lectern.content.draft;

import java.util.List;
import java.util.stream.Stream;

/** A course's folder for one language, as written. */
public record LanguageDraft(String language, List<ModuleDraft> modules, List<PoolDraft> pools) {

  public Stream<UnitDraft> units() {
    return modules.stream().flatMap(module -> module.units().stream());
  }

  public Stream<ModuleDraft.Opening> openings() {
    return modules.stream().flatMap(module -> module.opening().stream());
  }

  public Stream<QuestionDraft> items() {
    return pools.stream().flatMap(pool -> pool.items().stream());
  }
}

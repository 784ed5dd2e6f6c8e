package org.lectern.content;

import java.util.ArrayList;
import java.util.List;

import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.format.Ids;

/** The ids of options: what the author called them, or else a letter for their place in the source language. */
final class OptionIds {
  private OptionIds() {}

  /** The id of each option, in the order of the file. */
  static List<String> of(QuestionDraft.Choice choice) {
    var ids = new ArrayList<String>();
    for (var option : choice.options()) {
      ids.add(option.id().orElse(Ids.letter(ids.size())));
    }
    return ids;
  }

  /**
   * The place in {@code original} of each option of a translation: that of the option with the same name, or else the
   * same place. -1 for a name that the original does not have.
   */
  static List<Integer> places(QuestionDraft.Choice original, QuestionDraft.Choice translation) {
    var ids = of(original);
    var places = new ArrayList<Integer>();
    for (var option : translation.options()) {
      int same = places.size();
      places.add(option.id().map(ids::indexOf).orElse(same));
    }
    return places;
  }
}

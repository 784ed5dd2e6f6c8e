package org.lectern.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.Item;
import org.lectern.content.Localized;
import org.lectern.content.Module;
import org.lectern.content.Origin;
import org.lectern.content.Path;
import org.lectern.content.Question;
import org.lectern.content.Translation;
import org.lectern.content.Unit;

/** Questions of every kind and pools of any size, for plain tests. */
final class SampleItems {
  private SampleItems() {}

  static final Question.SingleChoice SINGLE = new Question.SingleChoice("single", "Which?", "", List.of(
      new Question.Option("a", "Ann", "not Ann", false),
      new Question.Option("b", "Ben", "Ben it is", true),
      new Question.Option("c", "Cy", "not Cy", false)));

  static final Question.MultipleChoice MULTIPLE = new Question.MultipleChoice("multiple", "Which ones?", "", List.of(
      new Question.Option("a", "Ann", "Ann too", true),
      new Question.Option("b", "Ben", "not Ben", false),
      new Question.Option("c", "Cy", "Cy too", true)));

  static final Question.Ordering ORDERING = new Question.Ordering("ordering", "In order?", "", List.of(
      new Question.Entry("q", "first"), new Question.Entry("a", "second"), new Question.Entry("m", "third")),
      "first, second, third");

  static final Question.Matching MATCHING = new Question.Matching("matching", "Which goes where?", "", List.of(
      new Question.Pair(new Question.Entry("a", "sun"), new Question.Entry("y", "day")),
      new Question.Pair(new Question.Entry("b", "moon"), new Question.Entry("x", "night"))), "sun and day");

  static final Question.ShortText SHORT = new Question.ShortText("short", "Who?", "",
      List.of("Eleanor Roosevelt", "Roosevelt"), "She chaired the commission.");

  static Item item(Question question) {
    return new Item(question, Optional.empty(), Optional.empty(), 1, "en");
  }

  /** A single-choice item with this id. */
  static Item item(String id, String objective, int difficulty) {
    return new Item(new Question.SingleChoice(id, id + "?", "", SINGLE.options()), Optional.of(id.charAt(0) + "-page"),
        Optional.of(objective), difficulty, "en");
  }

  static AskedItem asked(Question question) {
    return AskedItem.of(item(question), "m", new AskedItem.PageLink("page", "A page"), new java.util.Random(1));
  }

  static Path path(String... modules) {
    var text = new Localized("en", Map.of("en", "path"));
    return new Path("path", text, List.of(modules), List.of(), text, 1);
  }

  /** A course whose modules have one page each, and these pools. */
  static Translation translation(Map<String, List<Item>> pools) {
    var modules = new ArrayList<Module>();
    for (var id : pools.keySet()) {
      var page = new Unit.Page(id.charAt(0) + "-page", "Page of " + id, 1, "en",
          new Origin("sample.md", "", List.of()), List.of(), List.of());
      modules.add(new Module(id, modules.size() + 1, "en", "Module " + id, "", List.of(), List.of(page)));
    }
    return new Translation("en", modules, new LinkedHashMap<>(pools));
  }
}

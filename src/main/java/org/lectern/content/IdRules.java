package org.lectern.content;

import java.util.List;
import java.util.Set;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.LanguageDraft;
import org.lectern.content.draft.NodeDraft;
import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Spot;

/** Every id stands for one thing, and a course has the parts that it must have. */
final class IdRules {
  /** These stand where units do in addresses: {@code /courses/{course}/glossary}. */
  static final Set<String> RESERVED = Set.of("assessment", "attempts", "glossary", "media", "modules",
      "notes", "resources");

  private final CourseDraft draft;
  private final Problems problems;

  IdRules(CourseDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void check() {
    folderIsId();
    hasModules();
    draft.languages().values().forEach(this::check);
    var terms = new Seen("terms", problems);
    draft.glossary().terms().forEach(term -> terms.add(term.id(), term.spot()));
  }

  private void folderIsId() {
    var id = draft.file().id();
    if (!id.text().isEmpty() && !id.text().equals(draft.folder())) {
      problems.error(
          id.spot(),
          "L005",
          "The id is \"" + id.text() + "\", but the folder is \"" + draft.folder() + "\".",
          "The folder must be found by the id of its course.",
          "Rename the folder. (Change the id only if nobody has begun the course.)");
    }
  }

  private void hasModules() {
    var source = draft.source();
    if (source.modules().isEmpty() && !draft.file().source().isEmpty()) {
      problems.error(
          draft.file().spot(),
          "L005",
          "There are no modules in the source language \"" + source.language() + "\".",
          "There is nothing to learn.",
          "Make a folder such as " + source.language() + "/01-introduction with a module.md in it.");
    }
    for (var module : source.modules()) {
      var file = module.folder() + "/module.md";
      if (module.opening().isEmpty() && !problems.hasUnreadable(file)) {
        problems.error(
            Spot.startOf(file),
            "L005",
            "The folder has no module.md.",
            "The id and the title of the module stand there.",
            "Write it; content/README.md shows how. Or move the files into the folder of another module.");
      } else if (module.units().isEmpty() && !problems.hasUnreadable(module.folder())) {
        problems.warning(
            Spot.startOf(file),
            "L005",
            "The module has no units.",
            "Learners would open it and find nothing.",
            "Add a page beside module.md.");
      }
    }
  }

  private void check(LanguageDraft language) {
    var units = new Seen("units or modules", problems);
    language.openings().forEach(opening -> units.add(opening.id(), opening.spot()));
    language.units().forEach(unit -> {
      units.add(unit.id(), unit.spot());
      reserved(unit);
      inUnit(unit);
    });
    var pools = new Seen("pools", problems);
    var items = new Seen("items", problems);
    language.pools().forEach(pool -> {
      pools.add(pool.module(), pool.spot());
      pool.items().forEach(item -> items.add(item.id(), item.spot()));
      pool.items().forEach(this::options);
    });
  }

  private void reserved(UnitDraft unit) {
    if (RESERVED.contains(unit.id()) || unit.id().equals(draft.file().assessment().id())) {
      problems.error(
          unit.spot(),
          "L012",
          "A unit cannot be called \"" + unit.id() + "\".",
          "Its address would be that of the " + (RESERVED.contains(unit.id()) ? unit.id() : "assessment") + ".",
          "Give it another id.");
    }
  }

  private void inUnit(UnitDraft unit) {
    switch (unit.body()) {
      case UnitDraft.PageBody page -> {
        // a page has no ids within
      }
      case UnitDraft.CheckBody check -> {
        var seen = new Seen("questions", problems);
        check.questions().forEach(question -> seen.add(question.id(), question.spot()));
        check.questions().forEach(this::options);
      }
      case UnitDraft.CaseBody walk -> nodes(walk.nodes());
    }
  }

  private void nodes(List<NodeDraft> nodes) {
    var seen = new Seen("nodes", problems);
    nodes.forEach(node -> seen.add(node.id(), node.spot()));
  }

  private void options(QuestionDraft question) {
    if (question.form() instanceof QuestionDraft.Choice choice) {
      var seen = new Seen("options", problems);
      var ids = OptionIds.of(choice);
      for (int i = 0; i < ids.size(); i++) {
        seen.add(ids.get(i), choice.options().get(i).spot());
      }
    }
  }
}

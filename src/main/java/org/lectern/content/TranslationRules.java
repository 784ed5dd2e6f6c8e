package org.lectern.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.LanguageDraft;
import org.lectern.content.draft.ModuleDraft;
import org.lectern.content.draft.NodeDraft;
import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;

/** A translation has the same parts as its source: what it lacks falls back, what it has besides is an error. */
final class TranslationRules {
  private final CourseDraft draft;
  private final LanguageDraft source;
  private final Problems problems;

  TranslationRules(CourseDraft draft, Problems problems) {
    this.draft = draft;
    source = draft.source();
    this.problems = problems;
  }

  void check() {
    if (problems.hasUnreadable(draft.folder() + "/" + source.language() + "/")) {
      return;
    }
    draft.translations().forEach(language -> {
      openings(language);
      units(language);
      items(language);
      if (!problems.hasUnreadable(draft.folder() + "/" + language.language() + "/")) {
        missing(language);
        if (!problems.hasErrors(draft.file().spot().file())) {
          policy(language.language());
        }
      }
    });
  }

  private void openings(LanguageDraft language) {
    var known = source.openings().map(ModuleDraft.Opening::id).toList();
    language.openings().forEach(opening -> known("module", opening.id(), opening.spot(), known));
    language.pools().forEach(pool -> known("module", pool.module(), pool.spot(), known));
  }

  private void units(LanguageDraft language) {
    var originals = byId(source.units().toList(), UnitDraft::id);
    language.units().forEach(unit -> {
      var original = originals.get(unit.id());
      if (original == null) {
        known("unit", unit.id(), unit.spot(), originals.keySet());
      } else {
        unit(original, unit);
      }
    });
  }

  private void unit(UnitDraft original, UnitDraft unit) {
    switch (unit.body()) {
      case UnitDraft.CheckBody check when original.body() instanceof UnitDraft.CheckBody other ->
        questions(other.questions(), check.questions(), unit.spot());
      case UnitDraft.CaseBody walk when original.body() instanceof UnitDraft.CaseBody other ->
        nodes(other.nodes(), walk.nodes(), unit.spot());
      default -> {
        if (!unit.body().type().equals(original.body().type())) {
          differs(unit.spot(),
              "\"" + unit.id() + "\" is a " + unit.body().type() + " here, but a " + original.body().type()
                  + " in the source language.",
              "Write the same type as in " + original.spot().file() + ".");
        }
      }
    }
  }

  private void questions(List<QuestionDraft> originals, List<QuestionDraft> questions, Spot whole) {
    var known = byId(originals, QuestionDraft::id);
    sameIds("question", known.keySet().stream().toList(), questions.stream().map(QuestionDraft::id).toList(), whole);
    questions.forEach(question -> {
      var original = known.get(question.id());
      if (original == null) {
        known("question", question.id(), question.spot(), known.keySet());
      } else {
        question(original, question);
      }
    });
  }

  private void items(LanguageDraft language) {
    var known = byId(source.items().toList(), QuestionDraft::id);
    language.items().forEach(item -> {
      var original = known.get(item.id());
      if (original == null) {
        known("item", item.id(), item.spot(), known.keySet());
      } else {
        question(original, item);
      }
    });
  }

  private void question(QuestionDraft original, QuestionDraft question) {
    var theirs = original.form();
    var ours = question.form();
    if (theirs instanceof QuestionDraft.Unreadable || ours instanceof QuestionDraft.Unreadable) {
      return;
    }
    var other = original.spot().inWords();
    if (!theirs.getClass().equals(ours.getClass())) {
      differs(question.spot(),
          "This is a question of the kind " + ours.inWords() + ", but its source is " + theirs.inWords() + ".",
          "Use the same form as on " + other + ".");
    } else if (!(ours instanceof QuestionDraft.ShortText) && theirs.size() != ours.size()) {
      differs(question.spot(), "This question has " + ours.size() + " parts, but its source has " + theirs.size() + ".",
          "Write the same options in the same order as on " + other + ".");
    } else if (ours instanceof QuestionDraft.Choice choice && theirs instanceof QuestionDraft.Choice key) {
      options(key, choice, other);
    }
  }

  private void options(QuestionDraft.Choice original, QuestionDraft.Choice choice, String other) {
    var places = OptionIds.places(original, choice);
    var taken = new HashSet<Integer>();
    for (int i = 0; i < places.size(); i++) {
      var option = choice.options().get(i);
      int place = places.get(i);
      if (place < 0) {
        differs(option.spot(), "There is no option \"" + option.id().orElse("") + "\" in the source language.",
            Suggestion.among(option.id().orElse(""), OptionIds.of(original)));
      } else if (!taken.add(place)) {
        differs(option.spot(), "This option stands for the same one as another.",
            "Write the options in the same order as on " + other + ".");
      } else if (original.options().get(place).correct() != option.correct()) {
        differs(option.spot(),
            "This option is " + (option.correct() ? "right" : "wrong") + " here, but not in the source language.",
            "Write the options in the same order as on " + other + ", with the same boxes ticked.");
      }
    }
  }

  private void nodes(List<NodeDraft> originals, List<NodeDraft> nodes, Spot whole) {
    var known = byId(originals, NodeDraft::id);
    sameIds("node", known.keySet().stream().toList(), nodes.stream().map(NodeDraft::id).toList(), whole);
    for (var node : nodes) {
      var original = known.get(node.id());
      if (original == null) {
        known("node", node.id(), node.spot(), known.keySet());
        continue;
      }
      if (!original.outcome().equals(node.outcome())) {
        differs(node.spot(), "The outcome differs from that in the source language.",
            original.outcome().map(outcome -> "Write outcome=" + outcome + ".").orElse("Remove the outcome."));
      }
      var ways = original.choices().stream().map(NodeDraft.Way::to).toList();
      // A choice of the source that leads nowhere is reported there.
      if (known.keySet().containsAll(ways)
          && !ways.equals(node.choices().stream().map(NodeDraft.Way::to).toList())) {
        differs(node.spot(), "The choices do not lead where they lead in the source language.",
            "Write them in this order: " + String.join(", ", ways.stream().map(to -> "#" + to).toList()) + ".");
      }
    }
  }

  private void sameIds(String what, List<String> originals, List<String> ids, Spot whole) {
    originals.stream()
        .filter(id -> !ids.contains(id) && !id.isEmpty())
        .forEach(
            id -> differs(whole, "The " + what + " \"" + id + "\" is missing in this translation.",
                "Translate it; a part of a unit cannot fall back by itself."));
  }

  private void known(String what, String id, Spot spot, java.util.Collection<String> known) {
    if (!id.isEmpty() && !known.contains(id)) {
      differs(spot, "There is no " + what + " \"" + id + "\" in the source language.", Suggestion.among(id, known));
    }
  }

  private void differs(Spot spot, String what, String fix) {
    problems.error(spot, "L070", what, "Progress and answers must mean the same in every language.", fix);
  }

  /** One warning for a whole module that is not translated, or else one for each unit. */
  private void missing(LanguageDraft language) {
    var openings = language.openings().map(ModuleDraft.Opening::id).collect(Collectors.toSet());
    var units = language.units().map(UnitDraft::id).collect(Collectors.toSet());
    for (var module : source.modules()) {
      var opening = module.opening().orElse(null);
      if (opening == null) {
        continue;
      }
      var lacking = module.units().stream().filter(unit -> !units.contains(unit.id())).toList();
      if (!openings.contains(opening.id()) && lacking.size() == module.units().size()) {
        untranslated(opening.spot(), "The module \"" + opening.id() + "\" is", language.language());
        continue;
      }
      if (!openings.contains(opening.id())) {
        untranslated(opening.spot(), "The opening of module \"" + opening.id() + "\" is", language.language());
      }
      lacking.forEach(unit -> untranslated(unit.spot(), "The unit \"" + unit.id() + "\" is", language.language()));
    }
    missingItems(language);
  }

  private void missingItems(LanguageDraft language) {
    var items = language.items().map(QuestionDraft::id).collect(Collectors.toSet());
    for (var pool : source.pools()) {
      var lacking = pool.items().stream().map(QuestionDraft::id).filter(id -> !items.contains(id)).toList();
      if (!lacking.isEmpty()) {
        untranslated(pool.spot(), lacking.size() + " of " + pool.items().size() + " items of this pool are",
            language.language());
      }
    }
  }

  private void untranslated(Spot spot, String what, String language) {
    problems.warning(spot, "L070", what + " not translated into \"" + language + "\".",
        "Learners are told so, and read the source language.",
        "Translate the file, with the same ids, below the folder " + language + ".");
  }

  /** The texts of course.yaml that have no translation, in one warning. */
  private void policy(String language) {
    var file = draft.file();
    var texts = new LinkedHashMap<String, Map<String, String>>();
    texts.put("title", file.title());
    texts.put("summary", file.summary());
    file.objectives().forEach((id, objective) -> texts.put("objective " + id, objective));
    file.paths().forEach(path -> texts.put("title of path " + path.id(), path.title()));
    texts.put("title of the assessment", file.assessment().title());
    texts.put("wording of the certificate", file.wording());
    var lacking = new ArrayList<String>();
    texts.forEach((name, translations) -> {
      if (translations.getOrDefault(language, "").isEmpty()) {
        lacking.add(name);
      }
    });
    if (!lacking.isEmpty()) {
      problems.warning(file.spot(), "L070", "Not in \"" + language + "\": " + String.join(", ", lacking) + ".",
          "Learners read them in the source language.", "Add \"" + language + ": …\" to each.");
    }
    draft.glossary()
        .terms()
        .stream()
        .filter(term -> !term.term().containsKey(language) || !term.definition().containsKey(language))
        .findFirst()
        .ifPresent(term -> problems.warning(term.spot(), "L070",
            "The term \"" + term.id() + "\", and perhaps others below it, is not in \"" + language + "\".",
            "Learners read it in the source language.", "Add \"" + language + ": …\" to its term and its definition."));
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    var byId = new LinkedHashMap<String, T>();
    all.forEach(one -> byId.putIfAbsent(id.apply(one), one));
    return byId;
  }
}

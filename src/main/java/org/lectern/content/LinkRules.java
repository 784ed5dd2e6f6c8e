package org.lectern.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.CourseFile;
import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.draft.TermDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Link;
import org.lectern.content.format.Suggestion;
import org.lectern.content.format.Value.Scalar;

/** Every link leads somewhere, and on every path to something that the path has. */
final class LinkRules {
  private final CourseDraft draft;
  private final Problems problems;
  /** The module of each unit, in the source language. */
  private final Map<String, String> moduleOf = new HashMap<>();
  private final Set<String> terms = new HashSet<>();
  /** The anchors of each resource, in the source language. */
  private final Map<String, List<String>> anchors = new LinkedHashMap<>();

  LinkRules(CourseDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
    for (var module : draft.source().modules()) {
      var id = module.opening().map(opening -> opening.id()).orElse("");
      module.units().forEach(unit -> moduleOf.put(unit.id(), id));
    }
    draft.glossary().terms().stream().map(TermDraft::id).forEach(terms::add);
    draft.sourceResources().forEach(resource -> anchors.put(resource.id(), resource.anchorIds()));
  }

  void check() {
    for (var language : draft.languages().values()) {
      for (var module : language.modules()) {
        module.opening().ifPresent(opening -> links(opening.reading(), opening.id()));
        module.units().forEach(unit -> links(unit.reading(), moduleOf.getOrDefault(unit.id(), "")));
      }
      language.pools().forEach(pool -> links(pool.reading(), pool.module()));
    }
    draft.resources().forEach(resource -> links(resource.reading(), ""));
    draft.source().items().forEach(this::item);
  }

  private void links(UnitDraft.Reading reading, String from) {
    for (var link : reading.links()) {
      switch (link.kind()) {
        case UNIT -> unit(link, from);
        case RESOURCE -> resource(link);
        case TERM -> term(link);
        case NODE, OUTSIDE -> {
          // checked where they are read; the outside world is not asked
        }
      }
    }
  }

  private void unit(Link link, String from) {
    var to = moduleOf.get(link.target());
    if (to == null) {
      if (!problems.hasUnreadable(draft.folder() + "/" + draft.file().source() + "/")) {
        broken(link, "There is no unit \"" + link.target() + "\".", Suggestion.among(link.target(), moduleOf.keySet()));
      }
    } else if (!from.isEmpty()) {
      draft.file()
          .paths()
          .stream()
          .filter(path -> has(path, from) && !has(path, to))
          .forEach(
              path -> problems.warning(
                  link.spot(),
                  "L061",
                  "The link leads to module \"" + to + "\", which the path \"" + path.id() + "\" leaves out.",
                  "Learners of that path would leave it, and read what they are not asked about.",
                  "Say it here in a sentence, or link to a page that every path has."));
    }
  }

  private static boolean has(CourseFile.PathEntry path, String module) {
    return path.modules().stream().map(Scalar::text).anyMatch(module::equals);
  }

  private void resource(Link link) {
    if (problems.hasUnreadable(draft.folder() + "/resources/")) {
      return;
    }
    int sharp = link.target().indexOf('#');
    var id = sharp < 0 ? link.target() : link.target().substring(0, sharp);
    var known = anchors.get(id);
    if (known == null) {
      broken(link, "There is no resource \"" + id + "\".", Suggestion.among(id, anchors.keySet()));
    } else if (sharp >= 0 && !known.contains(link.target().substring(sharp + 1))) {
      var anchor = link.target().substring(sharp + 1);
      broken(link, "The resource \"" + id + "\" has no anchor \"" + anchor + "\".",
          Suggestion.among(anchor, known));
    }
  }

  private void term(Link link) {
    if (!terms.contains(link.target()) && !problems.hasUnreadable(draft.folder() + "/glossary.yaml")) {
      broken(link, "There is no term \"" + link.target() + "\" in glossary.yaml.",
          Suggestion.among(link.target(), terms));
    }
  }

  private void broken(Link link, String what, String fix) {
    problems.error(link.spot(), "L020", what, "The link would lead nowhere.", fix);
  }

  private void item(QuestionDraft item) {
    var attributes = item.attributes();
    attributes.value("page").filter(page -> !moduleOf.containsKey(page)).ifPresent(page -> {
      if (!problems.hasUnreadable(draft.folder() + "/" + draft.file().source() + "/")) {
        problems.error(attributes.spot(), "L020", "There is no unit \"" + page + "\" to read again.",
            "It is shown after a wrong answer.", Suggestion.among(page, moduleOf.keySet()));
      }
    });
    var objectives = draft.file().objectives().keySet();
    attributes.value("objective")
        .filter(objective -> !objectives.contains(objective))
        .ifPresent(
            objective -> problems.error(attributes.spot(), "L020", "There is no objective \"" + objective + "\".",
                "Results are shown by objective.", Suggestion.among(objective, objectives)));
    attributes.value("difficulty")
        .filter(difficulty -> !List.of("1", "2", "3").contains(difficulty))
        .ifPresent(
            difficulty -> problems.error(attributes.spot(), "L004", "The difficulty is \"" + difficulty + "\".",
                "Items are drawn evenly over three levels.", "Write 1 for easy, 2, or 3 for hard."));
  }
}

package org.lectern.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.ResourceDraft;

/** A resource is there in the source language, and has the same anchors in every other. */
final class ResourceRules {
  /** The id of the part of every page that is not its frame. */
  private static final String TAKEN = "main";

  private final CourseDraft draft;
  private final Problems problems;
  private final Map<String, ResourceDraft> originals = new LinkedHashMap<>();

  ResourceRules(CourseDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
    draft.sourceResources().forEach(resource -> originals.putIfAbsent(resource.id(), resource));
  }

  void check() {
    ids();
    draft.resources().forEach(this::anchors);
    if (draft.file().source().isEmpty() || problems.hasUnreadable(draft.folder() + "/resources/")) {
      return;
    }
    draft.resources().forEach(this::likeTheOriginal);
    draft.translations().forEach(language -> missing(language.language()));
  }

  private void ids() {
    var seen = new HashMap<String, Seen>();
    for (var resource : draft.resources()) {
      seen.computeIfAbsent(resource.language(), language -> new Seen("resources", problems))
          .add(resource.id(), resource.spot());
    }
  }

  private void anchors(ResourceDraft resource) {
    var seen = new Seen("headings", problems);
    for (var anchor : resource.anchors()) {
      seen.add(anchor.id(), anchor.spot());
      if (anchor.id().equals(TAKEN)) {
        problems.error(anchor.spot(), "L012", "A heading cannot be called \"" + TAKEN + "\".",
            "The page around it has a part of that name.", "Give it another id.");
      }
    }
  }

  private void likeTheOriginal(ResourceDraft resource) {
    var original = originals.get(resource.id());
    if (resource.id().isEmpty() || resource.equals(original)) {
      return;
    }
    if (original == null) {
      problems.error(resource.spot(), "L070",
          "The resource \"" + resource.id() + "\" is not there in the source language \"" + draft.file().source()
              + "\".",
          "It is read in the source language where a translation is missing.",
          "Write resources/" + resource.id() + "." + draft.file().source() + ".md.");
      return;
    }
    var own = resource.anchorIds();
    for (var anchor : original.anchorIds()) {
      if (!own.contains(anchor)) {
        problems.error(resource.spot(), "L070", "The anchor \"" + anchor + "\" is missing in this translation.",
            "Links to it would lead to the top of the text only.",
            "Add {#" + anchor + "} to the heading that it stands at in the source language.");
      }
    }
  }

  private void missing(String language) {
    for (var original : originals.values()) {
      boolean isThere = draft.resources()
          .stream()
          .anyMatch(resource -> resource.language().equals(language) && resource.id().equals(original.id()));
      if (!isThere) {
        problems.warning(original.spot(), "L070",
            "The resource \"" + original.id() + "\" is not translated into \"" + language + "\".",
            "Learners are told so, and read the source language.",
            "Write resources/" + original.id() + "." + language + ".md, with the same anchors.");
      }
    }
  }
}

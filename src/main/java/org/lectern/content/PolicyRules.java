package org.lectern.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.CourseFile;
import org.lectern.content.draft.ModuleDraft;
import org.lectern.content.draft.NetworkDraft;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;
import org.lectern.content.format.Value.Scalar;

/** What {@code course.yaml} decides must be possible with the files that are there. */
final class PolicyRules {
  private static final Pattern INSPIRA_CODE = Pattern.compile("LMS-\\d{4}");
  private static final double TOLERANCE = 0.10;

  private final CourseDraft draft;
  private final CourseFile file;
  private final Problems problems;
  private final List<String> modules;
  /** Whether a module may only seem to be missing. */
  private final boolean unsure;

  PolicyRules(CourseDraft draft, Problems problems) {
    this.draft = draft;
    this.file = draft.file();
    this.problems = problems;
    modules = draft.source().openings().map(ModuleDraft.Opening::id).toList();
    unsure = problems.hasUnreadable(draft.folder() + "/" + file.source() + "/");
  }

  void check(Optional<List<NetworkDraft>> networks) {
    file.paths().forEach(this::modules);
    jobNetworks(networks);
    defaultPath();
    draws();
    codes();
    if (!unsure) {
      file.paths().forEach(this::minutes);
    }
  }

  private void modules(CourseFile.PathEntry path) {
    var seen = new HashSet<String>();
    for (var module : path.modules()) {
      known(module, modules, "module");
      if (!seen.add(module.text())) {
        problems.error(module.spot(), "L010",
            "The path \"" + path.id() + "\" names the module \"" + module.text() + "\" twice.",
            "Nobody takes a module twice.", "Remove one of the two.");
      }
    }
    if (path.modules().isEmpty()) {
      wrong(path.spot(), "The path \"" + path.id() + "\" has no modules.", "List their ids: modules: [m1, m2].");
    }
    var drawn = file.assessment()
        .draw()
        .stream()
        .filter(draw -> seen.contains(draw.module().text()))
        .mapToInt(CourseFile.Draw::items)
        .sum();
    if (drawn == 0 && !path.modules().isEmpty()) {
      wrong(path.spot(), "The assessment draws no items for the path \"" + path.id() + "\".",
          "Let draw take items from at least one of its modules.");
    }
  }

  private void known(Scalar name, List<String> all, String what) {
    if (!all.contains(name.text()) && !unsure) {
      wrong(name.spot(), "There is no " + what + " \"" + name.text() + "\".", Suggestion.among(name.text(), all));
    }
  }

  private void jobNetworks(Optional<List<NetworkDraft>> networks) {
    var listed = networks.map(list -> list.stream().map(NetworkDraft::code).toList());
    Map<String, Spot> taken = new HashMap<>();
    for (var path : file.paths()) {
      if (listed.isEmpty() && !path.jobNetworks().isEmpty()) {
        Check.noJobNetworks(path.jobNetworks().getFirst().spot(), problems);
      }
      for (var network : path.jobNetworks()) {
        listed.filter(codes -> !codes.contains(network.text()))
            .ifPresent(
                codes -> wrong(network.spot(), "There is no job network \"" + network.text() + "\".",
                    Suggestion.among(network.text(), codes)));
        var earlier = taken.putIfAbsent(network.text(), network.spot());
        if (earlier != null) {
          wrong(network.spot(),
              "The job network " + network.text() + " is named twice; the other is on " + earlier.inWords() + ".",
              "Leave it on the one path that its people take.");
        }
      }
    }
  }

  private void defaultPath() {
    var ids = file.paths().stream().map(CourseFile.PathEntry::id).toList();
    if (!file.defaultPath().text().isEmpty() && !ids.contains(file.defaultPath().text())) {
      wrong(file.defaultPath().spot(), "There is no path \"" + file.defaultPath().text() + "\".",
          Suggestion.among(file.defaultPath().text(), ids));
    }
  }

  private void draws() {
    Map<String, Integer> sizes = draft.source()
        .pools()
        .stream()
        .collect(
            Collectors.toMap(pool -> pool.module(), pool -> pool.items().size(), Integer::sum));
    for (var draw : file.assessment().draw()) {
      known(draw.module(), modules, "module");
      int size = sizes.getOrDefault(draw.module().text(), 0);
      if (unsure || !modules.contains(draw.module().text())) {
        continue;
      }
      if (size < draw.items()) {
        problems.error(draw.module().spot(), "L040", counted(draw, size), "The assessment could not be put together.",
            "Write more items in assessment/" + draw.module().text() + ".md, or draw fewer.");
      } else if (size < 2 * draw.items()) {
        problems.warning(draw.module().spot(), "L040", counted(draw, size),
            "Whoever tries again meets the same items.",
            "Write " + (2 * draw.items() - size) + " more " + (2 * draw.items() - size == 1 ? "item." : "items."));
      }
    }
    for (var pool : draft.source().pools()) {
      known(new Scalar(pool.spot(), pool.module()), modules, "module");
    }
  }

  private static String counted(CourseFile.Draw draw, int size) {
    return "The pool of module \"%s\" holds %s, and %d %s drawn from it.".formatted(draw.module().text(),
        size == 1 ? "1 item" : size + " items", draw.items(), draw.items() == 1 ? "is" : "are");
  }

  private void codes() {
    var paths = file.paths().stream().map(CourseFile.PathEntry::id).toList();
    for (var code : file.codes()) {
      code.path().ifPresent(path -> known(path, paths, "path"));
      boolean inspira = code.system().text().equalsIgnoreCase("Inspira") || code.code().text().startsWith("LMS");
      if (inspira && !code.code().text().isEmpty() && !INSPIRA_CODE.matcher(code.code().text()).matches()) {
        problems.warning(code.code().spot(), "L080",
            "\"" + code.code().text() + "\" does not look like a code of Inspira.",
            "Records that are exported under a wrong code are not found.",
            "Write LMS- and four digits, if it has them.");
      }
    }
  }

  /** What a path takes, with the time that its assessment is said to take. */
  static int minutes(CourseDraft draft, CourseFile.PathEntry path) {
    var on = path.modules().stream().map(Scalar::text).collect(Collectors.toSet());
    return draft.file().assessment().minutes() + draft.source()
        .modules()
        .stream()
        .filter(module -> module.opening().filter(opening -> on.contains(opening.id())).isPresent())
        .flatMap(module -> module.units().stream())
        .mapToInt(Minutes::of)
        .sum();
  }

  private void minutes(CourseFile.PathEntry path) {
    int computed = minutes(draft, path);
    if (path.minutes() > 0 && Math.abs(computed - path.minutes()) > path.minutes() * TOLERANCE) {
      problems.warning(
          path.minutesSpot(),
          "L060",
          "The path \"%s\" is said to take %d minutes, but takes about %d.".formatted(path.id(), path.minutes(),
              computed),
          "People plan their day by it.",
          "Write %d, or make the path %s.".formatted(computed, computed > path.minutes() ? "shorter" : "longer"));
    }
  }

  private void wrong(Spot spot, String what, String fix) {
    problems.error(spot, "L062", what, "The policy of the course could not be carried out.", fix);
  }
}

package org.lectern.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Assessment;
import org.lectern.content.Course;
import org.lectern.content.Path;

/**
 * Everything that an attempt needs to go on, frozen when it opens: an edit of the course, its removal or a change of the
 * path changes nothing here.
 *
 * @param course the title of the course
 * @param title the title of the assessment
 * @param language the language of both titles (BCP 47)
 * @param path what the learner's path was; empty of attempts from before this was kept
 * @param modules the modules that items were drawn from, in the order of the course
 * @param items in the order in which they are asked; at least one
 */
record Snapshot(
    String course,
    String title,
    String language,
    Optional<PathTaken> path,
    Policy policy,
    List<AskedModule> modules,
    List<AskedItem> items) {

  Snapshot {
    modules = List.copyOf(modules);
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("an assessment asks at least one question");
    }
  }

  /** A module that items were drawn from. */
  record AskedModule(String id, String title) {}

  /**
   * The rules of the attempt.
   *
   * @param passMark per cent, 1 to 100
   * @param waits after the first, second, … failed attempt; the last holds for all later ones
   */
  record Policy(int passMark, List<Duration> waits) {
    Policy {
      waits = List.copyOf(waits);
    }

    static Policy of(Assessment assessment) {
      return new Policy(assessment.passMark(), assessment.waits());
    }

    /**
     * When the next attempt may begin (rules §3.8).
     *
     * @param failures failed attempts so far, with the one that this policy belongs to: at least 1
     * @param submittedAt when that one was submitted
     */
    Instant nextBegins(int failures, Instant submittedAt) {
      return waits.isEmpty() ? submittedAt : submittedAt.plus(waits.get(Math.min(failures, waits.size()) - 1));
    }
  }

  /** Draws the items and freezes them with everything that belongs to them. */
  static Snapshot of(Course course, Path path, String language, Draw draw) {
    var text = course.in(language);
    var assessment = course.assessment();
    var items = draw.items(text, path, assessment.draw());
    var modules = text.modulesOf(path)
        .stream()
        .filter(module -> items.stream().anyMatch(item -> item.module().equals(module.id())))
        .map(module -> new AskedModule(module.id(), module.title()))
        .toList();
    return new Snapshot(course.title().in(text.language()), assessment.title().in(text.language()), text.language(),
        Optional.of(PathTaken.of(course, path.id(), text.language())), Policy.of(assessment), modules, items);
  }

  Optional<AskedItem> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** The place of an item, from 1. */
  Optional<Integer> placeOf(String id) {
    return item(id).map(item -> items.indexOf(item) + 1);
  }
}

package org.lectern.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.lectern.content.Course;
import org.lectern.content.Item;
import org.lectern.content.Loading;
import org.lectern.content.Module;
import org.lectern.content.Question;
import org.lectern.content.Unit;

/** The course that is measured, with the answers that a learner would have to find. */
final class CourseKey {

  private final Course course;
  private final List<Unit> units;
  private final Map<String, Question> items = new HashMap<>();

  private CourseKey(Course course) {
    this.course = course;
    var text = course.in(course.source());
    this.units = text.modulesOf(course.path(pathId()).orElseThrow())
        .stream()
        .map(Module::units)
        .flatMap(List::stream)
        .toList();
    text.pools().values().stream().flatMap(List::stream).map(Item::question).forEach(item -> items.put(item.id(), item));
  }

  /** The first course of the folder. */
  static CourseKey of(Path content) {
    return new CourseKey(
        Loading.of(content, LocalDate.now(ZoneOffset.UTC)).library().courses().values().iterator().next());
  }

  private String pathId() {
    return course.paths().values().iterator().next().id();
  }

  String id() {
    return course.id();
  }

  String edition() {
    return course.edition().toString();
  }

  /** A job network that takes the whole course. */
  String jobNetwork() {
    return course.paths().values().iterator().next().jobNetworks().getFirst();
  }

  List<String> units() {
    return units.stream().map(Unit::id).toList();
  }

  List<String> pages() {
    return units.stream().filter(Unit.Page.class::isInstance).map(Unit::id).toList();
  }

  /** {@code unit/question} of every knowledge check. */
  List<String> questions() {
    var questions = new ArrayList<String>();
    for (var unit : units) {
      if (unit instanceof Unit.Check check) {
        check.questions().forEach(question -> questions.add(check.id() + "/" + question.id()));
      }
    }
    return questions;
  }

  /** What to answer to be right. */
  List<String> answer(String item) {
    return switch (Objects.requireNonNull(items.get(item), item)) {
      case Question.SingleChoice single -> right(single.options());
      case Question.MultipleChoice multiple -> right(multiple.options());
      case Question.Ordering ordering -> ordering.entries().stream().map(Question.Entry::id).toList();
      case Question.Matching matching -> matching.pairs()
          .stream()
          .map(pair -> pair.left().id() + ":" + pair.right().id())
          .toList();
      case Question.ShortText text -> List.of(text.accepted().getFirst());
    };
  }

  private static List<String> right(List<Question.Option> options) {
    return options.stream().filter(Question.Option::correct).map(Question.Option::id).toList();
  }
}

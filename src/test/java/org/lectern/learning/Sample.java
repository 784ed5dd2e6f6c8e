package org.lectern.learning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.lectern.content.Course;
import org.lectern.content.Loading;
import org.lectern.content.Question;
import org.lectern.content.Unit;

/** The sample course of the tests, and the right answers to its questions. */
final class Sample {

  static final Course COURSE = Loading.of(Path.of("src/test/resources/content"), LocalDate.of(2026, 11, 21))
      .library()
      .course("sample-course")
      .orElseThrow();

  private Sample() {}

  static Unit.Check check(String id) {
    return (Unit.Check) COURSE.in("en").unit(id).orElseThrow();
  }

  static Unit.Case story() {
    return (Unit.Case) COURSE.in("en").unit("s2-case").orElseThrow();
  }

  static Question question(String check, String id) {
    return check(check).question(id).orElseThrow();
  }

  static List<String> right(String check, String id) {
    return right(question(check, id));
  }

  static List<String> right(Question question) {
    return switch (question) {
      case Question.SingleChoice choice -> right(choice.options());
      case Question.MultipleChoice choice -> right(choice.options());
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

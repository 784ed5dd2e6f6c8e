package org.lectern;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.content.Course;
import org.lectern.content.Item;
import org.lectern.content.Loading;
import org.lectern.content.Question;

/** The right answers of the sample course, as the API wants them; read from its files, because no screen tells them. */
final class AnswerKey {

  static final String COURSE = "sample-course";
  static final Path CONTENT = Path.of("src", "test", "resources", "content").toAbsolutePath();

  private final Course course;
  private final Map<String, Question> items;

  AnswerKey() {
    course = Loading.of(CONTENT, LocalDate.of(2026, 1, 1)).library().course(COURSE).orElseThrow();
    items = course.in("en")
        .pools()
        .values()
        .stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Item::id, Item::question));
  }

  Course course() {
    return course;
  }

  /** The item of the final assessment with this id. */
  Question item(String id) {
    return java.util.Objects.requireNonNull(items.get(id), id);
  }

  /** What to answer to be right. */
  static List<String> of(Question question) {
    return switch (question) {
      case Question.SingleChoice single -> correct(single.options());
      case Question.MultipleChoice multiple -> correct(multiple.options());
      case Question.Ordering ordering -> ordering.entries().stream().map(Question.Entry::id).toList();
      case Question.Matching matching -> matching.pairs()
          .stream()
          .map(pair -> pair.left().id() + ":" + pair.right().id())
          .toList();
      case Question.ShortText text -> List.of(text.accepted().getFirst());
    };
  }

  /** What to answer to be wrong. */
  static List<String> wrong(Question question) {
    return switch (question) {
      case Question.SingleChoice single -> incorrect(single.options());
      case Question.MultipleChoice multiple -> incorrect(multiple.options());
      case Question.Ordering ordering -> of(ordering).reversed();
      case Question.Matching matching -> swapped(matching.pairs());
      case Question.ShortText text -> List.of("no such thing");
    };
  }

  private static List<String> correct(List<Question.Option> options) {
    return options.stream().filter(Question.Option::correct).map(Question.Option::id).toList();
  }

  private static List<String> incorrect(List<Question.Option> options) {
    return options.stream().filter(option -> !option.correct()).map(Question.Option::id).limit(1).toList();
  }

  /** Every left side with the right side of its neighbour. */
  private static List<String> swapped(List<Question.Pair> pairs) {
    return Stream.iterate(0, i -> i + 1)
        .limit(pairs.size())
        .map(i -> pairs.get(i).left().id() + ":" + pairs.get((i + 1) % pairs.size()).right().id())
        .toList();
  }
}

package org.lectern;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.content.Course;
import org.lectern.content.Item;
import org.lectern.content.Loading;
import org.lectern.content.Node;
import org.lectern.content.Question;
import org.lectern.content.Unit;

/** The right answers of a course, as the API wants them; read from its files, because no screen tells them. */
final class AnswerKey {

  static final String COURSE = "sample-course";
  static final Path CONTENT = Path.of("src", "test", "resources", "content").toAbsolutePath();

  private final Course course;
  private final Map<String, Question> items;

  /** Of the sample course. */
  AnswerKey() {
    this(CONTENT, COURSE);
  }

  AnswerKey(Path content, String courseId) {
    course = Loading.of(content, LocalDate.of(2026, 1, 1)).library().course(courseId).orElseThrow();
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

  /** What to say by the API to complete a unit: page read, clips watched, questions answered, case walked. */
  List<Map<String, Object>> statements(Unit unit) {
    var statements = new ArrayList<Map<String, Object>>();
    switch (unit) {
      case Unit.Page page -> {
        page.videos().forEach(video -> statements.add(statement("completed", unit.id() + "/" + video.id())));
        statements.add(statement("completed", unit.id()));
      }
      case Unit.Check check -> check.questions()
          .forEach(question -> statements.add(answered(unit.id() + "/" + question.id(), of(question))));
      case Unit.Case story ->
        walk(story).forEach((node, choice) -> statements.add(answered(unit.id() + "/" + node, List.of(choice))));
    }
    return statements;
  }

  private static Map<String, Object> answered(String activity, List<String> response) {
    var statement = statement("answered", activity);
    statement.put("result", Map.of("response", response));
    return statement;
  }

  private static Map<String, Object> statement(String verb, String activity) {
    return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "verb", verb, "activity", activity, "timestamp",
        "2026-01-31T12:00:00Z"));
  }

  /** The choices, by node, of the shortest walk to a good ending. */
  Map<String, String> walk(Unit.Case story) {
    var ways = new ArrayDeque<List<Step>>();
    ways.add(List.of());
    while (!ways.isEmpty()) {
      var way = ways.removeFirst();
      var node = way.isEmpty() ? story.start() : story.node(way.getLast().choice().to()).orElseThrow();
      if (node.ending().isPresent() && node.ending().get().outcome() == Node.Outcome.GOOD) {
        var walk = new LinkedHashMap<String, String>();
        way.forEach(step -> walk.put(step.node(), step.choice().id()));
        return walk;
      }
      for (var choice : node.choices()) {
        ways.addLast(Stream.concat(way.stream(), Stream.of(new Step(node.id(), choice))).toList());
      }
    }
    throw new IllegalArgumentException("no good ending in " + story.id());
  }

  private record Step(String node, Node.Choice choice) {}

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

package org.lectern.assessment;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Item;
import org.lectern.content.Question;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a learner may see of an item while the attempt is open. The key is not here, so it cannot be sent by mistake.
 *
 * @param language the language that the item is written in (BCP 47)
 * @param prompt plain text
 * @param html more about the question; may be empty
 * @param options for choices and ordering, in the order in which they are shown; empty otherwise
 * @param left the left sides of a matching item; empty otherwise
 * @param right the right sides of a matching item; empty otherwise
 */
record ShownItem(
    String id,
    QuestionType type,
    String language,
    String prompt,
    String html,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> left,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> right) {

  ShownItem {
    options = present(options);
    left = present(left);
    right = present(right);
  }

  /**
   * Something that can be chosen.
   *
   * @param text inline HTML, sanitised when the content was read
   */
  record Choice(String id, String text) {

    private static Choice of(Question.Option option) {
      return new Choice(option.id(), option.html());
    }

    static Choice of(Question.Entry entry) {
      return new Choice(entry.id(), entry.html());
    }
  }

  /** An item with everything that can be chosen in an order that {@code random} decides. */
  static ShownItem of(Item item, RandomGenerator random) {
    return switch (item.question()) {
      case Question.SingleChoice single ->
        choices(item, Shuffled.of(single.options(), random).stream().map(Choice::of).toList());
      case Question.MultipleChoice multiple ->
        choices(item, Shuffled.of(multiple.options(), random).stream().map(Choice::of).toList());
      case Question.Ordering ordering ->
        choices(item, Shuffled.differently(ordering.entries(), random).stream().map(Choice::of).toList());
      case Question.Matching matching -> {
        var left = Shuffled.of(matching.pairs(), random).stream().map(pair -> Choice.of(pair.left())).toList();
        var right = Shuffled.of(matching.pairs(), random).stream().map(pair -> Choice.of(pair.right())).toList();
        yield of(item, List.of(), left, right);
      }
      case Question.ShortText text -> of(item, List.of(), List.of(), List.of());
    };
  }

  private static ShownItem choices(Item item, List<Choice> options) {
    return of(item, options, List.of(), List.of());
  }

  private static ShownItem of(Item item, List<Choice> options, List<Choice> left, List<Choice> right) {
    var question = item.question();
    return new ShownItem(question.id(), QuestionType.of(question), item.language(), question.prompt(), question.html(),
        options, left, right);
  }

  Optional<Choice> option(String choice) {
    return find(options, choice);
  }

  Optional<Choice> leftSide(String choice) {
    return find(left, choice);
  }

  Optional<Choice> rightSide(String choice) {
    return find(right, choice);
  }

  private static Optional<Choice> find(List<Choice> choices, String id) {
    return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
  }

  /** JSON leaves empty lists out. */
  private static List<Choice> present(@Nullable List<Choice> choices) {
    return choices == null ? List.of() : List.copyOf(choices);
  }
}

package org.lectern.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Item;
import org.lectern.content.Question;
import org.lectern.content.Question.InvalidResponse;
import org.lectern.content.Question.Verdict;

/**
 * An item as an attempt asks it, frozen with its key.
 *
 * @param module the id of the module that it belongs to
 * @param page what to read again after a wrong answer
 */
record AskedItem(ShownItem shown, Key key, String module, @Nullable PageLink page) {

  /**
   * What is right.
   *
   * @param right ids of options; in order for an ordering item; {@code left:right} pairs for a matching one; accepted
   *     answers for a short text
   * @param byOption the feedback of each option of a choice, as HTML
   * @param feedback the feedback of the other kinds, as HTML
   */
  record Key(List<String> right, Map<String, String> byOption, String feedback) {
    Key {
      right = List.copyOf(right);
      byOption = Map.copyOf(byOption);
    }
  }

  /** A page of the course. */
  record PageLink(String id, String title) {}

  static AskedItem of(Item item, String module, @Nullable PageLink page, RandomGenerator random) {
    return new AskedItem(ShownItem.of(item, random), key(item.question()), module, page);
  }

  private static Key key(Question question) {
    return switch (question) {
      case Question.SingleChoice single -> choiceKey(single.options());
      case Question.MultipleChoice multiple -> choiceKey(multiple.options());
      case Question.Ordering ordering ->
        new Key(ordering.entries().stream().map(Question.Entry::id).toList(), Map.of(), ordering.feedback());
      case Question.Matching matching -> new Key(
          matching.pairs().stream().map(pair -> pair.left().id() + ":" + pair.right().id()).toList(),
          Map.of(), matching.feedback());
      case Question.ShortText text -> new Key(text.accepted(), Map.of(), text.feedback());
    };
  }

  private static Key choiceKey(List<Question.Option> options) {
    var feedback = new HashMap<String, String>();
    options.forEach(option -> feedback.put(option.id(), option.feedback()));
    return new Key(options.stream().filter(Question.Option::correct).map(Question.Option::id).toList(), feedback, "");
  }

  String id() {
    return shown.id();
  }

  /** What the answer is worth; one that is missing or not finished is not right, and teaches nothing. */
  Verdict judge(List<String> answer) {
    if (!AnswerRules.isComplete(shown, answer)) {
      return new Verdict(false, List.of());
    }
    try {
      return question().judge(answer);
    } catch (InvalidResponse impossible) {
      return new Verdict(false, List.of());
    }
  }

  /** What the item teaches somebody who gave this answer, as HTML; it tells the key. */
  List<String> explanation(List<String> answer) {
    return switch (shown.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> shown.options()
          .stream()
          .map(ShownItem.Choice::id)
          .filter(option -> answer.contains(option) || key.right().contains(option))
          .map(option -> key.byOption().getOrDefault(option, ""))
          .toList();
      case ORDERING, MATCHING, SHORT_TEXT -> List.of(key.feedback());
    };
  }

  /** The answer that is right; of several accepted texts, the first. */
  List<String> rightAnswer() {
    return shown.type() == QuestionType.SHORT_TEXT ? key.right().subList(0, 1) : key.right();
  }

  /** The question as the content wrote it. */
  private Question question() {
    var id = shown.id();
    var prompt = shown.prompt();
    var html = shown.html();
    return switch (shown.type()) {
      case SINGLE_CHOICE -> new Question.SingleChoice(id, prompt, html, options());
      case MULTIPLE_CHOICE -> new Question.MultipleChoice(id, prompt, html, options());
      case ORDERING -> new Question.Ordering(id, prompt, html,
          key.right().stream().flatMap(entry -> shown.option(entry).stream()).map(AskedItem::entry).toList(),
          key.feedback());
      case MATCHING -> new Question.Matching(id, prompt, html, key.right().stream().flatMap(this::pair).toList(),
          key.feedback());
      case SHORT_TEXT -> new Question.ShortText(id, prompt, html, key.right(), key.feedback());
    };
  }

  private List<Question.Option> options() {
    return shown.options()
        .stream()
        .map(choice -> new Question.Option(choice.id(), choice.text(), key.byOption().getOrDefault(choice.id(), ""),
            key.right().contains(choice.id())))
        .toList();
  }

  private Stream<Question.Pair> pair(String sides) {
    var colon = sides.indexOf(':');
    return shown.leftSide(sides.substring(0, colon))
        .flatMap(left -> shown.rightSide(sides.substring(colon + 1))
            .map(right -> new Question.Pair(entry(left), entry(right))))
        .stream();
  }

  private static Question.Entry entry(ShownItem.Choice choice) {
    return new Question.Entry(choice.id(), choice.text());
  }
}

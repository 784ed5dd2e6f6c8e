package org.lectern.learning;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Question;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A question without its key.
 *
 * @param options for choices and ordering; for ordering in an order that tells nothing
 * @param left the left sides of a matching question
 * @param right the right sides of a matching question, in an order that tells nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionView(
    String id,
    String type,
    String prompt,
    String html,
    @Nullable List<OptionView> options,
    @Nullable List<OptionView> left,
    @Nullable List<OptionView> right) {

  /**
   * Something that can be chosen.
   *
   * @param text inline HTML
   */
  public record OptionView(String id, String text) {
    static OptionView of(Question.Entry entry) {
      return new OptionView(entry.id(), entry.html());
    }
  }

  public static QuestionView of(Question question) {
    return switch (question) {
      case Question.SingleChoice choice -> choice("single-choice", choice, choice.options());
      case Question.MultipleChoice choice -> choice("multiple-choice", choice, choice.options());
      case Question.Ordering ordering -> new QuestionView(ordering.id(), "ordering", ordering.prompt(),
          ordering.html(), shuffled(ordering.entries()), null, null);
      case Question.Matching matching -> new QuestionView(matching.id(), "matching", matching.prompt(),
          matching.html(), null,
          matching.pairs().stream().map(Question.Pair::left).map(OptionView::of).toList(),
          shuffled(matching.pairs().stream().map(Question.Pair::right).toList()));
      case Question.ShortText text ->
        new QuestionView(text.id(), "short-text", text.prompt(), text.html(), null, null, null);
    };
  }

  private static QuestionView choice(String type, Question question, List<Question.Option> options) {
    return new QuestionView(question.id(), type, question.prompt(), question.html(),
        options.stream().map(option -> new OptionView(option.id(), option.html())).toList(), null, null);
  }

  /** The ids of entries follow from nothing that matters, so their order tells nothing. */
  private static List<OptionView> shuffled(List<Question.Entry> entries) {
    return entries.stream().sorted(Comparator.comparing(Question.Entry::id)).map(OptionView::of).toList();
  }
}

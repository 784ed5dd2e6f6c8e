package org.lectern.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.lectern.platform.Text;

/**
 * What can be saved as an answer. It need not be finished: an ordering with a gap (an empty string) or a matching with
 * some of its pairs is kept as it is, so that nobody loses half an answer. No answer at all is an empty list.
 */
final class AnswerRules {

  /** In UTF-16 units, as everything that judges short texts counts. */
  static final int MAX_TEXT = 500;

  private AnswerRules() {}

  /** The same answer without what says nothing: sides without a partner, an empty text, an order of gaps only. */
  static List<String> normalized(ShownItem item, List<String> answer) {
    return switch (item.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> List.copyOf(answer);
      case ORDERING -> answer.stream().allMatch(String::isEmpty) ? List.of() : List.copyOf(answer);
      case MATCHING -> answer.stream().filter(Predicate.not(String::isEmpty)).toList();
      case SHORT_TEXT -> answer.stream().filter(Predicate.not(String::isBlank)).toList();
    };
  }

  /** Why this cannot be an answer to the item; empty when it can. */
  static Optional<Text> refusal(ShownItem item, List<String> answer) {
    if (answer.size() > mostValues(item)) {
      return refuse(AssessmentMessages::answerTooMany);
    }
    var said = normalized(item, answer);
    return switch (item.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> options(item, said);
      case ORDERING -> options(item, said.stream().filter(Predicate.not(String::isEmpty)).toList());
      case MATCHING -> pairs(item, said);
      case SHORT_TEXT -> text(said);
    };
  }

  private static int mostValues(ShownItem item) {
    return switch (item.type()) {
      case SINGLE_CHOICE, SHORT_TEXT -> 1;
      case MULTIPLE_CHOICE, ORDERING -> item.options().size();
      case MATCHING -> item.left().size();
    };
  }

  private static Optional<Text> options(ShownItem item, List<String> answer) {
    if (answer.stream().anyMatch(option -> item.option(option).isEmpty())) {
      return refuse(AssessmentMessages::answerUnknown);
    }
    return hasTwice(answer) ? refuse(AssessmentMessages::answerTwice) : Optional.empty();
  }

  private static Optional<Text> pairs(ShownItem item, List<String> answer) {
    if (answer.stream().anyMatch(pair -> !isPair(item, pair))) {
      return refuse(AssessmentMessages::answerUnknown);
    }
    var lefts = answer.stream().map(AnswerRules::left).toList();
    return hasTwice(lefts) ? refuse(AssessmentMessages::answerTwice) : Optional.empty();
  }

  private static boolean isPair(ShownItem item, String pair) {
    return pair.indexOf(':') >= 0 && item.leftSide(left(pair)).isPresent()
        && item.rightSide(right(pair)).isPresent();
  }

  private static Optional<Text> text(List<String> answer) {
    if (answer.stream().anyMatch(text -> text.length() > MAX_TEXT)) {
      return refuse(messages -> messages.answerTooLong(MAX_TEXT));
    }
    return answer.stream().allMatch(AnswerRules::isPrintable)
        ? Optional.empty()
        : refuse(AssessmentMessages::answerUnprintable);
  }

  /** No control characters and no halves of characters: databases refuse them or change them. */
  private static boolean isPrintable(String text) {
    return text.codePoints()
        .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }

  /** The left side of a {@code left:right} pair. */
  static String left(String pair) {
    return pair.substring(0, pair.indexOf(':'));
  }

  /** The right side of a {@code left:right} pair. */
  static String right(String pair) {
    return pair.substring(pair.indexOf(':') + 1);
  }

  /** Whether the answer says all that the item asks for. */
  static boolean isComplete(ShownItem item, List<String> answer) {
    return switch (item.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> !answer.isEmpty();
      case ORDERING -> answer.size() == item.options().size() && !answer.contains("");
      case MATCHING -> answer.size() == item.left().size();
      case SHORT_TEXT -> answer.stream().anyMatch(Predicate.not(String::isBlank));
    };
  }

  private static boolean hasTwice(List<String> values) {
    Set<String> seen = new HashSet<>();
    return values.stream().anyMatch(value -> !seen.add(value));
  }

  private static Optional<Text> refuse(Function<AssessmentMessages, String> message) {
    return Optional.of(Text.of(AssessmentMessages.class, message));
  }
}

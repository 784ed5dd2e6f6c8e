package org.lectern.assessment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An answer in words.
 *
 * @param plain whether the lines are what somebody typed, and not HTML
 * @param lines empty when nothing was answered
 */
record AnswerText(boolean plain, List<String> lines) {

  AnswerText {
    lines = List.copyOf(lines);
  }

  static AnswerText of(ShownItem item, List<String> answer) {
    return switch (item.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> html(item.options()
          .stream()
          .filter(option -> answer.contains(option.id()))
          .map(ShownItem.Choice::text)
          .toList());
      case ORDERING -> html(IntStream.range(0, answer.size())
          .boxed()
          .flatMap(place -> item.option(answer.get(place)).map(entry -> place + 1 + ". " + entry.text()).stream())
          .toList());
      case MATCHING -> html(answer.stream().map(pair -> pair(item, pair)).toList());
      case SHORT_TEXT -> new AnswerText(true, answer);
    };
  }

  private static AnswerText html(List<String> lines) {
    return new AnswerText(false, lines);
  }

  private static String pair(ShownItem item, String pair) {
    var left = item.leftSide(AnswerRules.left(pair)).map(ShownItem.Choice::text).orElse("");
    var right = item.rightSide(AnswerRules.right(pair)).map(ShownItem.Choice::text).orElse("");
    return left + " – " + right;
  }
}

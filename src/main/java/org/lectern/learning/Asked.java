package org.lectern.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lectern.content.Question;

import io.quarkus.qute.RawString;

/**
 * A question on a page, with the answer that was given last.
 *
 * @param response the last answer, or what was typed ({@link QuestionForm#typed}); empty when there is none
 * @param verdict what the last answer was worth; empty when there is none, or when it must not be told
 * @param statement a new id for the next answer
 */
public record Asked(
    QuestionView question, List<String> response, Optional<Question.Verdict> verdict, UUID statement) {

  public static Asked of(Question question, List<String> response, boolean tellVerdict) {
    var verdict = tellVerdict && !response.isEmpty() ? verdict(question, response) : Optional.<Question.Verdict>empty();
    return new Asked(QuestionView.of(question), response, verdict, UUID.randomUUID());
  }

  /** What the response is worth; empty when the question, perhaps after an edit, cannot have it. */
  static Optional<Question.Verdict> verdict(Question question, List<String> response) {
    try {
      return Optional.of(question.judge(response));
    } catch (Question.InvalidResponse outdated) {
      return Optional.empty();
    }
  }

  public boolean isChosen(String option) {
    return response.contains(option);
  }

  /** The place of an entry in the last answer, from 1; 0 when there is none. */
  public int placeOf(String entry) {
    return response.stream()
        .filter(typed -> typed.endsWith(":" + entry))
        .map(typed -> Integer.parseInt(typed.substring(0, typed.indexOf(':'))))
        .findFirst()
        .orElse(response.indexOf(entry) + 1);
  }

  public boolean isMatched(String left, String right) {
    return response.contains(left + ":" + right);
  }

  /** 1, 2, … as many as there are entries. */
  public List<Integer> places() {
    var options = question.options();
    return options == null ? List.of() : IntStream.rangeClosed(1, options.size()).boxed().toList();
  }

  /** The text of the last answer to a short question. */
  public String text() {
    return response.isEmpty() ? "" : response.getFirst();
  }

  /** What was said to the answer as a whole; of choices each has its own, {@link #why}. */
  public List<RawString> feedback() {
    return isChoice() ? List.of() : told();
  }

  /** Whether this option was chosen, and there is something to say to it. */
  public boolean isTold(String option) {
    return isChoice() && isChosen(option) && verdict.isPresent();
  }

  /** What is said to an option that was chosen. */
  public RawString why(String option) {
    return told().get(chosen().indexOf(option));
  }

  /** The ids of the elements that explain the verdict, for screen readers. */
  public String explained() {
    return isChoice()
        ? chosen().stream().map(option -> question.id() + "-" + option + "-why").collect(Collectors.joining(" "))
        : question.id() + "-why";
  }

  private boolean isChoice() {
    return question.type().endsWith("-choice");
  }

  /** The chosen options in the order of the question, which is that of their feedback. */
  private List<String> chosen() {
    var options = question.options();
    return options == null
        ? List.of()
        : options.stream().map(QuestionView.OptionView::id).filter(this::isChosen).toList();
  }

  private List<RawString> told() {
    return verdict.map(given -> given.feedback().stream().map(RawString::new).toList()).orElse(List.of());
  }
}

package org.lectern.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import org.lectern.content.Question;

/**
 * The fields of a question in a form: {@code response} for choices and short text, {@code place-…} for each entry to
 * put in order, {@code match-…} for each left side.
 */
public final class QuestionForm {
  private QuestionForm() {}

  /** The response that the form gives to the question; empty while something is not answered. */
  public static Optional<List<String>> response(Question question, MultivaluedMap<String, String> form) {
    return switch (question) {
      case Question.SingleChoice choice -> given(form);
      case Question.MultipleChoice choice -> given(form);
      case Question.ShortText text -> given(form);
      case Question.Ordering ordering -> order(ordering, form);
      case Question.Matching matching -> pairs(matching, form);
    };
  }

  /**
   * What was typed, finished or not, to be shown again: as a response, except that an ordering question gives
   * {@code place:entry} for each entry that has a place.
   */
  public static List<String> typed(Question question, MultivaluedMap<String, String> form) {
    return switch (question) {
      case Question.SingleChoice choice -> form.getOrDefault("response", List.of());
      case Question.MultipleChoice choice -> form.getOrDefault("response", List.of());
      case Question.ShortText text -> form.getOrDefault("response", List.of());
      case Question.Ordering ordering -> placed(ordering, form).stream()
          .filter(Placed::isGiven)
          .map(one -> one.place() + ":" + one.id())
          .toList();
      case Question.Matching matching -> matching.pairs()
          .stream()
          .map(pair -> pair.left().id() + ":" + form.getFirst("match-" + pair.left().id()))
          .toList();
    };
  }

  private record Placed(String id, String place) {
    boolean isGiven() {
      return place.matches("[0-9]{1,2}");
    }
  }

  private static List<Placed> placed(Question.Ordering ordering, MultivaluedMap<String, String> form) {
    return ordering.entries()
        .stream()
        .map(entry -> new Placed(entry.id(), Objects.requireNonNullElse(form.getFirst("place-" + entry.id()), "")))
        .toList();
  }

  private static Optional<List<String>> given(MultivaluedMap<String, String> form) {
    var values = form.getOrDefault("response", List.of()).stream().filter(value -> !value.isBlank()).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  /** The entries by their chosen places; empty while two have the same place. */
  private static Optional<List<String>> order(Question.Ordering ordering, MultivaluedMap<String, String> form) {
    var placed = placed(ordering, form);
    var allDifferent = placed.stream().filter(Placed::isGiven).map(Placed::place).distinct().count();
    if (allDifferent < placed.size()) {
      return Optional.empty();
    }
    return Optional.of(placed.stream()
        .sorted(Comparator.comparingInt(one -> Integer.parseInt(one.place())))
        .map(Placed::id)
        .toList());
  }

  private static Optional<List<String>> pairs(Question.Matching matching, MultivaluedMap<String, String> form) {
    var pairs = new ArrayList<String>();
    for (var pair : matching.pairs()) {
      var right = form.getFirst("match-" + pair.left().id());
      if (right == null || right.isBlank()) {
        return Optional.empty();
      }
      pairs.add(pair.left().id() + ":" + right);
    }
    return Optional.of(pairs);
  }
}

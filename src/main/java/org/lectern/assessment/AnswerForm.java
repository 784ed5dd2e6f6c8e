package org.lectern.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.ws.rs.core.MultivaluedMap;

import org.lectern.platform.Text;

/**
 * An answer as the form of a question gives it, with the fields of the {@code answer} tag: {@code response} for choices
 * and short text, {@code place-…} for each entry to put in order, {@code match-…} for each left side.
 *
 * @param problem why the fields do not make an answer; {@code options} then holds what is shown again:
 *     {@code place:entry} for each entry that has a place
 */
record AnswerForm(List<String> options, Optional<Text> problem) {

  AnswerForm {
    options = List.copyOf(options);
  }

  private static AnswerForm of(List<String> options) {
    return new AnswerForm(options, Optional.empty());
  }

  static AnswerForm of(ShownItem item, MultivaluedMap<String, String> form) {
    return switch (item.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE, SHORT_TEXT -> of(form.getOrDefault("response", List.of()));
      case ORDERING -> order(item, form);
      case MATCHING -> of(item.left()
          .stream()
          .filter(left -> !value(form, "match-" + left.id()).isEmpty())
          .map(left -> left.id() + ":" + value(form, "match-" + left.id()))
          .toList());
    };
  }

  /** The entries by their places; a place that nobody has is an empty string. */
  private static AnswerForm order(ShownItem item, MultivaluedMap<String, String> form) {
    var places = new ArrayList<>(Collections.nCopies(item.options().size(), ""));
    var typed = new ArrayList<String>();
    Optional<Text> problem = Optional.empty();
    for (var entry : item.options()) {
      var chosen = value(form, "place-" + entry.id());
      if (chosen.isEmpty()) {
        continue;
      }
      var place = chosen.matches("[0-9]{1,3}") ? Integer.parseInt(chosen) : 0;
      if (place < 1 || place > places.size()) {
        problem = Optional.of(Words.text(AssessmentMessages::answerUnknown));
        continue;
      }
      typed.add(place + ":" + entry.id());
      if (!places.get(place - 1).isEmpty()) {
        problem = Optional.of(Words.text(AssessmentMessages::samePlace));
      } else {
        places.set(place - 1, entry.id());
      }
    }
    return new AnswerForm(problem.isPresent() ? typed : places, problem);
  }

  /** The number that a script gave the answer; empty without one. */
  static OptionalLong seq(MultivaluedMap<String, String> form) {
    var seq = value(form, "seq");
    return seq.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(seq)) : OptionalLong.empty();
  }

  static String value(MultivaluedMap<String, String> form, String field) {
    return Objects.requireNonNullElse(form.getFirst(field), "");
  }
}

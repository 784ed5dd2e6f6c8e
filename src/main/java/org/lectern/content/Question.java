package org.lectern.content;

import java.util.List;
import java.util.Optional;

/** A question, with its key. Whoever shows it before it is answered must leave the key out. */
public sealed interface Question {

  /** Stable; unique in its check, or in the course for an item of a pool. */
  String id();

  /** The question itself: plain text. */
  String prompt();

  /** More about the question, as HTML; may be empty. */
  String html();

  /**
   * What is right and what was chosen.
   *
   * @param response as in the API: option ids; in order for {@link Ordering}; {@code left:right} pairs for
   *     {@link Matching}; one text for {@link ShortText}
   * @throws InvalidResponse when the response is not one that this question can have
   */
  Verdict judge(List<String> response);

  /** One of several options is right. */
  record SingleChoice(String id, String prompt, String html, List<Option> options) implements Question {
    public SingleChoice {
      options = List.copyOf(options);
    }

    @Override
    public Verdict judge(List<String> response) {
      return Judging.choice(options, response, 1);
    }
  }

  /** Two or more options are right; all of them, and no other, make the answer right. */
  record MultipleChoice(String id, String prompt, String html, List<Option> options) implements Question {
    public MultipleChoice {
      options = List.copyOf(options);
    }

    @Override
    public Verdict judge(List<String> response) {
      return Judging.choice(options, response, options.size());
    }
  }

  /**
   * Things to put in order.
   *
   * @param entries in the right order
   */
  record Ordering(String id, String prompt, String html, List<Entry> entries, String feedback) implements Question {
    public Ordering {
      entries = List.copyOf(entries);
    }

    @Override
    public Verdict judge(List<String> response) {
      return Judging.ordering(entries, feedback, response);
    }
  }

  /**
   * Pairs to find. The left sides and the right sides have ids of their own, so that neither gives the other away.
   *
   * @param pairs in the order of the file
   */
  record Matching(String id, String prompt, String html, List<Pair> pairs, String feedback) implements Question {
    public Matching {
      pairs = List.copyOf(pairs);
    }

    @Override
    public Verdict judge(List<String> response) {
      return Judging.matching(pairs, feedback, response);
    }
  }

  /**
   * A word or a short phrase.
   *
   * @param accepted the answers that are right
   */
  record ShortText(String id, String prompt, String html, List<String> accepted, String feedback) implements Question {
    public ShortText {
      accepted = List.copyOf(accepted);
    }

    @Override
    public Verdict judge(List<String> response) {
      return Judging.shortText(accepted, feedback, response);
    }
  }

  /**
   * An option of a choice question.
   *
   * @param html the option, as inline HTML
   * @param feedback what it teaches, as HTML
   */
  record Option(String id, String html, String feedback, boolean correct) {}

  /** A thing to put in order; {@code html} is inline. */
  record Entry(String id, String html) {}

  /** A right pair: each side with an id of its own and inline HTML. */
  record Pair(Entry left, Entry right) {}

  /**
   * What an answer was worth.
   *
   * @param success whether it was wholly right
   * @param feedback HTML for the learner, one piece for each chosen option, or one for the question
   */
  record Verdict(boolean success, List<String> feedback) {
    public Verdict {
      feedback = List.copyOf(feedback);
    }
  }

  /** The response cannot be an answer to this question. */
  final class InvalidResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidResponse(String message) {
      super(message);
    }
  }

  /** The option with this id, for the choice questions. */
  static Optional<Option> option(List<Option> options, String id) {
    return options.stream().filter(option -> option.id().equals(id)).findFirst();
  }
}

package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Attributes;
import org.lectern.content.format.Spot;

/** A question, as written. */
public record QuestionDraft(Spot spot, String id, Attributes attributes, String prompt, String html, Form form) {

  /** The answer form. */
  public sealed interface Form {
    /** How authors call this kind of question. */
    String inWords();

    /** How many options, entries, pairs or answers it has. */
    int size();
  }

  public record Choice(List<Option> options) implements Form {
    @Override
    public String inWords() {
      return keys() > 1 ? "multiple choice" : "single choice";
    }

    @Override
    public int size() {
      return options.size();
    }

    /** How many options are right. */
    public int keys() {
      return (int) options.stream().filter(Option::correct).count();
    }
  }

  /**
   * An option.
   *
   * @param id what the author called it, if anything
   * @param text without markup
   * @param feedback HTML; empty when it was left out
   */
  public record Option(Spot spot, Optional<String> id, String html, String text, String feedback, boolean correct) {}

  public record Ordering(List<Part> entries, String feedback) implements Form {
    @Override
    public String inWords() {
      return "ordering";
    }

    @Override
    public int size() {
      return entries.size();
    }
  }

  public record Matching(List<Pair> pairs, String feedback) implements Form {
    @Override
    public String inWords() {
      return "matching";
    }

    @Override
    public int size() {
      return pairs.size();
    }
  }

  public record ShortText(List<String> accepted, String feedback) implements Form {
    @Override
    public String inWords() {
      return "short text";
    }

    @Override
    public int size() {
      return accepted.size();
    }
  }

  /** There was no form, or none that could be read; a problem was reported. */
  public record Unreadable() implements Form {
    @Override
    public String inWords() {
      return "no form";
    }

    @Override
    public int size() {
      return 0;
    }
  }

  public record Part(Spot spot, String html, String text) {}

  public record Pair(Spot spot, Part left, Part right) {}
}

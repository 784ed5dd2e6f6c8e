package org.lectern.content;

import java.util.List;

import org.lectern.content.Question.Verdict;

/** How answers are judged. */
final class Judging {
  private Judging() {}

  static Verdict choice(List<Question.Option> options, List<String> response, int atMost) {
    return new Verdict(false, List.of());
  }

  static Verdict ordering(List<Question.Entry> entries, String feedback, List<String> response) {
    return new Verdict(false, List.of());
  }

  static Verdict matching(List<Question.Pair> pairs, String feedback, List<String> response) {
    return new Verdict(false, List.of());
  }

  static Verdict shortText(List<String> accepted, String feedback, List<String> response) {
    return new Verdict(false, List.of());
  }
}

package org.lectern.content;

import java.util.List;

import org.lectern.content.Question.Verdict;

/** How answers are judged. */
final class Judging {
  private Judging() {}

  static Verdict choice(List<Question.Option> options, List<String> response, int atMost) {
    throw new UnsupportedOperationException();
  }

  static Verdict ordering(List<Question.Entry> entries, String feedback, List<String> response) {
    throw new UnsupportedOperationException();
  }

  static Verdict matching(List<Question.Pair> pairs, String feedback, List<String> response) {
    throw new UnsupportedOperationException();
  }

  static Verdict shortText(List<String> accepted, String feedback, List<String> response) {
    throw new UnsupportedOperationException();
  }
}

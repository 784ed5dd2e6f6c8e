package org.lectern.content;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import org.lectern.content.draft.PoolDraft;
import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Spot;

/** Questions can be answered, and only by whoever knows. */
final class QuestionRules {
  private static final Pattern ALL_OF_THE_ABOVE = Pattern.compile(
      "\\b(?:(?:all|none|any) of (?:the above|these)|toutes (?:les|ces) réponses|tout ce qui précède"
          + "|todas las anteriores|ninguna de las anteriores)\\b|всё вышеперечисленное|以上(?:都|皆|全)|كل ما سبق",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  /** A share says nothing about fewer items. */
  private static final int FEWEST_FOR_A_SHARE = 5;
  private static final double MOST_LONGEST_KEYS = 0.40;

  private final Problems problems;

  QuestionRules(Problems problems) {
    this.problems = problems;
  }

  void check(UnitDraft unit) {
    if (unit.body() instanceof UnitDraft.CheckBody check) {
      check.questions().forEach(this::check);
    }
  }

  void check(PoolDraft pool) {
    pool.items().forEach(this::check);
    longestKeys(pool);
  }

  private void check(QuestionDraft question) {
    switch (question.form()) {
      case QuestionDraft.Choice choice -> choice(question, choice);
      case QuestionDraft.Ordering ordering -> {
        atLeastTwo(question, "entry", "entries");
        distinct(ordering.entries(), "entry");
      }
      case QuestionDraft.Matching matching -> {
        atLeastTwo(question, "pair", "pairs");
        distinct(matching.pairs().stream().map(QuestionDraft.Pair::left).toList(), "left side");
        distinct(matching.pairs().stream().map(QuestionDraft.Pair::right).toList(), "right side");
      }
      case QuestionDraft.ShortText text -> {
        if (text.accepted().isEmpty()) {
          wrong(question.spot(), "This question accepts no answer.",
              "Write one accepted answer a line between the fences.");
        }
      }
      case QuestionDraft.Unreadable unreadable -> {
        // reported where it was read
      }
    }
  }

  private void choice(QuestionDraft question, QuestionDraft.Choice choice) {
    atLeastTwo(question, "option", "options");
    distinct(
        choice.options()
            .stream()
            .map(option -> new QuestionDraft.Part(option.spot(), option.html(), option.text()))
            .toList(),
        "option");
    if (choice.keys() == 0 && choice.size() > 0) {
      wrong(question.spot(), "This question has no right option.", "Write [x] before the right one.");
    } else if (choice.keys() == choice.size() && choice.size() > 1) {
      problems.warning(question.spot(), "L040", "Every option of this question is right.",
          "Whoever ticks everything is right without reading.", "Add an option that is wrong but tempting.");
    }
    for (var option : choice.options()) {
      if (ALL_OF_THE_ABOVE.matcher(option.text()).find()) {
        problems.warning(option.spot(), "L042", "This option points to the others.",
            "Whoever is sure of two options knows the answer, and the order of the options may change.",
            "Make it a question where several options are right.");
      }
    }
  }

  private void atLeastTwo(QuestionDraft question, String one, String many) {
    int size = question.form().size();
    if (size < 2) {
      wrong(question.spot(), "This question has " + (size == 0 ? "no " + many : "only one " + one) + ".",
          "Write at least two " + many + ".");
    }
  }

  private void distinct(List<QuestionDraft.Part> parts, String what) {
    var seen = new HashSet<String>();
    for (var part : parts) {
      if (part.text().isEmpty()) {
        wrong(part.spot(), "This " + what + " is empty.", "Write its text, or remove it.");
      } else if (!seen.add(Judging.plain(part.text()))) {
        wrong(part.spot(), "This " + what + " stands here twice: \"" + part.text() + "\".",
            "Change or remove one of the two.");
      }
    }
  }

  private void longestKeys(PoolDraft pool) {
    var choices = pool.items()
        .stream()
        .map(QuestionDraft::form)
        .filter(QuestionDraft.Choice.class::isInstance)
        .map(QuestionDraft.Choice.class::cast)
        .filter(choice -> choice.size() > 1 && choice.keys() > 0)
        .toList();
    long longest = choices.stream().filter(QuestionRules::isKeyLongest).count();
    if (choices.size() >= FEWEST_FOR_A_SHARE && longest > choices.size() * MOST_LONGEST_KEYS) {
      problems.warning(pool.spot(), "L041",
          "In " + longest + " of " + choices.size() + " items the longest option is a right one.",
          "Whoever knows nothing can pass by choosing the longest.",
          "Shorten right options, or give wrong ones as much detail.");
    }
  }

  private static boolean isKeyLongest(QuestionDraft.Choice choice) {
    int key = longest(choice, true);
    return key > longest(choice, false);
  }

  private static int longest(QuestionDraft.Choice choice, boolean correct) {
    return choice.options()
        .stream()
        .filter(option -> option.correct() == correct)
        .mapToInt(option -> option.text().length())
        .max()
        .orElse(0);
  }

  private void wrong(Spot spot, String what, String fix) {
    problems.error(spot, "L040", what, "The question could not be asked, or could not teach.", fix);
  }
}

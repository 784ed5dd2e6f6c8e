package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.lectern.content.RealCourse.COURSE;
import static org.lectern.content.RealCourse.count;
import static org.lectern.content.RealCourse.items;
import static org.lectern.content.RealCourse.modules;
import static org.lectern.content.RealCourse.options;
import static org.lectern.content.RealCourse.plain;
import static org.lectern.content.RealCourse.pool;
import static org.lectern.content.RealCourse.questions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The questions of the shipped course teach, and cannot be guessed from their form. */
@Tag("once")
class RealCourseQuestionsTest {
  private static final double MOST_LONGEST_KEYS = 0.40;

  private static Stream<Question> all() {
    return Stream.concat(modules().flatMap(module -> questions(module).stream()), items().stream().map(Item::question));
  }

  private static Stream<Question.SingleChoice> singleChoices(List<Item> items) {
    return items.stream()
        .map(Item::question)
        .filter(Question.SingleChoice.class::isInstance)
        .map(Question.SingleChoice.class::cast);
  }

  @Test
  void everyAnswerIsExplained() {
    assertSoftly(softly -> all().forEach(question -> {
      var feedback = switch (question) {
        case Question.SingleChoice choice -> choice.options().stream().map(Question.Option::feedback).toList();
        case Question.MultipleChoice choice -> choice.options().stream().map(Question.Option::feedback).toList();
        case Question.Ordering ordering -> List.of(ordering.feedback());
        case Question.Matching matching -> List.of(matching.feedback());
        case Question.ShortText text -> List.of(text.feedback());
      };
      softly.assertThat(feedback)
          .as("feedback of %s", question.id())
          .allSatisfy(text -> assertThat(plain(text)).hasSizeGreaterThan(10));
    }));
  }

  @Test
  void noOptionLeadsAwayFromItsQuestion() {
    assertThat(all().flatMap(question -> options(question).stream()))
        .allSatisfy(option -> assertThat(option.html()).doesNotContain("<a "));
  }

  @Test
  void theRightOptionStandsEverywhereAboutEquallyOften() {
    var places = new TreeMap<Integer, Integer>();
    var choices = singleChoices(items()).filter(choice -> choice.options().size() == 4).toList();
    choices.forEach(choice -> places.merge(key(choice), 1, Integer::sum));
    assertThat(choices).hasSizeGreaterThan(60);
    assertThat(places.keySet()).containsExactly(0, 1, 2, 3);
    assertThat(places).allSatisfy((place, times) -> assertThat((double) times / choices.size())
        .as("share of place %d", place + 1)
        .isBetween(0.15, 0.35));
  }

  private static int key(Question.SingleChoice choice) {
    return IntStream.range(0, choice.options().size())
        .filter(place -> choice.options().get(place).correct())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRightOptionIsNotTheLongest() {
    assertSoftly(softly -> modules().forEach(module -> softly.assertThat(longestKeys(pool(module)))
        .as("share of longest keys in the pool of %s", module.id())
        .isLessThanOrEqualTo(MOST_LONGEST_KEYS)));
    var inChecks = modules().flatMap(module -> questions(module).stream()).toList();
    assertThat(shareOfLongestKeys(inChecks)).as("share of longest keys in the checks")
        .isLessThanOrEqualTo(MOST_LONGEST_KEYS);
  }

  private static double longestKeys(List<Item> items) {
    return shareOfLongestKeys(items.stream().map(Item::question).toList());
  }

  private static double shareOfLongestKeys(List<Question> questions) {
    var choices = questions.stream().filter(question -> !options(question).isEmpty()).toList();
    return (double) count(choices, question -> longest(question, true) > longest(question, false)) / choices.size();
  }

  private static int longest(Question question, boolean correct) {
    return options(question).stream()
        .filter(option -> option.correct() == correct)
        .mapToInt(option -> plain(option.html()).length())
        .max()
        .orElse(0);
  }

  @Test
  void rightAndWrongOptionsAreOfMuchTheSameLength() {
    var options = items().stream().flatMap(item -> options(item.question()).stream()).toList();
    var lengths = options.stream()
        .collect(Collectors.partitioningBy(Question.Option::correct,
            Collectors.averagingInt(option -> plain(option.html()).length())));
    assertThat(lengths.getOrDefault(true, 0.0) / lengths.getOrDefault(false, 1.0)).isBetween(0.8, 1.2);
  }

  @Test
  void everyItemIsAboutAnObjectiveAndAPage() {
    assertThat(items()).allSatisfy(item -> {
      assertThat(item.objective()).as("objective of %s", item.id()).isPresent();
      assertThat(item.page()).as("page of %s", item.id()).isPresent();
    });
  }

  @Test
  void everyObjectiveAndEveryDifficultyIsAskedAbout() {
    var byObjective = items().stream()
        .collect(Collectors.groupingBy(item -> item.objective().orElse(""), TreeMap::new, Collectors.counting()));
    assertThat(byObjective.keySet()).containsExactlyElementsOf(COURSE.objectives().keySet());
    assertThat(byObjective.values()).allSatisfy(times -> assertThat(times).isGreaterThan(9L));
    assertThat(byDifficulty(items()).values()).hasSize(3)
        .allSatisfy(times -> assertThat((double) times / items().size()).isBetween(0.15, 0.60));
    assertSoftly(softly -> modules().forEach(module -> softly.assertThat(byDifficulty(pool(module)))
        .as("difficulties of %s", module.id())
        .hasSize(3)));
  }

  private static Map<Integer, Long> byDifficulty(List<Item> items) {
    return items.stream().collect(Collectors.groupingBy(Item::difficulty, TreeMap::new, Collectors.counting()));
  }

  @Test
  void aPoolHasSeveralKindsOfQuestions() {
    assertSoftly(softly -> modules().forEach(module -> softly
        .assertThat(pool(module).stream().map(item -> item.question().getClass()).distinct().count())
        .as("kinds in the pool of %s", module.id())
        .isGreaterThan(2)));
  }
}

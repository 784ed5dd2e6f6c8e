package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.assessment.AskedItem.PageLink;
import org.lectern.assessment.Snapshot.AskedModule;
import org.lectern.assessment.Snapshot.Policy;
import org.lectern.content.Question;
import org.lectern.platform.Json;

class ScoringTest {

  private static final Policy POLICY = new Policy(80,
      List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(24)));

  private static Snapshot snapshot(List<AskedItem> items) {
    return new Snapshot("Course", "Assessment", "en", Optional.empty(), POLICY, List.of(new AskedModule("m", "Module")),
        items);
  }

  private static Snapshot everyKind() {
    return snapshot(List.of(SampleItems.asked(SampleItems.SINGLE), SampleItems.asked(SampleItems.MULTIPLE),
        SampleItems.asked(SampleItems.ORDERING), SampleItems.asked(SampleItems.MATCHING),
        SampleItems.asked(SampleItems.SHORT)));
  }

  private static final Map<String, List<String>> RIGHT = Map.of("single", List.of("b"), "multiple", List.of("c", "a"),
      "ordering", List.of("q", "a", "m"), "matching", List.of("b:x", "a:y"), "short", List.of(" eleanor  ROOSEVELT "));

  @Test
  void everyKindOfQuestionIsJudgedFromTheSnapshot() {
    assertThat(Scoring.of(everyKind(), RIGHT).score()).isEqualTo(100);
  }

  @Test
  void aSnapshotThatWasWrittenAndReadAgainJudgesTheSame() {
    var read = Json.read(Json.write(everyKind()), Snapshot.class);
    assertThat(read).isEqualTo(everyKind());
    assertThat(Scoring.of(read, RIGHT)).isEqualTo(Scoring.of(everyKind(), RIGHT));
  }

  @ParameterizedTest
  @CsvSource({"single,a", "multiple,a", "multiple,a|b|c", "ordering,a|q|m", "matching,a:x|b:y", "matching,a:y|b:y",
      "short,Franklin"})
  void oneWrongAnswerCostsOneQuestion(String item, String answer) {
    var answers = new HashMap<>(RIGHT);
    answers.put(item, List.of(answer.split("\\|")));
    var scoring = Scoring.of(everyKind(), answers);
    assertThat(scoring.score()).isEqualTo(80);
    assertThat(scoring.isRight(item)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ordering,q||m", "matching,a:y", "single,zzz", "ordering,q|q|q"})
  void answersThatAreNotFinishedOrCannotBeAreNotRight(String item, String answer) {
    var answers = new HashMap<>(RIGHT);
    answers.put(item, List.of(answer.split("\\|")));
    assertThat(Scoring.of(everyKind(), answers).isRight(item)).isFalse();
  }

  @Test
  void nothingAnsweredIsZeroPerCent() {
    var scoring = Scoring.of(everyKind(), Map.of());
    assertThat(scoring.score()).isZero();
    assertThat(scoring.modules()).containsExactly(
        new Scoring.ModuleResult("m", "Module", 0, 5, List.of(new PageLink("page", "A page"))));
  }

  @ParameterizedTest
  @CsvSource({"3,1,33", "3,2,66", "17,13,76", "17,14,82", "20,16,80", "19,15,78", "7,7,100", "1,0,0"})
  void thePerCentAreRoundedDown(int asked, int right, int score) {
    var items = new ArrayList<AskedItem>();
    var answers = new HashMap<String, List<String>>();
    for (var i = 0; i < asked; i++) {
      var question = new Question.SingleChoice("q" + i, "?", "", SampleItems.SINGLE.options());
      items.add(SampleItems.asked(question));
      answers.put("q" + i, List.of(i < right ? "b" : "a"));
    }
    assertThat(Scoring.of(snapshot(items), answers).score()).isEqualTo(score);
  }

  @Test
  void aModuleNamesThePagesOfItsWrongAnswersOnce() {
    var one = SampleItems.asked(SampleItems.SINGLE);
    var two = SampleItems.asked(SampleItems.MULTIPLE);
    var other = new AskedItem(SampleItems.asked(SampleItems.SHORT).shown(), SampleItems.asked(SampleItems.SHORT).key(),
        "n", new PageLink("other", "Another page"));
    var snapshot = new Snapshot("Course", "Assessment", "en", Optional.empty(), POLICY,
        List.of(new AskedModule("m", "Module"), new AskedModule("n", "Next")), List.of(one, other, two));
    var scoring = Scoring.of(snapshot, Map.of("short", List.of("Roosevelt")));
    assertThat(scoring.score()).isEqualTo(33);
    assertThat(scoring.modules()).containsExactly(
        new Scoring.ModuleResult("m", "Module", 0, 2, List.of(new PageLink("page", "A page"))),
        new Scoring.ModuleResult("n", "Next", 1, 1, List.of()));
    assertThat(scoring.pages()).containsExactly(new PageLink("page", "A page"));
  }

  @Test
  void anExplanationTellsWhatWasChosenAndWhatIsRight() {
    assertThat(SampleItems.asked(SampleItems.SINGLE).explanation(List.of("c")))
        .containsExactlyInAnyOrder("not Cy", "Ben it is");
    assertThat(SampleItems.asked(SampleItems.MATCHING).explanation(List.of())).containsExactly("sun and day");
    assertThat(SampleItems.asked(SampleItems.SHORT).rightAnswer()).containsExactly("Eleanor Roosevelt");
  }

  @ParameterizedTest
  @CsvSource({"1,PT0S", "2,PT1H", "3,PT24H", "4,PT24H", "50,PT24H"})
  void theWaitGrowsWithTheFailuresAndCountsFromTheSubmission(int failures, Duration wait) {
    var submitted = Instant.parse("2026-11-21T10:00:00Z");
    assertThat(POLICY.nextBegins(failures, submitted)).isEqualTo(submitted.plus(wait));
  }

  @Test
  void aPolicyWithoutWaitsNeverDelays() {
    var submitted = Instant.parse("2026-11-21T10:00:00Z");
    assertThat(new Policy(80, List.of()).nextBegins(7, submitted)).isEqualTo(submitted);
  }

  @Test
  void anAttemptThatAsksNothingCannotBe() {
    assertThatThrownBy(() -> snapshot(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}

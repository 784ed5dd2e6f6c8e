package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.Unit;

class ProgressTest {

  private static final List<String> ABRIDGED = List.of("s1-welcome", "s1-check", "s2-dark", "s2-case", "s2-check");

  private static Progress progress(String path, Set<String> completed) {
    var choice = new PathChoice(Sample.COURSE.path(path).orElseThrow(), Optional.of("POLNET"));
    return new Progress(new Route(Sample.COURSE, Sample.COURSE.in("en"), choice), completed);
  }

  private static Progress afterUnits(String path, int number) {
    return progress(path, Set.copyOf(ABRIDGED.subList(0, number)));
  }

  @Test
  void thePathHasItsUnitsInTheOrderOfTheCourse() {
    assertThat(progress("abridged", Set.of()).units()).extracting(Unit::id).containsExactlyElementsOf(ABRIDGED);
    assertThat(progress("full", Set.of()).units()).extracting(Unit::id).hasSize(6).endsWith("s2-check", "s3-rooms");
  }

  @ParameterizedTest
  @CsvSource({"0,0,5", "1,20,4", "2,40,3", "3,60,2", "4,80,1", "5,100,0"})
  void progressGrowsWithEachUnit(int units, int percent, int left) {
    var progress = afterUnits("abridged", units);

    assertThat(progress.done()).isEqualTo(units);
    assertThat(progress.total()).isEqualTo(5);
    assertThat(progress.percent()).isEqualTo(percent);
    assertThat(progress.left()).isEqualTo(left);
    assertThat(progress.isPathCompleted()).isEqualTo(left == 0);
  }

  @Test
  void aHundredPerCentMeansEverything() {
    assertThat(afterUnits("full", 5).percent()).isEqualTo(83);
    assertThat(afterUnits("full", 5).isPathCompleted()).isFalse();
  }

  @Test
  void whatIsNoUnitOfThePathDoesNotCount() {
    var progress = progress("abridged", Set.of("s3-rooms", "s2-dark/lighting", "long-gone", "final-assessment"));

    assertThat(progress.done()).isZero();
    assertThat(progress.percent()).isZero();
    assertThat(progress.isStarted()).isTrue();
    assertThat(progress.isPassed()).isTrue();
  }

  @Test
  void aLongerPathKeepsWhatWasDoneAndAddsTheRest() {
    var before = afterUnits("abridged", 5);
    var after = progress("full", before.completed());

    assertThat(before.isPathCompleted()).isTrue();
    assertThat(after.done()).isEqualTo(5);
    assertThat(after.isPathCompleted()).isFalse();
    assertThat(after.next().orElseThrow().id()).isEqualTo("s3-rooms");
  }

  @Test
  void aShorterPathKeepsWhatWasDoneBeyondIt() {
    var completed = new HashSet<>(ABRIDGED.subList(0, 4));
    completed.add("s3-rooms");
    var before = progress("full", completed);
    var after = progress("abridged", before.completed());

    assertThat(after.done()).isEqualTo(4);
    assertThat(after.isCompleted("s3-rooms")).isTrue();
    assertThat(after.route().isOnPath("s3-rooms")).isFalse();
    assertThat(progress("full", after.completed()).done()).isEqualTo(5);
  }

  @Test
  void theNextUnitIsTheFirstThatIsNotDone() {
    assertThat(afterUnits("abridged", 0).next().orElseThrow().id()).isEqualTo("s1-welcome");
    assertThat(progress("abridged", Set.of("s1-check", "s2-case")).next().orElseThrow().id()).isEqualTo("s1-welcome");
    assertThat(afterUnits("abridged", 5).next()).isEmpty();
  }

  @Test
  void minutesThatAreLeftHoldTheAssessmentUntilItIsPassed() {
    var minutes = progress("abridged", Set.of()).units().stream().mapToInt(Unit::minutes).sum();

    assertThat(progress("abridged", Set.of()).minutesLeft()).isEqualTo(minutes + 2);
    assertThat(afterUnits("abridged", 5).minutesLeft()).isEqualTo(2);
    var passed = new HashSet<>(ABRIDGED);
    passed.add("final-assessment");
    assertThat(progress("abridged", passed).minutesLeft()).isZero();
  }

  @Test
  void unitsHaveNeighboursOnThePathOnly() {
    var route = progress("abridged", Set.of()).route();

    assertThat(route.before("s1-welcome")).isEmpty();
    assertThat(route.after("s1-welcome").orElseThrow().id()).isEqualTo("s1-check");
    assertThat(route.before("s2-dark").orElseThrow().id()).isEqualTo("s1-check");
    assertThat(route.after("s2-check")).isEmpty();
    assertThat(route.after("s3-rooms")).isEmpty();
    assertThat(progress("full", Set.of()).route().after("s2-check").orElseThrow().id()).isEqualTo("s3-rooms");
  }

  @Test
  void aModuleIsDoneWhenAllItsUnitsAre() {
    var progress = progress("full", Set.of("s1-welcome", "s1-check", "s2-dark"));

    assertThat(progress.modules()).filteredOn(progress::isCompleted)
        .singleElement()
        .satisfies(
            module -> assertThat(module.id()).isEqualTo("s1"));
  }

  @Test
  void unitsThatTheCourseDoesNotHaveAreOnNoPath() {
    assertThat(progress("full", Set.of()).route().isOnPath("s9-nothing")).isFalse();
    assertThat(progress("full", Set.of()).route().isOnPath("")).isFalse();
  }
}

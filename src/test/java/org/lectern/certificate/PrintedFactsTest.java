package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.lectern.assessment.AssessmentPassed;
import org.lectern.assessment.PathTaken;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.platform.Json;

class PrintedFactsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private final Course course = new Shelf(Path.of("src/test/resources/content"), () -> DAY).library()
      .course("sample-course")
      .orElseThrow();

  private static AssessmentPassed passed(String path, String language) {
    return passed(path, language, Optional.empty());
  }

  private static AssessmentPassed passed(String path, String language, Optional<PathTaken> taken) {
    return new AssessmentPassed(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "sample-course",
        "Un cours d'exemple", path, taken, "1.0+0123456789ab", language, 83, Instant.parse("2026-11-21T10:00:00Z"));
  }

  private PrintedFacts facts(String path, String language) {
    return PrintedFacts.of(passed(path, language), course, "Ada", DAY, "https://learn.example.org");
  }

  @Test
  void theFactsAreThoseOfThePathAndLanguageOfThePass() {
    assertThat(facts("abridged", "fr")).isEqualTo(new PrintedFacts("Ada", "sample-course", "Un cours d'exemple",
        "abridged", "Parcours abrégé", List.of(1, 2), "1.0+0123456789ab", "fr", DAY, DAY,
        course.path("abridged").orElseThrow().minutes(), 83,
        List.of("Inspira LMS-0004"), "a suivi le cours d'exemple", "Lectern", "https://learn.example.org",
        Optional.empty()));
    assertThat(facts("full", "en").modules()).containsExactly(1, 2, 3);
    assertThat(facts("full", "en").codes()).containsExactly("Inspira LMS-0001");
  }

  @Test
  void whatTheCourseSaysTodayIsNotPrintedOfAnAttemptInAnotherEdition() {
    var then = new PathTaken("Parcours d'autrefois", List.of(1, 4), 75, List.of("Inspira LMS-9"));

    var facts = PrintedFacts.of(passed("abridged", "fr", Optional.of(then)), course, "Ada", DAY, "https://x.example");

    assertThat(facts.pathTitle()).isEqualTo("Parcours d'autrefois");
    assertThat(facts.modules()).containsExactly(1, 4);
    assertThat(facts.minutes()).isEqualTo(75);
    assertThat(facts.codes()).containsExactly("Inspira LMS-9");
  }

  @Test
  void aPathThatTheCourseNoLongerHasIsPrintedByItsId() {
    var facts = facts("managers", "en");
    assertThat(facts.pathTitle()).isEqualTo("managers");
    assertThat(facts.modules()).isEmpty();
    assertThat(facts.minutes()).isZero();
  }

  @Test
  void theVersionIsWhatPeopleSay() {
    assertThat(facts("full", "en").version()).isEqualTo("1.0");
  }

  @Test
  void issuingAgainChangesOnlyTheNameTheDayAndTheSerials() {
    var first = facts("full", "en");
    var old = Serial.random();
    var again = first.again("Ada Lovelace", old, DAY.plusDays(9), "https://new.example.org");
    assertThat(again.holder()).isEqualTo("Ada Lovelace");
    assertThat(again.completedOn()).isEqualTo(DAY);
    assertThat(again.issuedOn()).isEqualTo(DAY.plusDays(9));
    assertThat(again.replaces()).contains(old.text());
    assertThat(again.verifyAt(old)).isEqualTo("https://new.example.org/verify/" + old.text());
    assertThat(again).usingRecursiveComparison()
        .ignoringFields("holder", "issuedOn", "replaces", "server")
        .isEqualTo(first);
  }

  @Test
  void moduleNumbersInARowAreShownAsARun() {
    assertThat(PrintedFacts.runs(List.of(1, 2, 3, 4, 5, 6, 7))).isEqualTo("1–7");
    assertThat(PrintedFacts.runs(List.of(1, 2, 3, 5, 7))).isEqualTo("1–3, 5, 7");
    assertThat(PrintedFacts.runs(List.of(1, 2))).isEqualTo("1, 2");
    assertThat(PrintedFacts.runs(List.of(4))).isEqualTo("4");
    assertThat(PrintedFacts.runs(List.of())).isEmpty();
  }

  @Test
  void whatIsKeptIsReadAsItWasWritten() {
    var facts = facts("full", "en").again("محمد 欧阳 \"<&>'", Serial.random(), DAY, "http://localhost:8080");
    assertThat(Json.read(Json.write(facts), PrintedFacts.class)).isEqualTo(facts);
  }
}

package org.lectern.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.Library;
import org.lectern.content.Shelf;
import org.lectern.people.EngagementChange.Field;

class EngagementFileTest {

  private static final Library LIBRARY = new Shelf(Path.of("src/test/resources/content"),
      () -> LocalDate.of(2026, 1, 1))
      .library();

  private static EngagementFile.Reading read(String text) {
    return EngagementFile.read(text.getBytes(StandardCharsets.UTF_8), LIBRARY);
  }

  /** The lines of the mistakes. */
  private static List<Integer> wrong(String text) {
    var reading = read(text);
    assertThat(reading.lines().isEmpty() || !reading.mistakes().isEmpty()).isTrue();
    return reading.mistakes().stream().map(EngagementFile.Mistake::line).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "email,validFrom,jobNetwork,department\nAda@Example.org,2026-02-01,POLNET,\"Lights, all\"\n",
      "\uFEFFE-mail;Valid from;Job_Network;Department\r\nada@example.org;2026-02-01;POLNET;Lights, all\r\n",
      "department\tjobNetwork\tvalidFrom\temail\n\nLights, all\tPOLNET\t2026-02-01\t ada@example.org \n"})
  void aFileIsReadAsSpreadsheetsWriteIt(String text) {
    assertThat(read(text).mistakes()).isEmpty();
    assertThat(read(text).lines()).singleElement().satisfies(line -> {
      assertThat(line.email()).isEqualTo("ada@example.org");
      assertThat(line.from()).isEqualTo("2026-02-01");
      assertThat(line.values().values())
          .isEqualTo(Map.of(Field.JOB_NETWORK, "POLNET", Field.DEPARTMENT, "Lights, all"));
    });
  }

  @Test
  void anEmptyCellMakesAFieldUnknownAndAMissingColumnLeavesIt() {
    assertThat(read("email,validFrom,dutyStation,supervisor\na@example.org,2026-02-01,,\n").lines()
        .getFirst()
        .values()
        .values()).isEqualTo(Map.of(Field.DUTY_STATION, "", Field.SUPERVISOR, "false"));
  }

  @Test
  void everyMistakeIsToldWithItsLine() {
    assertThat(wrong("""
        email,validFrom,jobNetwork,supervisor
        a@example.org,1 March,POLNET,true
        b@example.org,2026-02-01,NOSUCHNET,true
        c@example.org,2026-02-01,OLDNET,true
        d@example.org,2026-02-01,POLNET,perhaps
        e@example.org,2026-02-01,POLNET
        a@example.org,2026-02-01,POLNET,true
        ,2026-02-01,POLNET,true
        """)).containsExactly(2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void ofVeryManyMistakesTheFirstAreToldAndHowManyThereAreMore() {
    var mistakes = read("email,validFrom,jobNetwork\n" + "x,never,POLNET\n".repeat(103)).mistakes();

    assertThat(mistakes).hasSize(101);
    assertThat(mistakes.getLast().line()).isZero();
  }

  @Test
  void aCellWithSeveralLinesDoesNotShiftTheNumbers() {
    assertThat(wrong("email,validFrom,department\na@example.org,2026-02-01,\"two\nlines\"\nb@example.org,never,x\n"))
        .containsExactly(2, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "＝1", "a\u202Eb", "a\u0007b"})
  void whatCouldHarmTheNextReaderIsRefused(String cell) {
    assertThat(wrong("email,validFrom,department\na@example.org,2026-02-01,\"" + cell + "\"\n")).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "email\n", "email,validFrom\na@example.org,2026-01-01\n", "name,validFrom,department\n",
      "email,email,validFrom,department\n", "email,validFrom,department\n"})
  void aFileWithoutWhatIsNeededIsRefused(String text) {
    assertThat(wrong(text)).isNotEmpty();
  }

  @Test
  void otherEncodingsAndOtherFilesAreRefused() {
    var text = "email,validFrom,department\na@example.org,2026-02-01,Dépôt\n";
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
      var reading = EngagementFile.read(text.getBytes(charset), LIBRARY);
      assertThat(reading.lines()).isEmpty();
      assertThat(reading.mistakes()).extracting(EngagementFile.Mistake::line).containsExactly(0);
    }
    assertThat(EngagementFile.read(new byte[]{'P', 'K', 3, 4, 0, 0}, LIBRARY).mistakes()).hasSize(1);
    assertThat(wrong("email,validFrom,department\n\"a@example.org,2026-02-01,x\n")).isNotEmpty();
  }

  @Test
  void aFileThatIsTooLongIsRefusedAsAWhole() {
    var text = new StringBuilder("email,validFrom,department\n");
    for (var number = 0; number <= EngagementFile.MOST_LINES; number++) {
      text.append("a").append(number).append("@example.org,2026-02-01,Lights\n");
    }
    var reading = read(text.toString());
    assertThat(reading.lines()).isEmpty();
    assertThat(reading.mistakes()).hasSize(1);
  }
}

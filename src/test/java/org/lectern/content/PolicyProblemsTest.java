package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyProblemsTest {
  private static final String AT = "sample-course/course.yaml";
  private static final String WHY = " The policy of the course could not be carried out. Fix: ";

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  @Test
  void theFolderIsTheIdOfTheCourse() {
    folder.replace("course.yaml", "id: sample-course", "id: simple-course");
    assertThat(folder.problems()).containsExactly(
        AT + ":1:5: error L005: The id is \"simple-course\", but the folder is \"sample-course\". "
            + "The folder must be found by the id of its course. "
            + "Fix: Rename the folder. (Change the id only if nobody has begun the course.)");
  }

  @Test
  void pathsNameModulesThatAreThere() {
    folder.replace("course.yaml", "modules: [s1, s2]", "modules: [s1, s22, s1]");
    assertThat(folder.briefly()).containsExactly(
        AT + ":31:19 L062 There is no module \"s22\".",
        AT + ":31:24 L010 The path \"abridged\" names the module \"s1\" twice.",
        AT + ":34:14 L060 The path \"abridged\" is said to take 12 minutes, but takes about 7.");
  }

  @Test
  void aJobNetworkIsListedAndTakesOnePath() {
    folder.replace("course.yaml", "[ITECNET, LOGNET]", "[ITECNTE, POLNET]");
    assertThat(folder.problems()).containsExactly(
        AT + ":32:19: error L062: There is no job network \"ITECNTE\"." + WHY + "Did you mean \"ITECNET\"?",
        AT + ":32:28: error L062: The job network POLNET is named twice; the other is on line 26 of " + AT + "." + WHY
            + "Leave it on the one path that its people take.");
  }

  @Test
  void withoutAListOfJobNetworksPathsCannotNameThem() throws IOException {
    Files.delete(temp.resolve("job-networks.yaml"));
    assertThat(folder.briefly()).containsExactly(
        AT + ":26:19 L062 There is no job-networks.yaml that lists this job network.",
        AT + ":32:19 L062 There is no job-networks.yaml that lists this job network.");
  }

  @Test
  void aBrokenListOfJobNetworksDoesNotBreakTheCourse() throws IOException {
    Files.writeString(temp.resolve("job-networks.yaml"), "- {code: DEVNET, name: [\n");
    assertThat(folder.load().broken()).isEmpty();
    assertThat(folder.load().library().jobNetworks()).isEmpty();
    assertThat(folder.load().problems()).extracting(ContentProblem::file).contains("job-networks.yaml");
  }

  @Test
  void jobNetworksAreListedOnceAndEndAfterTheyBegin() throws IOException {
    var file = temp.resolve("job-networks.yaml");
    Files.writeString(file,
        Files.readString(file) + "- {code: DEVNET, name: {en: Again}, validFrom: 2020-01-02, validTo: 2020-01-01}\n");
    assertThat(folder.briefly()).containsExactly(
        "job-networks.yaml:7:10 L004 The job network DEVNET ends before it begins.",
        "job-networks.yaml:7:10 L010 The id \"DEVNET\" stands for two job networks; the other is on line 2 of job-networks.yaml.");
  }

  @Test
  void theDefaultPathAndTheDrawNameWhatIsThere() {
    folder.replace("course.yaml", "defaultPath: abridged", "defaultPath: abriged")
        .replace("course.yaml", "draw: {s1: 1, s2: 2, s3: 1}", "draw: {s1: 1, s2: 2, s4: 1}");
    assertThat(folder.problems()).containsExactly(
        AT + ":35:14: error L062: There is no path \"abriged\"." + WHY + "Did you mean \"abridged\"?",
        AT + ":42:24: error L062: There is no module \"s4\"." + WHY + "Did you mean \"s1\"?");
  }

  @Test
  void aPoolHoldsWhatIsDrawnAndShouldHoldTwiceAsMuch() {
    folder.replace("course.yaml", "draw: {s1: 1, s2: 2, s3: 1}", "draw: {s1: 2, s2: 5, s3: 1}");
    assertThat(folder.problems()).containsExactly(
        AT + ":42:10: warning L040: The pool of module \"s1\" holds 3 items, and 2 are drawn from it. "
            + "Whoever tries again meets the same items. Fix: Write 1 more item.",
        AT + ":42:17: error L040: The pool of module \"s2\" holds 4 items, and 5 are drawn from it. "
            + "The assessment could not be put together. Fix: Write more items in assessment/s2.md, or draw fewer.");
  }

  @Test
  void statedMinutesAreComparedWithTheComputedOnes() {
    folder.replace("course.yaml", "minutes: 14", "minutes: 20");
    assertThat(folder.problems()).containsExactly(
        AT + ":28:14: warning L060: The path \"full\" is said to take 20 minutes, but takes about 14. "
            + "People plan their day by it. Fix: Write 14, or make the path longer.");
  }

  @Test
  void codesOfInspiraHaveFourDigits() {
    folder.replace("course.yaml", "LMS-0003", "LMS-68223")
        .replace("course.yaml", "path: full, language: en", "path: ful, language: english");
    assertThat(folder.briefly()).containsExactly(
        AT + ":46:29 L062 There is no path \"ful\".",
        AT + ":46:44 L004 \"english\" is not a language.",
        AT + ":48:55 L080 \"LMS-68223\" does not look like a code of Inspira.");
  }

  @Test
  void aPageOnAPathShouldNotLeadOffIt() {
    folder.replace("en/01-the-lantern/01-welcome.md", "unit:s1-check", "unit:s3-rooms");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/01-the-lantern/01-welcome.md:29:1: warning L061: The link leads to module \"s3\", "
            + "which the path \"abridged\" leaves out. Learners of that path would leave it, and read what they are not asked about. "
            + "Fix: Say it here in a sentence, or link to a page that every path has.");
  }

  @Test
  void malformedPolicyIsToldField() {
    folder.replace("course.yaml", "sample-team@example.org", "sample-team at example.org")
        .replace("course.yaml", "PT1H", "1 hour")
        .replace("course.yaml", "passMark: 75", "passMark: 175")
        .replace("course.yaml", "title: {en: Full path, fr: Parcours complet}", "title: Full path");
    assertThat(folder.briefly()).containsExactly(
        AT + ":12:10 L004 \"sample-team at example.org\" is not an e-mail address.",
        AT + ":24:12 L004 \"title\" needs its language.",
        AT + ":41:13 L004 \"passMark\" is \"175\".",
        AT + ":43:17 L004 \"1 hour\" is not a length of time of up to 365 days.");
  }

  @Test
  void waitsAreAtMostAYear() {
    folder.replace("course.yaml", "PT1H", "P365D");
    assertThat(folder.course().assessment().waits()).contains(Duration.ofDays(365));

    for (var wait : new String[]{"P365DT1S", "P99999999999999D", "P999999999999999999D", "-PT1H"}) {
      var other = ContentFolder.copyOfSample(temp.resolve(wait)).replace("course.yaml", "PT1H", wait);
      assertThat(other.briefly())
          .containsExactly(AT + ":43:17 L004 \"" + wait + "\" is not a length of time of up to 365 days.");
    }
  }

  @Test
  void unitsAndModulesHaveIdsOfTheirOwn() {
    folder.replace("en/03-the-house/01-many-rooms.md", "id: s3-rooms", "id: s2-dark")
        .write("en/03-the-house/02-new.md", "---\nid: glossary\ntitle: New\n---\nText\n");
    assertThat(folder.briefly()).contains(
        "sample-course/en/03-the-house/01-many-rooms.md:2:5 L010 The id \"s2-dark\" stands for two units or modules; "
            + "the other is on line 2 of sample-course/en/02-the-dark/01-when-it-goes-out.md.",
        "sample-course/en/03-the-house/02-new.md:2:5 L012 A unit cannot be called \"glossary\".");
  }
}

package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextProblemsTest {
  @TempDir
  Path temp;

  @Test
  void unfinishedTextIsAnErrorWhereverItStands() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes home late",
            "Central: Text TK. Whoever comes home late")
        .replace("en/01-the-lantern/02-check.md", "The handle does that.", "TODO")
        .replace("glossary.yaml", "A light with a cover", "Lorem ipsum dolor")
        .replace("course.yaml", "A very small course that", "XXX a course that");
    assertThat(folder.problems()).contains(
        "sample-course/en/03-the-house/01-many-rooms.md:13:1: error L030: Here stands \"TK\": the text is not finished. "
            + "Learners take it for the course. Fix: Write the text, or take the passage out.");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/course.yaml:8:7 L030 Here stands \"XXX\": the text is not finished.",
        "sample-course/en/01-the-lantern/02-check.md:15:5 L030 Here stands \"TODO\": the text is not finished.",
        "sample-course/en/03-the-house/01-many-rooms.md:13:1 L030 Here stands \"TK\": the text is not finished.",
        "sample-course/glossary.yaml:4:9 L030 Here stands \"Lorem ipsum\": the text is not finished.");
  }

  @Test
  void wordsThatOnlyLookLikePlaceholdersAreLeftInPeace() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes",
            "In section XXXI, \"todo\" is a Spanish word. Whoever comes");
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void theThirtiethSessionOfTheGeneralAssemblyIsNoPlaceholder() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/01-the-lantern/01-welcome.md", "S/HB/1", "A/RES/3452 (XXX)")
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes",
            "See 3362 A (XXX), 3452(XXX) and 第3452（XXX）号决议. Whoever comes");
    assertThat(folder.problems()).isEmpty();

    folder.replace("en/03-the-house/01-many-rooms.md", "See 3362 A (XXX)", "See 3362 A (XXX), (XXX or so), in XXX)");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/03-the-house/01-many-rooms.md:13:1 L030 Here stands \"XXX\": the text is not finished.");
  }

  @Test
  void aParagraphThatIsSaidTwiceIsAWarning() {
    // The two wordings stand in one of the source documents.
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes home late finds the door.",
            """
                Human rights is a core pillar of the United Nations. All staff in peace operations have the responsibility to \
                ensure the protection and promotion of human rights through their work.

                Human rights are a core pillar of the United Nations. All staff members in peace operations have the responsibility \
                to ensure the protection and promotion of human rights through their work.""");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/03-the-house/01-many-rooms.md:15:1: warning L031: This paragraph says nearly the same as the one "
            + "on line 13 of sample-course/en/03-the-house/01-many-rooms.md. "
            + "Readers lose trust when they meet the same words again. Fix: Say it once, and link to it.");
  }

  @Test
  void transcriptsMayBeginAlike() {
    var folder = ContentFolder.copyOfSample(temp);
    folder.write("media/again.en.md", folder.read("media/lighting.en.md"))
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes home late finds the door.", """
            ```video
            src: https://example.org/again
            title: Again
            seconds: 5
            transcript: media/again.en.md
            credit: Somebody
            ```""");
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void aPagePastItsReviewIsAWarningFromTheNextDayOn() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/03-the-house/01-many-rooms.md", "2099-12-31", "2026-11-20")
        .replace("en/02-the-dark/01-when-it-goes-out.md", "2099-12-31", "2026-11-21");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/03-the-house/01-many-rooms.md:5:11: warning L032: This should have been read again by 2026-11-20. "
            + "Facts grow old, and nobody notices. Fix: Read it, mend it, and write the next date.");
    assertThat(folder.load().broken()).isEmpty();
  }
}

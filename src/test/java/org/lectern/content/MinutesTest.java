package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinutesTest {
  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  private int minutes(String type, String body) {
    folder.write("en/03-the-house/02-new.md", "---\nid: s3-new\ntype: " + type + "\ntitle: New\n---\n" + body);
    return folder.course().in("en").unit("s3-new").orElseThrow().minutes();
  }

  @Test
  void aPageTakesAMinuteFor150Words() {
    assertThat(minutes("page", "word ".repeat(1))).isEqualTo(1);
    assertThat(minutes("page", "word ".repeat(150))).isEqualTo(1);
    assertThat(minutes("page", "word ".repeat(220))).isEqualTo(1);
    assertThat(minutes("page", "word ".repeat(230))).as("rounded to the nearest minute").isEqualTo(2);
    assertThat(minutes("page", "- word\n".repeat(300))).as("lists count as well").isEqualTo(2);
    assertThat(minutes("page", "人权".repeat(150))).as("two characters are a word").isEqualTo(1);
  }

  @Test
  void aFigureTakesHalfAMinuteAndItsWordsAreNotCounted() {
    var figure = "\n\n```figure\nsrc: media/shelf.png\nalt: " + "word ".repeat(70) + "\ncredit: Lectern\n```\n";
    assertThat(minutes("page", "word ".repeat(75) + figure)).isEqualTo(1);
    assertThat(minutes("page", "word ".repeat(75) + figure + figure)).isEqualTo(2);
  }

  @Test
  void aClipTakesItsLength() {
    assertThat(minutes("page",
        "Text\n\n```video\nsrc: https://example.org/v\ntitle: V\nseconds: 160\ntranscript: media/lighting.en.md\ncredit: C\n```\n"))
        .isEqualTo(3);
  }

  @Test
  void aQuestionTakes45SecondsHoweverLongItIs() {
    var question = "\n## Which %d? {#q%d}\n\n- [x] A\n  > Yes, " + "word ".repeat(50) + "\n- [ ] B\n  > No.\n";
    assertThat(minutes("check", question.formatted(1, 1))).isEqualTo(1);
    assertThat(minutes("check", question.formatted(1, 1) + question.formatted(2, 2))).isEqualTo(2);
  }

  @Test
  void aCaseTakesItsLongestWalkWithoutALoop() {
    var words = "word ".repeat(145);
    assertThat(minutes("case", """
        ## Start now {#start}
        %s

        - [Long](#long)
        - [End](#end)

        ## Long way {#long}
        %s

        - [Back again](#start)
        - [End](#end)

        ## The end {#end outcome=good}
        Text.

        > Debrief.
        """.formatted(words, words))).as("two nodes of about 150 words, two decisions, an ending").isEqualTo(3);
  }

  @Test
  void aLargeCaseDoesNotKeepTheServerBusy() {
    var nodes = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      nodes.append("## Node %d {#n%d}%n%n".formatted(i, i));
      for (int j = 0; j < 40; j++) {
        nodes.append("- [Go to %d](#n%d)%n".formatted(j, j));
      }
      nodes.append("- [End](#end)\n\n");
    }
    long start = System.nanoTime();
    minutes("case", nodes + "## End {#end outcome=good}\n\n> Debrief.\n");
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }
}

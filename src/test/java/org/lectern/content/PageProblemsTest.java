package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PageProblemsTest {
  private static final String FILE = "en/03-the-house/01-many-rooms.md";
  private static final String AT = "sample-course/" + FILE;

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  /** Line 6 is the first line of the body. */
  private ContentFolder page(String body) {
    return folder.write(FILE, "---\nid: s3-rooms\ntitle: Many rooms\nminutes: 2\n---\n" + body);
  }

  private String html() {
    return ((Block.Prose) ((Unit.Page) folder.course().in("en").unit("s3-rooms").orElseThrow()).blocks().getFirst())
        .html();
  }

  @Test
  void eachHeadingHasAnAnchorOfItsOwn() {
    page("## Rights\n\nA.\n\n## Rights 2\n\nB.\n\n## Rights\n\nC.\n\n## Rights\n\nD.\n");
    assertThat(html()).contains("<h2 id=\"h-rights\">Rights</h2>\n<p>A", "<h2 id=\"h-rights-2\">Rights 2</h2>\n<p>B",
        "<h2 id=\"h-rights-3\">Rights</h2>\n<p>C", "<h2 id=\"h-rights-4\">Rights</h2>\n<p>D");
  }

  @Test
  void templateSyntaxIsOnlyText() {
    page("Say {name} and {#if x}{{y}}{/if}, or `{inject:foo}`.\n");
    assertThat(folder.problems()).isEmpty();
    assertThat(html()).isEqualTo("<p>Say {name} and {#if x}{{y}}{/if}, or <code>{inject:foo}</code>.</p>");
  }

  @Test
  void onlyPlainFormattingSurvivesOfHtml() {
    page("""
        Water is H<sub>2</sub>O, <span lang="fr" dir="ltr">eau</span>. <img src=x onerror=alert(1)>

        <div onclick="steal()">A <b>block</b></div>

        <!-- a note to ourselves -->
        <p>Plain</p>
        """);
    assertThat(folder.problems()).containsExactly(
        AT + ":6:64: warning L023: This HTML was taken out: <img src=x onerror=alert(1)> "
            + "Only plain formatting survives in pages, so that nothing harmful can. "
            + "Fix: Write it in Markdown, or leave it away.",
        AT + ":8:1: warning L023: This HTML was taken out: div Only plain formatting survives in pages, "
            + "so that nothing harmful can. Fix: Write it in Markdown, or leave it away.");
    assertThat(html())
        .contains("H<sub>2</sub>O", "<span lang=\"fr\" dir=\"ltr\">eau</span>", "<b>block</b>", "<p>Plain</p>")
        .doesNotContain("img", "onclick", "div", "ourselves");
  }

  @Test
  void scriptsAreTakenOutWithWhatTheySay() {
    page("Text\n\n<script>\nalert(1)\n</script>\n\n<style>p{}</style>\n");
    assertThat(html()).isEqualTo("<p>Text</p>");
    assertThat(folder.briefly()).containsExactly(
        AT + ":8:1 L023 This HTML was taken out: script", AT + ":12:1 L023 This HTML was taken out: style");
  }

  @Test
  void linksGoOnlyWhereTheyCanBeChecked() {
    page("""
        [a](javascript:alert(1)) [b](other.md) [c](//evil.example) [d](https:///x) [e](ftp://x.example/)
        [f](unit:nowhere) [g](glossary:lanternn) [h](#top) [i] (unit:s1-check) [j](http://)
        """);
    assertThat(folder.problems()).contains(
        AT + ":6:1: error L020: This link goes to \"javascript:alert(1)\". "
            + "Links go to https, http and mailto addresses, to units, resources and terms; others break when files move. "
            + "Fix: Write [text](unit:the-unit-id), [text](resource:the-resource-id), [text](glossary:the-term-id), "
            + "or a whole address with https://.",
        AT + ":7:19: error L020: There is no term \"lanternn\" in glossary.yaml. The link would lead nowhere. "
            + "Fix: Did you mean \"lantern\"?");
    assertThat(folder.briefly()).containsExactly(
        AT + ":6:1 L020 This link goes to \"javascript:alert(1)\".",
        AT + ":6:26 L020 This link goes to \"other.md\".",
        AT + ":6:40 L020 This link goes to \"//evil.example\".",
        AT + ":6:60 L020 This link goes to \"https:///x\".",
        AT + ":6:76 L020 This link goes to \"ftp://x.example/\".",
        AT + ":7:1 L020 There is no unit \"nowhere\".",
        AT + ":7:19 L020 There is no term \"lanternn\" in glossary.yaml.",
        AT + ":7:42 L020 This link goes to \"#top\".",
        AT + ":7:51 L020 This looks like a link, but is only text.",
        AT + ":7:72 L020 This link goes to \"http://\".");
  }

  @Test
  void headingsBeginAtTheSecondLevelAndLeaveNoneOut() {
    page("# One\n\nText\n\n#### Four\n\nText\n");
    assertThat(folder.problems()).containsExactly(
        AT + ":6:1: warning L025: This heading has one #. The title of the unit is the only heading of the first level. "
            + "Fix: Write \"## One\".",
        AT + ":10:1: warning L025: This heading has 4 #, but the one before it is of level 2. "
            + "Screen readers list the headings, and a level that is left out looks like a missing part. "
            + "Fix: Write \"### Four\".");
    assertThat(html()).startsWith("<h2 id=\"h-one\">One</h2>");
  }

  @Test
  void headingsWithTheSameTextGetAnchorsOfTheirOwn() {
    page("## Été à Genève\n\nText\n\n## Été à Genève\n\nText\n\n## 人权\n\nText\n");
    assertThat(html()).contains("id=\"h-ete-a-geneve\"", "id=\"h-ete-a-geneve-2\"", "id=\"h-人权\"");
  }

  @Test
  void aSectionWithNothingInItIsAnError() {
    page("## Empty\n\n## Full\n\n### Deeper\n\nText\n\n## Last\n");
    assertThat(folder.briefly()).containsExactly(
        AT + ":6:1 L030 There is nothing below this heading.", AT + ":14:1 L030 There is nothing below this heading.");
    page("");
    assertThat(folder.briefly()).containsExactly(AT + ":6:1 L030 There is no text.");
  }

  @Test
  void aFigureNeedsWordsAndACredit() {
    page("Text\n\n```figure\nsrc: media/shelf.png\n```\n");
    assertThat(folder.problems()).containsExactly(
        AT + ":9:1: error L021: This figure has no \"alt\". People who cannot see the figure have only these words. "
            + "Fix: Add a line \"alt: …\" that says in a sentence what the figure shows.",
        AT + ":9:1: error L021: This figure has no \"credit\". Whoever made the figure must be named. "
            + "Fix: Add a line \"credit: …\".");
  }

  @Test
  void aFigureMustBeThereAndBeAPicture() {
    page("""
        ```figure
        src: media/shelv.png
        alt: A shelf
        credit: Lectern
        ```

        ```figure
        src: shelf.png
        alt: A shelf
        credit: Lectern
        ```

        ```figure
        src: media/lighting.webm
        alt: A clip
        credit: Lectern
        copyright: Lectern
        ```

        ```figur
        src: media/shelf.png
        ```

        ![A shelf](media/shelf.png)
        """);
    assertThat(folder.problems()).contains(
        AT + ":7:6: error L020: There is no file \"media/shelv.png\" in this course. Readers would see a gap. "
            + "Fix: Did you mean \"media/shelf.png\"?",
        AT + ":13:6: error L020: There is no file \"shelf.png\" in this course. Readers would see a gap. "
            + "Fix: Put the file into the folder media of the course, and write \"media/shelf.png\".");
    assertThat(folder.briefly()).contains(
        AT + ":19:6 L020 \"media/lighting.webm\" is not a picture.",
        AT + ":22:1 L002 A figure has no key \"copyright\".",
        AT + ":25:1 L002 There is no block \"figur\".",
        AT + ":29:1 L021 This picture has no credit and no place for a description.");
  }

  @Test
  void aClipNeedsATranscriptAndOurOwnNeedCaptions() {
    page("""
        ```video
        src: media/lighting.webm
        title: Lighting
        seconds: 12
        credit: Lectern
        ```

        ```video
        src: https://example.org/watch?v=1
        title: Outside
        seconds: 30
        credit: Somebody
        ```
        """);
    assertThat(folder.problems()).containsExactly(
        AT + ":7:1: error L022: This clip has no \"captions\". Whoever cannot hear the clip reads along. "
            + "Fix: Add a line \"captions: media/….vtt\".",
        AT + ":7:1: error L022: This clip has no \"transcript\". Whoever cannot hear or load the clip reads it instead. "
            + "Fix: Add a line \"transcript: media/….md\" and write down what is said and shown.",
        AT + ":14:1: error L022: This clip has no \"transcript\". Whoever cannot hear or load the clip reads it instead. "
            + "Fix: Add a line \"transcript: media/….md\" and write down what is said and shown.");
  }

  @Test
  void anOutsideClipIsOnlyAnAddress() {
    page("""
        Text

        ```video
        src: https://example.org/watch.mp4?v=1
        title: Outside
        seconds: 30
        transcript: media/lighting.en.md
        credit: Somebody
        ```
        """);
    var video = ((Unit.Page) folder.course().in("en").unit("s3-rooms").orElseThrow()).videos().getFirst();
    assertThat(video.isOwn()).isFalse();
    assertThat(video.id()).isEqualTo("watch");
    assertThat(video.bytes()).isEmpty();
    assertThat(video.captions()).isEmpty();
  }

  @Test
  void problemsInATranscriptNameTheTranscript() {
    folder.write("media/lighting.en.md", "A [broken](unit:nowhere) link, and TK.\n");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/media/lighting.en.md:1:1 L030 Here stands \"TK\": the text is not finished.",
        "sample-course/media/lighting.en.md:1:3 L020 There is no unit \"nowhere\".");
  }

  @Test
  void aFigureInAListIsToldToStandAlone() {
    page("- Text\n\n  ```figure\n  src: media/shelf.png\n  ```\n");
    assertThat(folder.briefly())
        .containsExactly(AT + ":8:3 L021 This figure block stands inside a list or a quotation.");
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aHeadingThatIsMostlyBlanksIsReadLikeAnyOther() {
    folder.replace("resources/house-rules.en.md", "{#rule-2}", " ".repeat(900_000) + "{#rule-2}")
        .replace("en/01-the-lantern/02-check.md", "\n## What does", "\n## a" + " ".repeat(900_000) + "What does");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/02-check.md:8:1 L004 This question has 900024 characters.");
  }
}

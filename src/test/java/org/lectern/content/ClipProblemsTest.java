package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of clips and pictures: what is found beside a clip, and what is said about files that are no good. */
class ClipProblemsTest {

  private static final String PAGE = "en/02-the-dark/01-when-it-goes-out.md";
  private static final String CAPTIONS = "media/lighting.en.vtt";

  @TempDir
  Path dir;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(dir);
  }

  private Block.Video clip() {
    return ((Unit.Page) folder.course().in("en").unit("s2-dark").orElseThrow()).videos().getFirst();
  }

  @Test
  void captionsAndTranscriptsInOtherLanguagesAreFoundBesideTheNamedOnes() {
    folder.write("media/lighting.ar.vtt", folder.read(CAPTIONS)).write("media/lighting.ar.md", "مصباح.\n");

    assertThat(clip().captions()).containsExactly(new Block.Captions("en", CAPTIONS),
        new Block.Captions("ar", "media/lighting.ar.vtt"), new Block.Captions("fr", "media/lighting.fr.vtt"));
    assertThat(clip().transcript("ar", "en")).isEqualTo(new Block.Transcript("ar", "<p>مصباح.</p>"));
    assertThat(clip().transcript("ru", "fr").language()).isEqualTo("fr");
    assertThat(clip().transcript("ru", "es").language()).isEqualTo("en");
    assertThat(clip().captions("ru")).contains(new Block.Captions("en", CAPTIONS));
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void captionsWithoutALanguageInTheirNameAreInThatOfThePage() {
    folder.write("media/lighting.vtt", folder.read(CAPTIONS)).replace(PAGE, CAPTIONS, "media/lighting.vtt");

    assertThat(clip().captions().stream().map(Block.Captions::language)).containsExactly("en", "fr");
  }

  @Test
  void aClipHasASmallAndASoundFile() {
    folder.write("media/lighting.mp3", "ID3 and so on")
        .replace(PAGE, "credit: Lectern\n```\n\nThen", "audio: media/lighting.mp3\ncredit: Lectern\n```\n\nThen");

    assertThat(clip().small()).contains(new Block.Rendition("media/lighting.small.webm", 40));
    assertThat(clip().audio()).contains(new Block.Rendition("media/lighting.mp3", 13));
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void filesThatAreNotThereOrOfTheWrongKindAreNamed() {
    folder.replace(PAGE, "small: media/lighting.small.webm", "small: media/shelf.png\naudio: media/none.mp3");

    assertThat(folder.briefly()).containsExactly(
        "sample-course/" + PAGE + ":14:8 L022 \"media/shelf.png\" is not a clip.",
        "sample-course/" + PAGE + ":14:8 L022 \"media/shelf.png\" is not smaller than \"media/lighting.webm\".",
        "sample-course/" + PAGE + ":15:8 L022 There is no file \"media/none.mp3\" in this course.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      00:06.000 --> 00:12.000  | 6:12           | 6 | "6:12" does not say from when to when.
      00:06.000 --> 00:12.000  | 00:06.000      | 6 | "00:06.000" does not say from when to when.
      00:06.000 --> 00:12.000  | 99999999999999999999:00:06.000 --> 99999999999999999999:00:12.000 | 6 | "99999999999999999999:00:06.000 --> 99999999999999999999:00:1…" does not say from when to when.
      00:06.000 --> 00:12.000  | 00:12.000 --> 00:06.000 | 6 | The caption ends before it begins.
      00:06.000 --> 00:12.000  | 00:01.000 --> 00:02.000 | 6 | The caption ends before the one above it does.
      """)
  void captionsThatBrowsersWouldNotShowAreNamedByLine(String right, String wrong, int line, String what) {
    folder.replace(CAPTIONS, right, wrong);

    assertThat(folder.briefly()).containsExactly("sample-course/" + CAPTIONS + ":" + line + ":1 L026 " + what);
  }

  @Test
  void aCaptionWithoutWordsIsNamed() {
    folder.write(CAPTIONS, "WEBVTT\n\nNOTE nothing here --> yet\n\nfirst\n00:01.000 --> 00:02.000\n\n");

    assertThat(folder.briefly())
        .containsExactly("sample-course/" + CAPTIONS + ":6:1 L026 The caption has no words.");
  }

  @Test
  void aFileWithoutCaptionsIsNamed() {
    folder.write(CAPTIONS, "WEBVTT\n\nNOTE to come\n");

    assertThat(folder.briefly()).containsExactly("sample-course/" + CAPTIONS + ":1:1 L026 There is no caption here.");
  }

  @Test
  void captionsOfOthersFormsAreRight() {
    folder.write(CAPTIONS, """
        WEBVTT - Lighting a lantern
        Kind: captions

        STYLE
        ::cue { color: white }

        1
        00:00:00.000 --> 00:00:06.000 line:80%
        A hand cleans the glass
        and pours oil.

        2
        00:00:05.000 --> 00:00:12.000
        A match is lit.
        """);

    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void aCaptionEndsWhereBrowsersEndIt() {
    // Blanks, a line separator and a form feed end neither a line nor a caption; the times of another one do.
    folder.write(CAPTIONS, """
        WEBVTT

        00:00.000 --> 00:06.000
        A hand cleans|the glass
        [blank]
        and pours oil.
        00:05.000 --> 00:12.000
        A match is lit.
        """.replace("|", "\u2028").replace("[blank]", "\f "));
    assertThat(folder.problems()).isEmpty();

    folder.replace(CAPTIONS, "00:05.000 --> 00:12.000", "00:05.000 --> 00:04.000");
    assertThat(folder.briefly())
        .containsExactly("sample-course/" + CAPTIONS + ":7:1 L026 The caption ends before it begins.");
  }

  @Test
  void captionsThatGoOnAfterTheClipAreToldOnce() {
    folder.replace(PAGE, "seconds: 12", "seconds: 11").replace("media/lighting.fr.vtt", "00:12.000", "00:11.000");

    assertThat(folder.problems()).containsExactly("sample-course/" + CAPTIONS + ":6:1: warning L028: "
        + "The last caption ends after 12 seconds, but the clip after 11. Nobody would read it to its end. "
        + "Fix: Correct the times here, or \"seconds\" in the page.");
  }

  private static byte[] png(int bytes) {
    var png = new byte[bytes];
    ByteBuffer.wrap(png)
        .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(13)
        .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(640)
        .putInt(480);
    return png;
  }

  @Test
  void aPictureThatIsHeavyIsWarnedOf() {
    folder.write("media/shelf.png", png(100_000));
    assertThat(folder.problems()).isEmpty();

    folder.write("media/shelf.png", png(123_456));

    assertThat(folder.briefly())
        .containsExactly("sample-course/" + PAGE + ":23:6 L027 \"media/shelf.png\" weighs 123 KB.");
  }

  /** The start of an AVIF file as encoders write it, with the property that tells the size. */
  private static byte[] avif(boolean withSize) {
    var file = ByteBuffer.allocate(64);
    file.putInt(28).put("ftypavif".getBytes(StandardCharsets.ISO_8859_1)).position(28);
    if (withSize) {
      file.putInt(20).put("ispe".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putInt(320).putInt(200);
    }
    return file.array();
  }

  @Test
  void anAvifPictureTellsItsSize() {
    folder.write("media/shelf.avif", avif(true)).replace(PAGE, "media/shelf.png", "media/shelf.avif");

    var figure = ((Unit.Page) folder.course().in("en").unit("s2-dark").orElseThrow()).blocks()
        .stream()
        .filter(Block.Figure.class::isInstance)
        .map(Block.Figure.class::cast)
        .findFirst()
        .orElseThrow();
    assertThat(figure.size()).isEqualTo(Optional.of(new Block.Size(320, 200)));
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void aPictureThatDoesNotTellItsSizeIsWarnedOf() {
    folder.write("media/shelf.avif", avif(false)).replace(PAGE, "media/shelf.png", "media/shelf.avif");

    assertThat(folder.briefly()).containsExactly(
        "sample-course/" + PAGE + ":23:6 L027 \"media/shelf.avif\" does not say how wide and high it is.");
  }
}

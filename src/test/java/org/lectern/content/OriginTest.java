package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the texts of units come from, and whether what readers see of them has changed. */
class OriginTest {

  private static final String WELCOME = "en/01-the-lantern/01-welcome.md";

  private static final String CAPTIONS = "media/lighting.fr.vtt";

  private ContentFolder content;

  @BeforeEach
  void copy(@TempDir Path folder) {
    content = ContentFolder.copyOfSample(folder);
  }

  private Unit unit(String language, String id) {
    return Loading.of(content.dir(), ContentFolder.TODAY)
        .library()
        .course("sample-course")
        .orElseThrow()
        .in(language)
        .unit(id)
        .orElseThrow();
  }

  private String hash() {
    return unit("en", "s1-welcome").origin().hash();
  }

  @Test
  void aUnitKnowsItsFileInEachLanguage() {
    assertThat(unit("en", "s1-welcome").origin().file()).isEqualTo("sample-course/" + WELCOME);
    assertThat(unit("fr", "s1-welcome").origin().file())
        .isEqualTo("sample-course/fr/01-la-lanterne/01-bienvenue.md");
    assertThat(unit("fr", "s2-dark").origin().file()).as("not translated")
        .isEqualTo("sample-course/en/02-the-dark/01-when-it-goes-out.md");
  }

  @Test
  void aUnitKnowsTheTermsThatItLinksTo() {
    assertThat(unit("en", "s1-welcome").origin().terms()).containsExactly("lantern", "keeper");
    assertThat(unit("en", "s3-rooms").origin().terms()).isEmpty();
  }

  @Test
  void whatReadersDoNotSeeDoesNotChangeTheHash() {
    var before = hash();

    content.replace(WELCOME, "reviewBy: 2099-12-31", "reviewBy: 2098-12-31");
    content.replace("en/03-the-house/01-many-rooms.md", "title: ", "title: All ");

    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void filesThatStandInForTheNamedOnesInALanguageChangeTheHashInIt() {
    var page = "---\nid: s2-dark\ntitle: Le noir\n---\n" + content.read("en/02-the-dark/01-when-it-goes-out.md")
        .split("---\n", 3)[2];
    content.write("fr/02-le-noir/01-le-noir.md", page).write("media/lighting.ar.vtt", content.read(CAPTIONS));
    var drawing = unit("fr", "s1-welcome").origin().hash();
    var english = unit("en", "s2-dark").origin().hash();
    var french = unit("fr", "s2-dark").origin().hash();

    content.replace("media/lantern.fr.svg", "<svg", "<!-- redrawn --><svg");
    assertThat(unit("fr", "s1-welcome").origin().hash()).as("drawing").isNotEqualTo(drawing);
    content.replace(CAPTIONS, "00:06.000 --> 00:12.000", "00:07.000 --> 00:12.000");
    var corrected = unit("fr", "s2-dark").origin().hash();
    assertThat(corrected).as("captions").isNotEqualTo(french);
    content.write("media/lighting.fr.md", content.read("media/lighting.fr.md") + "\nC’est tout.\n");
    assertThat(unit("fr", "s2-dark").origin().hash()).as("transcript").isNotEqualTo(corrected).isNotEqualTo(french);
    content.replace("media/lighting.ar.vtt", "00:06.000 --> 00:12.000", "00:07.000 --> 00:12.000");
    assertThat(unit("en", "s2-dark").origin().hash()).as("other languages").isEqualTo(english);
  }

  @Test
  void aFileThatIsOnlyMentionedDoesNotChangeTheHash() {
    content.replace(WELCOME, "src: media/lantern.svg", "src: media/lantern.svg # not media/shelf.png");
    var before = hash();

    content.write("media/shelf.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

    assertThat(hash()).isEqualTo(before);
  }

  @Test
  void whatReadersSeeChangesIt() {
    var before = hash();
    var text = content.read(WELCOME);

    content.write(WELCOME, text.replace("that you can carry", "that anybody can carry"));
    assertThat(hash()).as("text").isNotEqualTo(before);
    content.write(WELCOME, text.replace("title: Welcome", "title: Be welcome"));
    assertThat(hash()).as("title").isNotEqualTo(before);
    content.write(WELCOME, text.replace("S/HB/1", "S/HB/2"));
    assertThat(hash()).as("sources").isNotEqualTo(before);
    content.write(WELCOME, text);
    assertThat(hash()).as("as it was").isEqualTo(before);
    content.replace("media/lantern.svg", "<svg", "<!-- redrawn --><svg");
    assertThat(hash()).as("drawing").isNotEqualTo(before);
  }
}

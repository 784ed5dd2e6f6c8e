package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceProblemsTest {
  private static final String ENGLISH = "resources/house-rules.en.md";
  private static final String FRENCH = "resources/house-rules.fr.md";
  private static final String ROOMS = "en/03-the-house/01-many-rooms.md";
  private static final String AT = "sample-course/";

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  @Test
  void aLinkToAResourceThatIsNotThereIsAnError() {
    folder.replace(ROOMS, "resource:house-rules#rule-2", "resource:house-rule#rule-2");
    assertThat(folder.problems()).containsExactly(AT + ROOMS
        + ":15:25: error L020: There is no resource \"house-rule\". The link would lead nowhere. "
        + "Fix: Did you mean \"house-rules\"?");
  }

  @Test
  void aLinkToAnAnchorThatIsNotThereIsAnError() {
    folder.replace(ROOMS, "resource:house-rules#rule-2", "resource:house-rules#rul-2")
        .replace(FRENCH, "Chacun peut", "[Chacun](resource:house-rules#h-exceptions) peut");
    assertThat(folder.problems()).containsExactly(
        AT + ROOMS + ":15:25: error L020: The resource \"house-rules\" has no anchor \"rul-2\". "
            + "The link would lead nowhere. Fix: Did you mean \"rule-2\"?",
        AT + FRENCH + ":12:1: error L020: The resource \"house-rules\" has no anchor \"h-exceptions\". "
            + "The link would lead nowhere. Fix: There is: rule-1, rule-2.");
  }

  @Test
  void theWholeOfAResourceCanBeLinked() {
    folder.replace(ROOMS, "resource:house-rules#rule-2", "resource:house-rules");
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void linksInAResourceAreChecked() {
    folder.replace(ENGLISH, "glossary:keeper", "glossary:keepers")
        .replace(ENGLISH, "unit:s1-welcome", "unit:s1-wellcome");
    assertThat(folder.briefly()).containsExactly(
        AT + ENGLISH + ":9:30 L020 There is no term \"keepers\" in glossary.yaml.",
        AT + ENGLISH + ":13:55 L020 There is no unit \"s1-wellcome\".");
  }

  @Test
  void theFileIsNamedByTheIdAndTheLanguage() {
    folder.write("resources/other-rules.en.md", folder.read(ENGLISH)).delete(ENGLISH);
    assertThat(folder.problems()).containsExactly(AT
        + "resources/other-rules.en.md:2:5: error L005: The id is \"house-rules\", but the file is named \"other-rules\". "
        + "The file must be found by the id and the language of its resource. "
        + "Fix: Rename the file to \"house-rules.en.md\", or correct the id.");
  }

  @Test
  void anIdThatComesTwiceInALanguageIsAnErrorWithBothPlaces() {
    folder.write("resources/other-rules.en.md", folder.read(ENGLISH));
    assertThat(folder.briefly()).containsExactly(
        AT + "resources/other-rules.en.md:2:5 L005 The id is \"house-rules\", but the file is named \"other-rules\".",
        AT + "resources/other-rules.en.md:2:5 L010 The id \"house-rules\" stands for two resources; "
            + "the other is on line 2 of sample-course/resources/house-rules.en.md.");
  }

  @Test
  void aNameWithoutALanguageIsAnError() {
    folder.write("resources/signs.md", "---\nid: signs\ntitle: Signs\n---\nText\n")
        .write("resources/house-rules.xx.md", folder.read(FRENCH));
    assertThat(folder.problems()).containsExactly(
        AT + "resources/house-rules.xx.md:1:1: error L005: The name of this file does not say its language. "
            + "A resource has one file for each language. "
            + "Fix: Name it by its id and its language, for instance \"house-rules.en.md\".",
        AT + "resources/signs.md:1:1: error L005: The name of this file does not say its language. "
            + "A resource has one file for each language. "
            + "Fix: Name it by its id and its language, for instance \"signs.en.md\".");
  }

  @Test
  void aResourceMustBeThereInTheSourceLanguage() {
    folder.write("resources/signs.fr.md", "---\nid: signs\ntitle: Signes\n---\nTexte\n");
    assertThat(folder.problems()).containsExactly(
        AT + "resources/signs.fr.md:2:5: error L070: The resource \"signs\" is not there in the source language \"en\". "
            + "It is read in the source language where a translation is missing. Fix: Write resources/signs.en.md.");
  }

  @Test
  void aTranslationWithoutAnAnchorOfTheSourceIsAnError() {
    folder.replace(FRENCH, " {#rule-2}", "");
    assertThat(folder.problems()).containsExactly(
        AT + FRENCH + ":2:5: error L070: The anchor \"rule-2\" is missing in this translation. "
            + "Links to it would lead to the top of the text only. "
            + "Fix: Add {#rule-2} to the heading that it stands at in the source language.");
  }

  @Test
  void aResourceThatIsNotTranslatedFallsBackWithAWarning() {
    folder.delete(FRENCH);
    assertThat(folder.problems()).containsExactly(
        AT + ENGLISH + ":2:5: warning L070: The resource \"house-rules\" is not translated into \"fr\". "
            + "Learners are told so, and read the source language. "
            + "Fix: Write resources/house-rules.fr.md, with the same anchors.");
    assertThat(folder.course().resource("house-rules").orElseThrow().in("fr").language()).isEqualTo("en");
  }

  @Test
  void anchorsAreIdsOfTheirOwnAndNothingElse() {
    folder.replace(FRENCH, "{#rule-1}", "{#rule-2}")
        .write("resources/signs.en.md", """
            ---
            id: signs
            title: Signs
            ---
            ## One {#One}

            Text

            ## Two {#main}

            Text

            ## Three {#three page=s1-welcome}

            Text
            """)
        .write("resources/signs.fr.md", """
            ---
            id: signs
            title: Signes
            ---
            ## Un {#One}

            Texte

            ## Deux {#main}

            Texte

            ## Trois {#three}

            Texte
            """);
    assertThat(folder.briefly()).contains(
        AT + FRENCH + ":14:23 L010 The id \"rule-2\" stands for two headings; the other is on line 10 of "
            + "sample-course/resources/house-rules.fr.md.",
        AT + FRENCH + ":2:5 L070 The anchor \"rule-1\" is missing in this translation.",
        AT + "resources/signs.en.md:5:8 L012 \"One\" is not an id.",
        AT + "resources/signs.en.md:9:8 L012 A heading cannot be called \"main\".",
        AT + "resources/signs.en.md:13:10 L002 There is no attribute \"page\" here.");
  }

  @Test
  void unknownKeysUnfinishedTextAndOldTextAreFound() {
    folder.replace(ENGLISH, "credit: The sample team", "credits: The sample team")
        .replace(ENGLISH, "2099-12-31", "2026-11-20")
        .replace(ENGLISH, "None. {Not even this one.}", "TODO");
    assertThat(folder.briefly()).containsExactly(
        AT + ENGLISH + ":4:1 L002 A resource has no key \"credits\".",
        AT + ENGLISH + ":5:11 L032 This should have been read again by 2026-11-20.",
        AT + ENGLISH + ":24:1 L030 Here stands \"TODO\": the text is not finished.");
  }

  @Test
  void onlyMarkdownInTheFolderItselfIsRead() {
    folder.write("resources/more/signs.en.md", "---\nid: signs\ntitle: Signs\n---\nText\n")
        .write("resources/signs.yaml", "id: signs\n");
    assertThat(folder.briefly()).containsExactly(
        AT + "resources/more/signs.en.md:1:1 L005 This file is not used.",
        AT + "resources/signs.yaml:1:1 L005 This file is not used.");
  }

  @Test
  void noUnitIsCalledResources() {
    folder.replace(ROOMS, "id: s3-rooms", "id: resources");
    assertThat(folder.problems()).contains(
        AT + ROOMS + ":2:5: error L012: A unit cannot be called \"resources\". "
            + "Its address would be that of the resources. Fix: Give it another id.");
  }

  @Test
  void anotherHeadingDoesNotTakeAnAnchorThatIsWritten() {
    for (var file : new String[]{ENGLISH, FRENCH, "resources/house-rules.ar.md"}) {
      folder.replace(file, "{#rule-2}", "{#h-exceptions}");
    }
    folder.replace(ROOMS, "#rule-2", "#h-exceptions")
        .replace("fr/03-la-maison/01-beaucoup-de-pieces.md", "#rule-2", "#h-exceptions")
        .replace(ENGLISH, "## Rule 1: the flame {#rule-1}", "## Exceptions\n\nFew.\n\n## Rule 1: the flame {#rule-1}");

    assertThat(
        ((Block.Prose) folder.course().resource("house-rules").orElseThrow().in("en").blocks().getFirst()).html())
        .contains("<h2 id=\"h-exceptions-2\">", "<h2 id=\"h-exceptions\">", "<h3 id=\"h-exceptions-3\">");
  }

  @Test
  void anchorsInPagesAreOnlyText() {
    folder.replace(ROOMS, "## Why one more", "## Why one more {#why}");
    var page = (Unit.Page) folder.course().in("en").unit("s3-rooms").orElseThrow();
    assertThat(((Block.Prose) page.blocks().getFirst()).html()).contains("<h2 id=\"h-why-one-more-why\">");
  }
}

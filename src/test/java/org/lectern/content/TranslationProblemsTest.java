package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationProblemsTest {
  private static final String CHECK = "fr/01-la-lanterne/02-verification.md";
  private static final String WHY = " Progress and answers must mean the same in every language. Fix: ";

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  @Test
  void aUnitThatTheSourceDoesNotHaveIsAnError() {
    folder.replace("fr/03-la-maison/01-beaucoup-de-pieces.md", "id: s3-rooms", "id: s3-room");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/03-the-house/01-many-rooms.md:2:5: warning L070: The unit \"s3-rooms\" is not translated into \"fr\". "
            + "Learners are told so, and read the source language. Fix: Translate the file, with the same ids, below the folder fr.",
        "sample-course/fr/03-la-maison/01-beaucoup-de-pieces.md:2:5: error L070: There is no unit \"s3-room\" in the source language."
            + WHY + "Did you mean \"s3-rooms\"?");
  }

  @Test
  void anotherNumberOfOptionsIsAnError() {
    folder.replace(CHECK, "- [ ] Il porte le poids.\n  > C'est la poignée.\n", "");
    assertThat(folder.problems()).containsExactly(
        "sample-course/" + CHECK + ":8:1: error L070: This question has 2 parts, but its source has 3." + WHY
            + "Write the same options in the same order as on line 8 of sample-course/en/01-the-lantern/02-check.md.");
  }

  @Test
  void anotherRightOptionIsAnError() {
    folder.replace(CHECK, "- [ ] Il porte le poids.", "- [x] Il porte le poids.");
    assertThat(folder.problems()).containsExactly(
        "sample-course/" + CHECK + ":14:1: error L070: This option is right here, but not in the source language." + WHY
            + "Write the options in the same order as on line 8 of sample-course/en/01-the-lantern/02-check.md, with the same boxes ticked.");
  }

  @Test
  void anotherFormOrIdIsAnError() {
    folder.replace(CHECK, "```answers", "```")
        .replace(CHECK, "{#evening}", "{#soir}")
        .replace(CHECK, "{#the-wheel}", "{#la-roue}");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/" + CHECK + ":2:5 L070 The question \"evening\" is missing in this translation.",
        "sample-course/" + CHECK + ":23:1 L070 There is no option \"la-roue\" in the source language.",
        "sample-course/" + CHECK + ":28:1 L070 There is no question \"soir\" in the source language.",
        "sample-course/" + CHECK + ":46:1 L040 This question has no answers.");
  }

  @Test
  void namedOptionsMayStandInAnotherOrder() {
    folder.replace(CHECK, """
        - [x] Une flamme
          > Oui : sans flamme, pas de lumière.
        - [ ] Une roue {#the-wheel}
          > Une lanterne se porte, elle ne roule pas.
        """, """
        - [ ] Une roue {#the-wheel}
          > Une lanterne se porte, elle ne roule pas.
        - [x] Une flamme {#a}
          > Oui : sans flamme, pas de lumière.
        """);
    assertThat(folder.problems()).isEmpty();
    var check = (Unit.Check) folder.course().in("fr").unit("s1-check").orElseThrow();
    var options = ((Question.MultipleChoice) check.question("parts").orElseThrow()).options();
    assertThat(options).extracting(Question.Option::id).containsExactly("a", "the-wheel", "c");
    assertThat(options).extracting(Question.Option::html).containsExactly("Une flamme", "Une roue", "Une poignée");
  }

  @Test
  void aCaseLeadsTheSameWayInEveryLanguage() {
    folder.replace("fr/02-le-noir/02-cas-la-tempete.md", "outcome=mixed", "outcome=good")
        .replace("fr/02-le-noir/02-cas-la-tempete.md", "(#safe)", "(#waiting)");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/fr/02-le-noir/02-cas-la-tempete.md:14:1 L070 The choices do not lead where they lead in the source language.",
        "sample-course/fr/02-le-noir/02-cas-la-tempete.md:26:1 L050 No choice leads to the node \"safe\".",
        "sample-course/fr/02-le-noir/02-cas-la-tempete.md:31:1 L070 The outcome differs from that in the source language.");
  }

  @Test
  void whatIsMissingInALanguageFallsBackWithOneWarningEach() {
    folder.delete("fr/03-la-maison/01-beaucoup-de-pieces.md")
        .delete("fr/03-la-maison/module.md")
        .delete("fr/01-la-lanterne/module.md")
        .delete("fr/assessment/s3.md")
        .replace("course.yaml", "  fr: Un cours d'exemple\n", "")
        .replace("glossary.yaml", "term: {en: keeper, fr: gardien}", "term: {en: keeper}");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/course.yaml:1:1 L070 Not in \"fr\": title.",
        "sample-course/en/01-the-lantern/module.md:2:5 L070 The opening of module \"s1\" is not translated into \"fr\".",
        "sample-course/en/03-the-house/module.md:2:5 L070 The module \"s3\" is not translated into \"fr\".",
        "sample-course/en/assessment/s3.md:2:9 L070 2 of 2 items of this pool are not translated into \"fr\".",
        "sample-course/glossary.yaml:6:7 L070 The term \"keeper\", and perhaps others below it, is not in \"fr\".");
    var french = folder.course().in("fr");
    assertThat(french.modules()).extracting(Module::language).containsExactly("en", "fr", "en");
    assertThat(french.pools().get("s3")).extracting(Item::language).containsExactly("en", "en");
  }

  @Test
  void aLanguageWithoutAFolderIsNotMissed() {
    folder.replace("course.yaml", "  en: A sample course\n", "  en: A sample course\n  ar: دورة نموذجية\n");
    assertThat(folder.problems()).isEmpty();
    assertThat(folder.course().translations().keySet()).containsExactly("en", "fr");
  }
}

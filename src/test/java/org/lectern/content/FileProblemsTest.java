package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.content.draft.Scan;
import org.lectern.content.draft.SourceFile;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

class FileProblemsTest {
  private static final String WELCOME = "en/01-the-lantern/01-welcome.md";

  @TempDir
  Path temp;

  @Test
  void aMissingFolderIsAnError() {
    var loading = Loading.of(temp.resolve("nowhere"), ContentFolder.TODAY);
    assertThat(loading.problems()).extracting(ContentProblem::toString)
        .containsExactly(
            ".:1:1: error L003: There is no folder " + temp.resolve("nowhere")
                + ". Courses are read from there. Fix: Make the folder, or name another one.");
    assertThat(loading.library()).isEqualTo(Library.EMPTY);
  }

  @Test
  void anEmptyFolderIsAWarningThatSaysHowToBegin() throws IOException {
    assertThat(ContentFolder.empty(temp).problems()).containsExactly(
        ".:1:1: warning L005: There is no course in " + temp.toRealPath() + ". Learners see an empty catalogue. "
            + "Fix: Make a folder with a course.yaml in it; content/README.md shows how to begin.");
  }

  @Test
  void aFolderWithoutCourseYamlIsAnError() {
    assertThat(ContentFolder.empty(temp)
        .write("en/01-one/module.md", "---\nid: m1\ntitle: One\nsummary: One.\n---\nText.\n")
        .problems())
        .containsExactly(
            "sample-course/course.yaml:1:1: error L005: The folder sample-course has no course.yaml that can be read. "
                + "Every folder in the content folder is a course, and its policy stands there. "
                + "Fix: Write one; content/README.md shows each key. Or move the folder away.");
  }

  @Test
  void aFileThatIsNotUtf8IsNamedWithThePlace() {
    var folder = ContentFolder.copyOfSample(temp);
    folder.write(WELCOME,
        folder.read(WELCOME).replace("every night", "toujours à la fête").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(folder.problems()).containsExactly(
        "sample-course/" + WELCOME + ":8:121: error L003: From here on the file is not UTF-8. "
            + "Names and accents would be shown wrongly, in every language. "
            + "Fix: Save the file as UTF-8 (in most editors: \"Save with encoding\").");
  }

  @Test
  void utf16AndNulAreNotText() {
    var folder = ContentFolder.copyOfSample(temp);
    folder.write(WELCOME, folder.read(WELCOME).getBytes(StandardCharsets.UTF_16));
    folder.write("en/03-the-house/01-many-rooms.md", "---\nid: s3\0\n---\n");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/01-welcome.md:1:1 L003 The file is saved as UTF-16.",
        "sample-course/en/03-the-house/01-many-rooms.md:2:7 L003 There is a NUL character here: this is not text.");
  }

  @Test
  void aByteOrderMarkIsAWarningAndThePageIsRead() {
    var folder = ContentFolder.copyOfSample(temp);
    folder.write(WELCOME, "\uFEFF" + folder.read(WELCOME));
    assertThat(folder.briefly()).containsExactly(
        "sample-course/" + WELCOME + ":1:1 L003 The file begins with an invisible byte order mark.");
    assertThat(folder.course().in("en").unit("s1-welcome")).isPresent();
  }

  @Test
  void windowsLineEndsAreOneWarningForTheCourseAndReadAlike() {
    var folder = ContentFolder.copyOfSample(temp);
    var before = folder.course().in("en").modules();
    folder.write(WELCOME, folder.read(WELCOME).replace("\n", "\r\n"));
    folder.write("en/01-the-lantern/02-check.md", folder.read("en/01-the-lantern/02-check.md").replace("\n", "\r\n"));
    assertThat(folder.briefly()).containsExactly(
        "sample-course/" + WELCOME
            + ":1:1 L003 The lines end as on Windows (CRLF), here and in 1 more file of sample-course.");
    assertThat(folder.course().in("en").modules()).isEqualTo(before);
  }

  @Test
  void anEmptyFileIsAnErrorAndLinksToItAreNotReportedAsWell() {
    var folder = ContentFolder.copyOfSample(temp).write("en/01-the-lantern/02-check.md", " \n");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/01-the-lantern/02-check.md:1:1: error L001: The file is empty. "
            + "A file without an id and a title cannot be a part of a course. "
            + "Fix: Begin with three hyphens, then id and title, then three hyphens; or delete the file.");
    assertThat(folder.load().broken()).containsExactly("sample-course");
  }

  @Test
  void frontMatterMustBeThereAndEnd() {
    var folder = ContentFolder.copyOfSample(temp)
        .write("en/01-the-lantern/03-new.md", "# Only text\n")
        .write("en/01-the-lantern/04-new.md", "---\nid: s1-new\n");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/03-new.md:1:1 L001 The file does not begin with front matter.",
        "sample-course/en/01-the-lantern/04-new.md:1:1 L001 The front matter has no end.");
  }

  @Test
  void whatHasNothingInItIsAnErrorAndNothingVanishesInSilence() {
    var nothing = "Nothing is written here, where keys and their values should stand.";
    var folder = ContentFolder.copyOfSample(temp)
        .write("en/01-the-lantern/03-new.md", "---\n---\nText.\n")
        .write("fr/03-la-maison/01-beaucoup-de-pieces.md", "---\n# id: s3-rooms\n\n---\nTexte.\n")
        .write("fr/03-la-maison/module.md", "---\n\n---\nTexte.\n")
        .write("resources/house-rules.fr.md", "---\n---\nTexte.\n")
        .replace("en/03-the-house/01-many-rooms.md", "Whoever comes home late",
            "```figure\n# src: media/shelf.png\n```\n\nWhoever comes home late")
        .write("glossary.yaml", "# - id: lantern\n");
    assertThat(folder.briefly()).contains(
        "sample-course/en/01-the-lantern/03-new.md:2:1 L001 " + nothing,
        "sample-course/en/03-the-house/01-many-rooms.md:14:1 L001 " + nothing,
        "sample-course/fr/03-la-maison/01-beaucoup-de-pieces.md:2:1 L001 " + nothing,
        "sample-course/fr/03-la-maison/module.md:2:1 L001 " + nothing,
        "sample-course/glossary.yaml:1:1 L001 Nothing is written here.",
        "sample-course/resources/house-rules.fr.md:2:1 L001 " + nothing);
    assertThat(folder.load().broken()).containsExactly("sample-course");
    assertThat(ContentFolder.copyOfSample(temp.resolve("other")).write("course.yaml", " \n").briefly())
        .contains("sample-course/course.yaml:1:1 L001 Nothing is written here.");
  }

  @Test
  void yamlThatCannotBeReadIsToldWithItsPlace() {
    var folder = ContentFolder.copyOfSample(temp).replace(WELCOME, "title: Welcome", "title: Welcome: the lantern");
    assertThat(folder.problems()).containsExactly(
        "sample-course/" + WELCOME + ":3:15: error L001: This is not YAML: mapping values are not allowed here. "
            + "Nothing in this part of the file can be read. "
            + "Fix: Put the text in \"quotes\" when it has a colon in it, and check the spaces at the start of the line.");
  }

  @Test
  void yamlMayNotRepeatItselfByReferenceOrNestWithoutEnd() {
    var folder = ContentFolder.copyOfSample(temp)
        .write("glossary.yaml", "- &a [1, 2]\n- [*a, *a, *a]\n")
        .write("en/03-the-house/01-many-rooms.md", "---\nid: " + "[".repeat(500) + "\n---\nText\n")
        .write("fr/03-la-maison/01-beaucoup-de-pieces.md", "---\nid: " + "[".repeat(200_000) + "\n---\nText\n");
    assertThat(folder.load().problems()).extracting(ContentProblem::code).contains("L001").doesNotContain("L099");
    assertThat(folder.load().problems()).extracting(ContentProblem::file)
        .contains(
            "sample-course/glossary.yaml", "sample-course/en/03-the-house/01-many-rooms.md",
            "sample-course/fr/03-la-maison/01-beaucoup-de-pieces.md");
  }

  @Test
  void unknownKeysAreToldWithWhatWasMeant() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace(WELCOME, "reviewBy: 2099", "revieuwBy: 2099")
        .replace("course.yaml", "  passMark: 75", "  passmark: 75");
    assertThat(folder.problems()).containsExactly(
        "sample-course/course.yaml:38:3: error L004: The assessment needs \"passMark\". "
            + "Without it the course is not complete. Fix: Add a line \"passMark: …\".",
        "sample-course/course.yaml:41:3: error L002: The assessment has no key \"passmark\". "
            + "A key that is not known would be passed over in silence. Fix: Did you mean \"passMark\"?",
        "sample-course/" + WELCOME + ":4:1: error L002: A page has no key \"revieuwBy\". "
            + "A key that is not known would be passed over in silence. Fix: Did you mean \"reviewBy\"?");
  }

  @Test
  void aKeyThatStandsTwiceIsAnError() {
    var folder = ContentFolder.copyOfSample(temp).replace(WELCOME, "title: Welcome", "title: Welcome\ntitle: Hello");
    assertThat(folder.briefly())
        .containsExactly("sample-course/" + WELCOME + ":4:1 L010 \"title\" stands here twice; the first is on line 3.");
  }

  @Test
  void anUnknownTypeIsToldWithWhatWasMeant() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace("en/01-the-lantern/02-check.md", "type: check", "type: chekc");
    assertThat(folder.problems()).contains(
        "sample-course/en/01-the-lantern/02-check.md:3:7: error L002: There is no type \"chekc\". "
            + "The type says how the file is read. Fix: Did you mean \"check\"?");
  }

  @Test
  void fieldsThatAreMissingTooLongOrMalformedAreErrors() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace(WELCOME, "title: Welcome", "title:")
        .replace(WELCOME, "id: s1-welcome", "id: S1 Welcome")
        .replace("en/03-the-house/01-many-rooms.md", "title: Many rooms", "title: " + "x".repeat(201))
        .replace("en/03-the-house/01-many-rooms.md", "minutes: 2", "minutes: two")
        .replace("en/02-the-dark/01-when-it-goes-out.md", "reviewBy: 2099-12-31", "reviewBy: next year");
    assertThat(folder.briefly()).contains(
        "sample-course/" + WELCOME + ":2:5 L012 \"S1 Welcome\" is not an id.",
        "sample-course/" + WELCOME + ":3:1 L004 A page needs \"title\".",
        "sample-course/en/03-the-house/01-many-rooms.md:3:8 L004 \"title\" has 201 characters.",
        "sample-course/en/03-the-house/01-many-rooms.md:4:10 L004 \"minutes\" is \"two\".",
        "sample-course/en/02-the-dark/01-when-it-goes-out.md:4:11 L004 \"reviewBy\" is \"next year\".");
  }

  @Test
  void aLinkOutOfTheContentFolderIsRefused() throws IOException {
    var folder = ContentFolder.copyOfSample(temp.resolve("content"));
    var secret = Files.writeString(temp.resolve("secret.md"), "---\nid: secret\ntitle: Secret\n---\nText\n");
    Files.createSymbolicLink(folder.file("en/01-the-lantern/09-secret.md"), secret);
    Files.createSymbolicLink(folder.file("en/01-the-lantern/10-gone.md"), temp.resolve("gone"));
    var elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createSymbolicLink(folder.file("en/04-all"), elsewhere);
    Files.createSymbolicLink(folder.file("media/again.png"), folder.file("media/shelf.png"));
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/09-secret.md:1:1 L003 This is a link to " + secret.toRealPath() + ".",
        "sample-course/en/01-the-lantern/10-gone.md:1:1 L003 This link leads nowhere.",
        "sample-course/en/04-all:1:1 L003 This is a link to " + elsewhere.toRealPath() + ".");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsRefusedAndNobodyWaitsForItsEnd() throws IOException, InterruptedException {
    var folder = ContentFolder.copyOfSample(temp);
    for (var name : new String[]{"en/01-the-lantern/09-pipe.md", "media/pipe.png"}) {
      assertThat(new ProcessBuilder("mkfifo", folder.file(name).toString()).start().waitFor()).isZero();
    }
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/09-pipe.md:1:1 L003 This is neither a file nor a folder.",
        "sample-course/media/pipe.png:1:1 L003 This is neither a file nor a folder.");
  }

  @Test
  void namesThatDifferOnlyInCapitalsAreAnError() {
    var folder = ContentFolder.copyOfSample(temp).write("en/01-the-lantern/01-Welcome.md", "x");
    assertThat(folder.briefly()).contains(
        "sample-course/" + WELCOME
            + ":1:1 L003 The name differs from 01-Welcome.md only in capital letters or in the way accents are stored.");
  }

  @Test
  void aHugeFileIsNotRead() {
    var folder = ContentFolder.copyOfSample(temp).write("en/01-the-lantern/09-huge.md", "x".repeat(2_000_000));
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/01-the-lantern/09-huge.md:1:1: error L003: The file has 1953 KB. "
            + "Texts and drawings may have 1024 KB, so that pages load on slow connections. "
            + "Fix: Split it, or check whether something else was saved under this name.");
  }

  @Test
  void mediaMustBeWhatTheirNamesPromise() {
    var folder = ContentFolder.copyOfSample(temp)
        .write("media/page.html", "<script>alert(1)</script>")
        .write("media/my picture.png", "x")
        .write("media/fake.png", "<html>");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/media/fake.png:1:1 L003 The file does not begin as a .png file does.",
        "sample-course/media/my picture.png:1:1 L003 The name has spaces or signs that do not fit an address.",
        "sample-course/media/page.html:1:1 L003 Files of this kind are not served.");
  }

  @Test
  void filesThatNothingReadsAreWarnings() throws IOException {
    var folder = ContentFolder.copyOfSample(temp)
        .write("notes.md", "x")
        .write("en/glossary.yaml", "x")
        .write("en/01-the-lantern/lantern.svg", "<svg/>")
        .write("english/01-one/module.md", "x")
        .write("en/01-the-lantern/01-welcome.md~", "x")
        .write(".DS_Store", "x");
    Files.writeString(temp.resolve("stray.txt"), "x");
    assertThat(folder.load().broken()).isEmpty();
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/01-the-lantern/lantern.svg:1:1 L005 This file is not used.",
        "sample-course/en/glossary.yaml:1:1 L005 This file is not used.",
        "sample-course/english:1:1 L005 The folder \"english\" is not used.",
        "sample-course/notes.md:1:1 L005 This file is not used.",
        "stray.txt:1:1 L005 This file is not used.");
  }

  @Test
  void aFolderThatIsTooDeepIsAWarning() {
    var folder = ContentFolder.copyOfSample(temp).write("en/a/b/c/d/e/f/g.md", "x").write("en/a/b/c/d/read.md", "x");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/en/a/b/c/d/e:1:1 L005 This folder is not used.",
        "sample-course/en/a/b/c/d/read.md:1:1 L005 This file is not used.");
  }

  @Test
  void aFaultOfOursIsAProblemOfTheFileThatIsRead() {
    var folder = ContentFolder.copyOfSample(temp).write("media/lighting.en.vtt", "WEBVTT\n\nnot captions\n");
    var told = new ArrayList<String>();
    var scan = Scan.of(folder.dir(), new Report() {
      @Override
      public void error(Spot spot, String code, String what, String why, String fix) {
        if (code.equals("L026")) {
          throw new IllegalStateException("a fault");
        }
        told.add(spot.file() + " " + code + " " + what);
      }

      @Override
      public void warning(Spot spot, String code, String what, String why, String fix) {
        told.add(spot.file() + " " + code + " " + what);
      }
    });
    assertThat(told)
        .containsExactly("sample-course/media/lighting.en.vtt L099 The file cannot be read: IllegalStateException.");
    assertThat(scan.courses()).singleElement().satisfies(course -> {
      assertThat(course.texts()).extracting(SourceFile::path).contains("sample-course/" + WELCOME);
      assertThat(course.media()).containsKeys("media/lighting.fr.vtt", "media/shelf.png");
    });
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    var folder = ContentFolder.copyOfSample(temp)
        .replace(WELCOME, "unit:s1-check", "unit:s1-chek")
        .replace("en/02-the-dark/02-case-the-storm.md", "(#fire)", "(#fier)")
        .replace("course.yaml", "POLNET]", "POLNT]")
        .replace("glossary.yaml", "id: keeper", "id: lantern");
    assertThat(folder.briefly()).containsExactly(
        "sample-course/course.yaml:26:27 L062 There is no job network \"POLNT\".",
        "sample-course/en/01-the-lantern/01-welcome.md:28:5 L020 There is no term \"keeper\" in glossary.yaml.",
        "sample-course/en/01-the-lantern/01-welcome.md:29:1 L020 There is no unit \"s1-chek\".",
        "sample-course/en/02-the-dark/02-case-the-storm.md:17:3 L050 There is no node \"fier\" in this case.",
        "sample-course/fr/01-la-lanterne/01-bienvenue.md:28:4 L020 There is no term \"keeper\" in glossary.yaml.",
        "sample-course/glossary.yaml:6:7 L010 The id \"lantern\" stands for two terms; the other is on line 1 of sample-course/glossary.yaml.",
        "sample-course/resources/house-rules.en.md:9:30 L020 There is no term \"keeper\" in glossary.yaml.",
        "sample-course/resources/house-rules.fr.md:8:34 L020 There is no term \"keeper\" in glossary.yaml.");
  }
}

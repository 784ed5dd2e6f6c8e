package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.lectern.content.RealCourse.COURSE;
import static org.lectern.content.RealCourse.blocks;
import static org.lectern.content.RealCourse.modules;
import static org.lectern.content.RealCourse.plain;
import static org.lectern.content.RealCourse.pool;
import static org.lectern.content.RealCourse.questions;
import static org.lectern.content.RealCourse.readings;
import static org.lectern.content.RealCourse.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.format.Passage;

/** The language of the shipped course, and the texts that it gives people to keep. */
class RealCourseTextTest {
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+[\"”’)]*(\\s|$)");
  private static final Pattern SECTION = Pattern.compile("<h2 id=\"([^\"]+)\">[^<]+</h2>");

  /** Flesch-Kincaid grade, by a rough count of syllables: a figure to watch, not a judgement. */
  @Test
  void theReadingLevelIsToldAndWithinReason() throws IOException {
    var report = new ArrayList<String>();
    report.add("module  minutes  words  pages  figures  questions  items  words/sentence  grade");
    modules().forEach(module -> report.add(measures(module)));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/reading-level.txt"), report);
    assertSoftly(softly -> modules().forEach(module -> {
      softly.assertThat(grade(paragraphs(module))).as("reading level of %s", module.id()).isBetween(4.0, 11.0);
      softly.assertThat(wordsASentence(paragraphs(module)))
          .as("words a sentence in %s", module.id())
          .isBetween(6.0, 18.0);
    }));
  }

  private static String measures(Module module) {
    return String.format(Locale.ROOT, "%-6s  %7d  %5d  %5d  %7d  %9d  %5d  %14.1f  %5.1f", module.id(),
        module.minutes(),
        RealCourse.words(module), RealCourse.units(module, Unit.Page.class).size(),
        blocks(module, Block.Figure.class).size(), questions(module).size(), pool(module).size(),
        wordsASentence(paragraphs(module)), grade(paragraphs(module)));
  }

  private static List<String> paragraphs(Module module) {
    return readings(written(module)).flatMap(reading -> reading.passages().stream())
        .filter(Passage::paragraph)
        .map(Passage::text)
        .toList();
  }

  private static double grade(List<String> paragraphs) {
    var words = words(paragraphs);
    double syllables = words.stream().mapToInt(RealCourseTextTest::syllables).sum();
    return 0.39 * wordsASentence(paragraphs) + 11.8 * syllables / words.size() - 15.59;
  }

  private static double wordsASentence(List<String> paragraphs) {
    long sentences = paragraphs.stream()
        .mapToLong(text -> Math.max(1, SENTENCE_END.matcher(text).results().count()))
        .sum();
    return (double) words(paragraphs).size() / sentences;
  }

  private static List<String> words(List<String> paragraphs) {
    return paragraphs.stream()
        .flatMap(text -> Pattern.compile("[^A-Za-z']+").splitAsStream(text))
        .filter(word -> !word.isBlank())
        .toList();
  }

  private static int syllables(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var spoken = lower.matches(".*[^aeiouyl]e|.*[^aeioutdy]ed|.*[^aeiouyscxzhg]es")
        ? lower.replaceAll("e[ds]?$", "")
        : lower;
    return (int) Math.max(1, VOWELS.matcher(spoken).results().count());
  }

  @Test
  void theCountOfSyllablesIsRoughlyRight() {
    assertThat(List.of("right", "human", "dignity", "declaration", "people", "asked", "wanted", "names"))
        .extracting(RealCourseTextTest::syllables)
        .containsExactly(1, 2, 3, 4, 2, 1, 2, 1);
  }

  @Test
  void theDeclarationIsThereInTheSixLanguages() {
    assertThat(COURSE.resource("udhr").orElseThrow().languages())
        .containsExactlyInAnyOrder("en", "ar", "es", "fr", "ru", "zh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "es", "fr", "ru", "zh"})
  void theDeclarationIsWholeInEachOfThem(String language) {
    var text = COURSE.resource("udhr").orElseThrow().in(language);
    assertThat(text.language()).isEqualTo(language);
    assertThat(text.credit().orElseThrow()).contains("udhr 6.0.0", "MIT");
    assertThat(text.sources()).containsExactly("A/RES/217 A (III)");
    var wanted = new ArrayList<>(List.of("preamble"));
    IntStream.rangeClosed(1, 30).forEach(number -> wanted.add("article-" + number));
    assertThat(SECTION.matcher(html(language)).results().map(match -> match.group(1)).toList()).isEqualTo(wanted);
    assertThat(numbered(language)).as("paragraphs of each article").isEqualTo(numbered("en"));
  }

  /** A copy from which the negation is missing goes round: it says that rights may be turned against the Charter. */
  @Test
  void theLastParagraphOfTheTwentyNinthArticleForbidsInArabicToo() {
    assertThat(html("ar")).contains("<p>لا يصح بحال من الأحوال أن تمارس هذه الحقوق");
  }

  private static String html(String language) {
    return ((Block.Prose) COURSE.resource("udhr").orElseThrow().in(language).blocks().getFirst()).html();
  }

  /** How many numbered paragraphs each article has, and whether each says something. */
  private static List<Integer> numbered(String language) {
    var articles = SECTION.split(html(language), -1);
    return IntStream.rangeClosed(2, 31).mapToObj(place -> {
      var text = articles[place];
      assertThat(plain(text)).isNotEmpty();
      return text.split("<li>", -1).length;
    }).toList();
  }

  @Test
  void theSheetToPrintNamesEveryDoor() {
    var sheet = COURSE.resource("who-to-turn-to").orElseThrow().in("en");
    var text = plain(((Block.Prose) sheet.blocks().getFirst()).html());
    assertThat(text).contains("Ethics Office", "Ombudsman", "Office of Internal Oversight Services",
        "Resident Coordinator",
        "OHCHR", "protection cluster", "legal office", "focal point for sexual exploitation and abuse", "due diligence",
        "security office");
    assertThat(sheet.sources()).hasSizeGreaterThan(5);
    assertThat(new Passage(RealCourse.DRAFT.resources().getFirst().spot(), text, false).words())
        .as("fits on two pages")
        .isLessThan(700);
  }
}

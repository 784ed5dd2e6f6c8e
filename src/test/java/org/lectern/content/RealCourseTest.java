package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.lectern.content.RealCourse.COURSE;
import static org.lectern.content.RealCourse.ENGLISH;
import static org.lectern.content.RealCourse.LOADING;
import static org.lectern.content.RealCourse.blocks;
import static org.lectern.content.RealCourse.modules;
import static org.lectern.content.RealCourse.pool;
import static org.lectern.content.RealCourse.questions;
import static org.lectern.content.RealCourse.readings;
import static org.lectern.content.RealCourse.units;
import static org.lectern.content.RealCourse.written;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Link;

/** The shipped course is whole: what it promises to learners is there, and in good measure. */
class RealCourseTest {
  private static final long MOST_BYTES_A_CLIP = 1_500_000;
  private static final long MOST_BYTES_OF_CLIPS = 12_000_000;

  /** Unfinished words, near-duplicate paragraphs, dates past and broken links are among what the engine tells. */
  @Test
  void theEngineHasNothingToSayAboutIt() {
    assertThat(LOADING.problems()).extracting(ContentProblem::toString).isEmpty();
    assertThat(LOADING.broken()).isEmpty();
  }

  @Test
  void theSevenModulesHaveTheTitlesThatTheBulletinGives() {
    assertThat(ENGLISH.modules()).extracting(Module::id).containsExactly("m1", "m2", "m3", "m4", "m5", "m6", "m7");
    // Capitals aside: the bulletin and the course page write them differently.
    assertThat(ENGLISH.modules()).extracting(module -> module.title().toLowerCase(Locale.ROOT))
        .containsExactly(
            "course introduction and overview",
            "learning from the past: human rights up front",
            "what are human rights and where do they come from?",
            "united nations bodies and mechanisms for human rights protection",
            "human rights responsibilities of united nations staff",
            "human rights violations as early warning signs",
            "taking action for human rights");
    assertThat(COURSE.paths().keySet()).containsExactly("full", "abridged");
    assertThat(COURSE.path("full").orElseThrow().modules()).containsExactly("m1", "m2", "m3", "m4", "m5", "m6", "m7");
    assertThat(COURSE.path("abridged").orElseThrow().modules()).containsExactly("m1", "m2", "m3", "m5", "m7");
  }

  @ParameterizedTest
  @CsvSource({"full, 240", "abridged, 180"})
  void aPathTakesTheMinutesThatAreStatedWithinATenth(String id, int stated) {
    var path = COURSE.path(id).orElseThrow();
    assertThat(path.minutes()).isEqualTo(stated);
    assertThat((double) COURSE.minutes(path)).isBetween(stated * 0.9, stated * 1.1);
  }

  @Test
  void thePagesPromiseWhatThePolicySays() {
    assertThat(text("m1-paths")).contains("all seven modules and takes about four hours",
        "five of them, numbers 1, 2, 3, 5 and 7, and takes about three");
    assertThat(text("m1-assessment")).contains("It takes about twenty minutes", "80 per cent");
    assertThat(COURSE.assessment().minutes()).isEqualTo(20);
    assertThat(COURSE.assessment().passMark()).isEqualTo(80);
    assertThat(COURSE.assessment().waits()).containsExactly(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(24));
    assertThat(text("m1-how")).contains("take two or three minutes");
    var pages = modules().flatMap(module -> units(module, Unit.Page.class).stream()).mapToInt(Unit.Page::minutes);
    assertThat(pages.average().orElseThrow()).isBetween(2.0, 3.0);
  }

  @Test
  void thePageOnWhatTheAbridgedPathLeavesOutNamesTheBridges() {
    assertThat(text("m1-left-out")).contains("module 3", "modules 5 and 7",
        "/courses/un-human-rights-responsibilities/m3-who-watches",
        "/courses/un-human-rights-responsibilities/m5-bridge",
        "/courses/un-human-rights-responsibilities/m7-bridge");
  }

  @Test
  void everyModuleHasItsPagesFiguresChecksAndCases() {
    assertSoftly(softly -> modules().forEach(module -> {
      softly.assertThat(units(module, Unit.Page.class)).as("pages of %s", module.id()).hasSizeBetween(6, 10);
      softly.assertThat(blocks(module, Block.Figure.class)).as("figures of %s", module.id()).hasSizeGreaterThan(2);
      softly.assertThat(units(module, Unit.Check.class)).as("checks of %s", module.id()).hasSizeBetween(2, 3);
      softly.assertThat(questions(module)).as("questions of %s", module.id()).hasSizeGreaterThan(14);
      softly.assertThat(questions(module).stream().map(Object::getClass).distinct().count())
          .as("kinds of questions of %s", module.id())
          .isGreaterThan(2);
      softly.assertThat(units(module, Unit.Case.class)).as("cases of %s", module.id()).hasSizeBetween(1, 2);
      softly.assertThat(pool(module)).as("items of %s", module.id()).hasSizeGreaterThan(19);
      softly.assertThat(module.units().getLast().title()).as("last page of %s", module.id()).isEqualTo("In your job");
    }));
  }

  @Test
  void everyCaseBranchesAndEndsInSeveralWays() {
    assertSoftly(softly -> modules().flatMap(module -> units(module, Unit.Case.class).stream()).forEach(walk -> {
      softly.assertThat(walk.nodes()).as("nodes of %s", walk.id()).hasSizeBetween(8, 14);
      var endings = walk.nodes().stream().flatMap(node -> node.ending().stream()).toList();
      softly.assertThat(endings).as("endings of %s", walk.id()).hasSizeGreaterThan(2);
      softly.assertThat(endings.stream().map(Node.Ending::outcome).distinct().count())
          .as("outcomes of %s", walk.id())
          .isGreaterThan(1);
    }));
  }

  @Test
  void everyPageNamesItsSourcesAndTheDayToReadItAgain() {
    assertSoftly(softly -> RealCourse.DRAFT.source().units().forEach(unit -> {
      if (unit.body() instanceof UnitDraft.PageBody page) {
        softly.assertThat(page.sources()).as("sources of %s", unit.id()).isNotEmpty();
        softly.assertThat(unit.review().map(UnitDraft.Review::by))
            .as("reviewBy of %s", unit.id())
            .hasValueSatisfying(by -> assertThat(by).isAfter(ContentFolder.TODAY));
      }
    }));
  }

  @Test
  void everyFigureIsDescribedInWords() {
    assertSoftly(softly -> modules().flatMap(module -> blocks(module, Block.Figure.class).stream()).forEach(figure -> {
      softly.assertThat(figure.alt()).as("alt of %s", figure.src()).hasSizeGreaterThan(15);
      softly.assertThat(figure.caption().or(figure::description)).as("caption of %s", figure.src()).isPresent();
      softly.assertThat(figure.svg()).as("drawing of %s", figure.src()).isPresent();
    }));
  }

  @Test
  void clipsAreSmallAndCanBeReadInstead() {
    var clips = modules().flatMap(module -> blocks(module, Block.Video.class).stream())
        .filter(Block.Video::isOwn)
        .toList();
    assertThat(clips).hasSizeGreaterThan(6).allSatisfy(clip -> {
      assertThat(clip.bytes().orElseThrow()).isBetween(10_000L, MOST_BYTES_A_CLIP);
      assertThat(clip.small().orElseThrow().bytes()).isLessThan(clip.bytes().orElseThrow() / 2);
      assertThat(clip.transcripts()).allSatisfy(transcript -> assertThat(RealCourse.plain(transcript.html()))
          .hasSizeGreaterThan(transcript.language().equals("zh") ? 100 : 300));
    });
    assertThat(clips.stream().mapToLong(clip -> clip.bytes().orElseThrow()).sum()).isLessThan(MOST_BYTES_OF_CLIPS);
  }

  @Test
  void theGlossaryHasEveryTermInThreeLanguages() {
    assertThat(COURSE.glossary().terms()).hasSizeGreaterThan(59);
    assertThat(COURSE.glossary().terms().values())
        .allSatisfy(term -> assertThat(term.term().texts()).containsKeys("en", "fr", "es")
            .allSatisfy((language, text) -> assertThat(text).isNotBlank()));
  }

  @Test
  void everyModuleLinksTerms() {
    assertSoftly(softly -> modules().forEach(module -> {
      var terms = readings(written(module)).flatMap(reading -> reading.links().stream())
          .filter(link -> link.kind() == Link.Kind.TERM)
          .map(Link::target)
          .collect(Collectors.toSet());
      softly.assertThat(terms).as("terms of %s", module.id()).hasSizeGreaterThan(4);
    }));
  }

  @Test
  void theAbridgedPathIsNeverAskedAboutModulesFourAndSix() {
    var abridged = COURSE.path("abridged").orElseThrow();
    assertThat(COURSE.assessment().itemsOn(COURSE.path("full").orElseThrow())).isEqualTo(20);
    assertThat(COURSE.assessment().itemsOn(abridged)).isEqualTo(14);
    var asked = modules().filter(module -> abridged.includes(module.id()))
        .flatMap(module -> pool(module).stream())
        .toList();
    assertThat(asked).allSatisfy(item -> {
      var page = item.page().orElseThrow();
      assertThat(abridged.includes(ENGLISH.moduleOf(page).orElseThrow().id()))
          .as("the page of %s is on the path", item.id())
          .isTrue();
    });
  }

  private static String text(String unit) {
    return ((Unit.Page) ENGLISH.unit(unit).orElseThrow()).blocks()
        .stream()
        .filter(Block.Prose.class::isInstance)
        .map(block -> ((Block.Prose) block).html().replaceAll("</?(strong|em)>", ""))
        .collect(Collectors.joining("\n"));
  }
}

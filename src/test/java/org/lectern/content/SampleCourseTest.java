package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SampleCourseTest {
  private static final Loading LOADING = Loading.of(ContentFolder.SAMPLE, ContentFolder.TODAY);
  private static final Course COURSE = LOADING.library().course("sample-course").orElseThrow();
  private static final Translation ENGLISH = COURSE.in("en");
  private static final Translation FRENCH = COURSE.in("fr");

  @Test
  void theOnlyProblemIsThePageThatIsNotTranslated() {
    assertThat(LOADING.problems()).extracting(ContentProblem::toString).containsExactly(ContentFolder.UNTRANSLATED);
    assertThat(LOADING.broken()).isEmpty();
  }

  @Test
  void policyIsReadFromCourseYaml() {
    assertThat(COURSE.source()).isEqualTo("en");
    assertThat(COURSE.title().in("fr")).isEqualTo("Un cours d'exemple");
    assertThat(COURSE.title().in("ar")).isEqualTo("A sample course");
    assertThat(COURSE.contact()).isEqualTo(new Contact("Sample team", "sample-team@example.org"));
    assertThat(COURSE.objectives().keySet()).containsExactly("o1", "o2");
    assertThat(COURSE.paths().keySet()).containsExactly("full", "abridged");
    assertThat(COURSE.pathFor("POLNET").orElseThrow().modules()).containsExactly("s1", "s2", "s3");
    assertThat(COURSE.pathFor("LOGNET").orElseThrow().modules()).containsExactly("s1", "s2");
    assertThat(COURSE.pathFor("OLDNET")).isEmpty();
    assertThat(COURSE.fallbackPath().id()).isEqualTo("abridged");
    assertThat(COURSE.fallbackPath().authority().in("en")).isEqualTo("sample bulletin §1(b)");
    assertThat(COURSE.codes())
        .contains(new ExternalCode("Inspira", Optional.of("full"), Optional.of("en"), "LMS-0001"));
    assertThat(COURSE.certificate().wording().in("fr")).isEqualTo("a suivi le cours d'exemple");
  }

  @Test
  void theAssessmentAsksOnlyAboutTheModulesOfThePath() {
    var assessment = COURSE.assessment();
    assertThat(assessment.draw()).isEqualTo(Map.of("s1", 1, "s2", 2, "s3", 1));
    assertThat(assessment.passMark()).isEqualTo(75);
    assertThat(assessment.waits()).containsExactly(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1));
    assertThat(assessment.itemsOn(COURSE.path("full").orElseThrow())).isEqualTo(4);
    assertThat(assessment.itemsOn(COURSE.path("abridged").orElseThrow())).isEqualTo(3);
  }

  @Test
  void jobNetworksAreListedWithTheirDates() {
    var library = LOADING.library();
    assertThat(library.jobNetworks()).extracting(JobNetwork::code)
        .containsExactly("DEVNET", "POLNET", "ITECNET", "LOGNET", "OLDNET");
    assertThat(library.jobNetworksOn(ContentFolder.TODAY)).extracting(JobNetwork::code).doesNotContain("OLDNET");
    assertThat(library.jobNetwork("LOGNET").orElseThrow().validFrom()).contains(LocalDate.of(2015, 1, 1));
    assertThat(library.jobNetwork("OLDNET").orElseThrow().isInUse(LocalDate.of(2019, 12, 31))).isTrue();
  }

  @Test
  void modulesAndUnitsComeInTheOrderOfTheFiles() {
    assertThat(ENGLISH.modules()).extracting(Module::id).containsExactly("s1", "s2", "s3");
    assertThat(ENGLISH.modules()).extracting(Module::number).containsExactly(1, 2, 3);
    assertThat(ENGLISH.module("s2").orElseThrow().units()).extracting(Unit::id)
        .containsExactly("s2-dark", "s2-case", "s2-check");
    assertThat(ENGLISH.module("s1").orElseThrow().opening()).containsExactly(new Block.Prose(
        "<p>This module shows what a lantern is for. After it you will be able to say who looks after one.</p>"));
  }

  @Test
  void minutesAreComputedAndTheSameInEveryLanguage() {
    assertThat(ENGLISH.unit("s1-welcome").orElseThrow().minutes()).isEqualTo(1);
    assertThat(ENGLISH.unit("s1-check").orElseThrow().minutes()).as("5 questions of 45 seconds").isEqualTo(4);
    assertThat(ENGLISH.unit("s3-rooms").orElseThrow().minutes()).as("as its front matter says").isEqualTo(2);
    assertThat(FRENCH.modules()).extracting(Module::minutes)
        .isEqualTo(ENGLISH.modules().stream().map(Module::minutes).toList());
    assertThat(COURSE.minutes(COURSE.path("full").orElseThrow())).isEqualTo(14);
    assertThat(COURSE.minutes(COURSE.path("abridged").orElseThrow())).isEqualTo(12);
  }

  @Test
  void aPageIsRenderedOnceWithItsLinks() {
    var page = (Unit.Page) ENGLISH.unit("s1-welcome").orElseThrow();
    assertThat(page.sources()).containsExactly("The sample handbook, S/HB/1");
    assertThat(page.blocks()).hasSize(3);
    assertThat(page.blocks().getFirst()).isEqualTo(new Block.Prose("""
        <p>A <a href="/courses/sample-course/glossary#lantern" class="term">lantern</a> is a light that you can carry. \
        It has <strong>three parts</strong>, and each of them matters <em>every night</em>.</p>
        <h2 id="h-the-parts">The parts</h2>
        <table><thead><tr><th scope="col">Part</th><th scope="col">What it does</th></tr></thead><tbody>\
        <tr><td>The flame</td><td>It gives the light.</td></tr>\
        <tr><td>The glass</td><td>It keeps out the wind.</td></tr></tbody></table>"""));
    assertThat(page.blocks().getLast()).isEqualTo(new Block.Prose("""
        <h2 id="h-who-looks-after-it">Who looks after it</h2>
        <p>The <a href="/courses/sample-course/glossary#keeper" class="term">keeper</a> does, \
        and writes down {what happened} in the book. Next you can
        <a href="/courses/sample-course/s1-check">check what you remember</a>, \
        read <a href="https://example.org/lanterns" class="outside" rel="noopener">an outside page</a>,
        or write to <a href="mailto:sample-team&#64;example.org">the team</a>.</p>"""));
  }

  @Test
  void aDrawingStandsInThePageAndHasAVersionPerLanguage() {
    var english = figure(ENGLISH, "s1-welcome");
    assertThat(english.svg().orElseThrow()).startsWith(
        "<svg role=\"img\" aria-label=\"A lantern with a flame in it.\" focusable=\"false\" viewBox=\"0 0 360 220\"")
        .contains("<linearGradient id=\"s1-welcome-1-glow\">", "fill=\"url(#s1-welcome-1-glow)\"", "class=\"soft\"")
        .doesNotContain("width=\"360\"");
    assertThat(english.caption()).contains("The lantern and its parts");
    assertThat(english.size()).contains(new Block.Size(360, 220));
    assertThat(english.src()).isEqualTo("media/lantern.svg");
    assertThat(figure(FRENCH, "s1-welcome").src()).isEqualTo("media/lantern.fr.svg");
    assertThat(figure(FRENCH, "s1-welcome").svg().orElseThrow()).contains(">La lanterne</text>");
  }

  @Test
  void aPictureKnowsItsSizeAndItsAddressChangesWithItsContent() {
    var figure = figure(ENGLISH, "s2-dark");
    assertThat(figure.svg()).isEmpty();
    assertThat(figure.size()).contains(new Block.Size(48, 32));
    var medium = Objects.requireNonNull(COURSE.media().get("media/shelf.png"));
    assertThat(medium.type()).isEqualTo("image/png");
    assertThat(COURSE.addressOf("media/shelf.png"))
        .isEqualTo("/courses/sample-course/media/shelf.png?v=" + medium.hash().substring(0, 8));
  }

  @Test
  void aClipHasItsTranscriptRendered() {
    var video = ((Unit.Page) ENGLISH.unit("s2-dark").orElseThrow()).videos().getFirst();
    assertThat(video).isEqualTo(
        new Block.Video("lighting", "media/lighting.webm", "Lighting a lantern", 12, Optional.of(48L),
            Optional.of(new Block.Rendition("media/lighting.small.webm", 40)), Optional.empty(),
            List.of(new Block.Captions("en", "media/lighting.en.vtt"),
                new Block.Captions("fr", "media/lighting.fr.vtt")),
            List.of(new Block.Transcript("en", """
                <p>A hand cleans the glass. It lifts the cover, pours oil, and closes the cover again.</p>
                <p>A match is lit. <strong>The flame stands still.</strong> The keeper smiles.</p>"""),
                new Block.Transcript("fr", """
                    <p>[Une lanterne sur une table.] Une main nettoie le verre et verse l’huile.</p>
                    <p>On craque une allumette. [Le gardien sourit.] La flamme ne bouge pas.</p>""")),
            "Lectern"));
    assertThat(video.isOwn()).isTrue();
  }

  @Test
  void aCheckHasOneQuestionOfEachKind() {
    var check = (Unit.Check) ENGLISH.unit("s1-check").orElseThrow();
    assertThat(check.introduction()).hasSize(1);
    assertThat(check.questions()).extracting(question -> question.getClass().getSimpleName())
        .containsExactly("SingleChoice", "MultipleChoice", "Ordering", "Matching", "ShortText");
    assertThat(check.question("glass").orElseThrow().judge(List.of("b")))
        .isEqualTo(new Question.Verdict(true,
            List.of("<p>Yes. Without the glass the first gust would put the flame out.</p>")));
    assertThat(check.question("parts").orElseThrow().html()).isEqualTo("<p>Choose all that apply.</p>");
    assertThat(check.question("parts").orElseThrow().judge(List.of("c", "a")).success()).isTrue();
    assertThat(check.question("parts").orElseThrow().judge(List.of("a", "the-wheel")).success()).isFalse();
    assertThat(check.question("who").orElseThrow().judge(List.of(" The  KEEPER ")).success()).isTrue();
  }

  @Test
  void idsOfEntriesDoNotTellTheirOrderAndMeanTheSameInEveryLanguage() {
    var english = (Question.Ordering) question(ENGLISH, "evening");
    var french = (Question.Ordering) question(FRENCH, "evening");
    assertThat(english.entries()).extracting(Question.Entry::id)
        .containsExactlyInAnyOrder("a", "b", "c")
        .isNotEqualTo(List.of("a", "b", "c"));
    assertThat(french.entries()).extracting(Question.Entry::id)
        .isEqualTo(english.entries().stream().map(Question.Entry::id).toList());
    var pairs = ((Question.Matching) question(ENGLISH, "match")).pairs();
    assertThat(pairs).extracting(pair -> pair.left().id()).containsExactly("a", "b", "c");
    assertThat(((Question.Matching) question(FRENCH, "match")).pairs()).extracting(pair -> pair.right().id())
        .isEqualTo(pairs.stream().map(pair -> pair.right().id()).toList());
  }

  @Test
  void aCaseHasStepsAndEndings() {
    var walk = (Unit.Case) ENGLISH.unit("s2-case").orElseThrow();
    assertThat(walk.start().id()).isEqualTo("flicker");
    assertThat(walk.start().choices()).containsExactly(
        new Node.Choice("a", "Close the shutters", "shutters"),
        new Node.Choice("b", "Carry the lantern upstairs", "stairs"));
    var ending = walk.node("fire").orElseThrow();
    assertThat(ending.choices()).isEmpty();
    assertThat(ending.blocks())
        .containsExactly(new Block.Prose("<p>The curtain burns. Two people have burnt hands.</p>"));
    assertThat(ending.ending()).contains(
        new Node.Ending(Node.Outcome.POOR,
            "<p><strong>What this shows.</strong> Oil and flame do not go together, however short the time is. (Handbook, part 3)</p>"));
  }

  @Test
  void whatIsNotTranslatedSaysItsOwnLanguage() {
    assertThat(FRENCH.unit("s1-welcome").orElseThrow().language()).isEqualTo("fr");
    var fallback = FRENCH.unit("s2-dark").orElseThrow();
    assertThat(fallback.language()).isEqualTo("en");
    assertThat(fallback.title()).isEqualTo("When it goes out");
    assertThat(FRENCH.module("s2").orElseThrow().title()).isEqualTo("Quand il fait noir");
    assertThat(COURSE.in("ar")).isSameAs(ENGLISH);
  }

  @Test
  void poolsKnowWhatEachItemIsAbout() {
    assertThat(ENGLISH.pools().keySet()).containsExactly("s1", "s2", "s3");
    var item = pool(ENGLISH).get(2);
    assertThat(item.id()).isEqualTo("s2-steps");
    assertThat(item.page()).contains("s2-dark");
    assertThat(item.objective()).contains("o2");
    assertThat(item.difficulty()).isEqualTo(3);
    var french = pool(FRENCH).get(2);
    assertThat(french.language()).isEqualTo("fr");
    assertThat(french.difficulty()).as("from the source language").isEqualTo(3);
    assertThat(french.page()).contains("s2-dark");
  }

  @Test
  void theGlossaryHoldsTheTermsOfTheCourse() {
    assertThat(COURSE.glossary().term("keeper").orElseThrow().definition().in("fr"))
        .isEqualTo("La personne qui veille sur les lanternes d'une maison.");
  }

  @Test
  void aResourceIsReadInItsLanguagesAndElseInTheSourceLanguage() {
    assertThat(COURSE.resources().keySet()).containsExactly("house-rules");
    var resource = COURSE.resource("house-rules").orElseThrow();
    assertThat(resource.languages()).containsExactly("en", "ar", "fr");
    assertThat(resource.in("fr").title()).isEqualTo("Les règles de la maison");
    assertThat(resource.in("es").language()).isEqualTo("en");
    assertThat(resource.in("es").sources()).containsExactly("The sample handbook, S/HB/1");
    assertThat(resource.in("en").credit()).contains("The sample team");
    assertThat(resource.in("ar").credit()).isEmpty();
  }

  @Test
  void theHeadingsOfAResourceHaveTheAnchorsThatAreWritten() {
    assertThat(COURSE.resource("house-rules").orElseThrow().in("en").blocks()).containsExactly(new Block.Prose("""
        <p>Hang this beside the door. A <a href="/courses/sample-course/glossary#keeper" class="term">keeper</a> \
        knows it by heart.</p>
        <h2 id="rule-1">Rule 1: the flame</h2>
        <p>Everyone may ask for light. How it is kept is told in \
        <a href="/courses/sample-course/s1-welcome">Welcome</a>.</p>
        <h2 id="rule-2">Rule 2: the door</h2>
        <table><thead><tr><th scope="col">When</th><th scope="col">Who opens</th></tr></thead><tbody>\
        <tr><td>By day</td><td>Whoever is near</td></tr>\
        <tr><td>At night</td><td>The keeper, after \
        <a href="/courses/sample-course/resources/house-rules#rule-1" class="resource">rule 1</a></td></tr>\
        </tbody></table>
        <h3 id="h-exceptions">Exceptions</h3>
        <p>None. {Not even this one.}</p>"""));
  }

  @Test
  void aPageLinksToAnAnchorOfAResource() {
    var page = (Unit.Page) FRENCH.unit("s3-rooms").orElseThrow();
    assertThat(((Block.Prose) page.blocks().getFirst()).html())
        .contains("<a href=\"/courses/sample-course/resources/house-rules#rule-2\" class=\"resource\">");
  }

  @Test
  void theEditionIsTheVersionAndAHashOfTheFiles() {
    assertThat(COURSE.edition().toString()).matches("1\\.0\\+[0-9a-f]{12}");
    assertThat(
        Loading.of(ContentFolder.SAMPLE, ContentFolder.TODAY).library().course("sample-course").orElseThrow().edition())
        .isEqualTo(COURSE.edition());
  }

  private static Block.Figure figure(Translation translation, String unit) {
    return ((Unit.Page) translation.unit(unit).orElseThrow()).blocks()
        .stream()
        .filter(Block.Figure.class::isInstance)
        .map(Block.Figure.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Item> pool(Translation translation) {
    return Objects.requireNonNull(translation.pools().get("s2"));
  }

  private static Question question(Translation translation, String id) {
    return ((Unit.Check) translation.unit("s1-check").orElseThrow()).question(id).orElseThrow();
  }
}

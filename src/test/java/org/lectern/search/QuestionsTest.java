package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.Course;
import org.lectern.content.Library;
import org.lectern.content.Loading;
import org.lectern.content.Question;
import org.lectern.content.Unit;

/** What is found in courses, and what never is. */
@Tag("once")
class QuestionsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Library SAMPLE = Loading.of(Path.of("src/test/resources/content"), TODAY).library();
  private static final Library REAL = Loading.of(Path.of("content"), TODAY).library();
  private static final Search.Held SAMPLE_HELD = Search.Held.of(SAMPLE);
  private static final Search.Held REAL_HELD = Search.Held.of(REAL);

  private static Finding find(Search.Held held, String typed, String language) {
    return Search.find(held, Asked.of(typed), language, Optional.empty());
  }

  private static List<String> addresses(Finding finding) {
    return finding.entries().stream().map(Entry::address).toList();
  }

  private static String shown(List<Snippet.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "LMS-2299", "lms-2299", "LMS 2299", "lms2299", "2299", "LMS-2302", "2302", "lms 2302", "course LMS-2302",
      "Inspira",
      "LMS-22", "ＬＭＳ－２２９９", "٢٢٩٩"})
  void aCodeFindsItsCourse(String code) {
    assertThat(addresses(find(REAL_HELD, code, "en"))).first().isEqualTo("/courses/un-human-rights-responsibilities");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LMS-2300", "2298", "9922"})
  void anotherCodeDoesNot(String code) {
    var finding = find(REAL_HELD, code, "en");

    assertThat(finding.of(Kind.COURSE).isEmpty() || finding.isSome()).isTrue();
  }

  @Test
  void everyKindOfThingIsFound() {
    assertThat(addresses(find(SAMPLE_HELD, "sample course", "en"))).contains("/courses/sample-course");
    assertThat(addresses(find(SAMPLE_HELD, "keeper", "en"))).contains("/courses/sample-course/glossary#keeper");
    assertThat(addresses(find(SAMPLE_HELD, "welcome", "en"))).contains("/courses/sample-course/s1-welcome");
    assertThat(addresses(find(SAMPLE_HELD, "rules of the house", "en")))
        .contains("/courses/sample-course/resources/house-rules");
    assertThat(addresses(find(SAMPLE_HELD, "flame", "en")))
        .contains("/courses/sample-course/resources/house-rules#rule-1");
    assertThat(addresses(find(SAMPLE_HELD, "the dark", "en"))).contains("/courses/sample-course#s2");
  }

  @Test
  void whatIsInTheLanguageOfTheReaderIsShownInItAndComesFirst() {
    var french = find(SAMPLE_HELD, "LMS-0003", "fr");
    var arabic = find(REAL_HELD, "A/RES/217", "ar");

    assertThat(french.entries()).first().satisfies(entry -> assertThat(entry.language()).isEqualTo("fr"));
    assertThat(arabic.entries()).first().satisfies(entry -> assertThat(entry.language()).isEqualTo("ar"));
    assertThat(arabic.entries()).extracting(Entry::address).doesNotHaveDuplicates();
  }

  @Test
  void oneLanguageCanBeLookedInAlone() {
    var finding = Search.find(REAL_HELD, Asked.of("A/RES/217"), "en", Optional.of("ru"));

    assertThat(finding.entries()).isNotEmpty().allSatisfy(entry -> assertThat(entry.language()).isEqualTo("ru"));
  }

  @Test
  void whereAWholeTextIsFoundItsPartsDoNotRepeatIt() {
    assertThat(addresses(find(REAL_HELD, "universal declaration", "en")))
        .contains("/courses/un-human-rights-responsibilities/resources/udhr")
        .noneMatch(address -> address.contains("/udhr#"));
    assertThat(addresses(find(REAL_HELD, "slavery", "en"))).anyMatch(address -> address.endsWith("/udhr#article-4"));
  }

  @Test
  void aPartThatAnswersBetterThanItsWholeTextIsFoundBeforeIt() {
    var sheet = "/courses/un-human-rights-responsibilities/resources/who-to-turn-to";

    assertThat(addresses(find(REAL_HELD, "misconduct", "en"))).filteredOn(address -> address.startsWith(sheet))
        .startsWith(sheet + "#misconduct")
        .contains(sheet);
  }

  @Test
  void aLanguageIsLookedInBeforeTheAnswersAreCutOff() {
    var entries = new ArrayList<Entry>();
    for (var i = 0; i < 1_100; i++) {
      entries.add(lantern("en", "/" + i, "lantern ".repeat(5)));
    }
    entries.add(lantern("ar", "/last", "a lantern among very many other words of this page"));
    var held = new Search.Held(Library.EMPTY, Index.of(entries));

    assertThat(addresses(Search.find(held, Asked.of("lantern"), "en", Optional.of("ar")))).containsExactly("/last");
    assertThat(addresses(find(held, "lantern", "ar"))).hasSize(1_000).startsWith("/last");
  }

  private static Entry lantern(String language, String address, String text) {
    return new Entry(Kind.UNIT, "page", "c", "m", "u", address, language, "Page", text, List.of());
  }

  @Test
  void aQuestionInASentenceIsAnsweredByItsWords() {
    assertThat(addresses(find(REAL_HELD, "What is the right to education?", "en"))).first()
        .isEqualTo("/courses/un-human-rights-responsibilities/resources/udhr#article-26");
  }

  @Test
  void whatSaysOnlySomeOfItIsTheLastResort() {
    var finding = find(REAL_HELD, "torture tzatziki", "en");

    assertThat(finding.isSome()).isTrue();
    assertThat(addresses(finding)).anyMatch(address -> address.endsWith("/udhr#article-5"));
  }

  @Test
  void theExcerptShowsWhatWasFoundInItsForms() {
    var asked = Asked.of("human right");

    assertThat(shown(Snippet.whole("Human rights are the rights of a human being.", asked, "en")))
        .isEqualTo("[Human rights] are the [rights] of a [human] being.");
    assertThat(shown(Snippet.whole("Ce sont les droits de l’homme.", Asked.of("droit homme"), "fr")))
        .isEqualTo("Ce sont les [droits] de [l’homme].");
    assertThat(shown(Snippet.whole("世界人权宣言", Asked.of("人权"), "zh"))).isEqualTo("世界[人权]宣言");
    assertThat(shown(Snippet.whole("a < b & <b>c</b>", Asked.of("c"), "en"))).isEqualTo("a < b & <b>[c]</b>");
  }

  @Test
  void theExcerptOfALongTextIsThePartThatSaysMost() {
    var text = "Right at the start. " + "Nothing here. ".repeat(100) + "The right to education is a right. "
        + "Nothing there. ".repeat(100);
    var excerpt = shown(Snippet.part(text, Asked.of("right education"), "en"));

    assertThat(excerpt).contains("The [right] to [education] is a [right].").startsWith("… ").endsWith(" …");
    assertThat(excerpt.length()).isLessThan(400);
  }

  static Stream<Library> libraries() {
    return Stream.of(SAMPLE, REAL);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void neitherKeysNorFeedbackNorTheAssessmentAreInTheIndex(Library library) {
    var entries = Entries.of(library);
    for (var course : library.courses().values()) {
      for (var secret : secrets(course).toList()) {
        assertThat(entries).as(secret)
            .noneMatch(entry -> isOfAQuestion(entry, course) && entry.text().contains(secret));
      }
      for (var translation : course.translations().values()) {
        for (var item : translation.pools().values().stream().flatMap(List::stream).toList()) {
          var prompt = item.question().prompt();
          // A short prompt may be no more than the name of something.
          assertThat(entries).as(prompt)
              .noneMatch(entry -> prompt.length() > 40 && entry.text().contains(prompt));
        }
      }
    }
  }

  /** Pages may teach in the words of an answer; what asks the question may not. */
  private static boolean isOfAQuestion(Entry entry, Course course) {
    return course.in(entry.language()).unit(entry.unit()).filter(Unit.Check.class::isInstance).isPresent();
  }

  private static Stream<String> secrets(Course course) {
    return course.translations()
        .values()
        .stream()
        .flatMap(translation -> translation.modules().stream())
        .flatMap(module -> module.units().stream())
        .filter(Unit.Check.class::isInstance)
        .flatMap(unit -> ((Unit.Check) unit).questions().stream())
        .flatMap(QuestionsTest::secrets)
        .map(PlainText::of)
        .filter(text -> text.length() > 25);
  }

  private static Stream<String> secrets(Question question) {
    return switch (question) {
      case Question.SingleChoice choice -> secrets(choice.options());
      case Question.MultipleChoice choice -> secrets(choice.options());
      case Question.Ordering ordering -> Stream.of(ordering.feedback());
      case Question.Matching matching -> Stream.of(matching.feedback());
      case Question.ShortText text -> Stream.concat(text.accepted().stream(), Stream.of(text.feedback()));
    };
  }

  private static Stream<String> secrets(List<Question.Option> options) {
    return options.stream().flatMap(option -> Stream.of(option.html(), option.feedback()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "\"", "\"\"", "«»", "*", "?", "~", "AND", "OR NOT", "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
      "title:secret", "a:b", "[a TO z]", "/.*/", "rights~2", "(((((((", "\u0000", "a\u0000b", "\uD800", "\uDFFF\uD800",
      "\u202Eabc", "'; drop table person; --", "<script>alert(1)</script>", "%00", "${jndi:ldap://x}", "ـ", "ّ",
      "\uFEFF"})
  void anythingMayBeTyped(String typed) {
    assertThatCode(() -> find(REAL_HELD, typed, "en")).doesNotThrowAnyException();
  }

  @Test
  void soMayWhatIsEndless() {
    for (var typed : List.of("a".repeat(10_000), "a ".repeat(5_000), "\"a ".repeat(5_000), "人".repeat(10_000),
        "( ".repeat(5_000), "é".repeat(10_000), "😀".repeat(5_000))) {
      assertThat(Asked.of(typed).text().codePointCount(0, Asked.of(typed).text().length()))
          .isLessThanOrEqualTo(Asked.LONGEST);
      assertThatCode(() -> find(REAL_HELD, typed, "en")).doesNotThrowAnyException();
    }
  }

  @Test
  void soMayWhatNobodyWouldType() {
    var random = new Random(20261121);
    for (int i = 0; i < 500; i++) {
      var typed = random.ints(random.nextInt(40), 0, 0x3100)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint,
              StringBuilder::append)
          .toString();
      var finding = find(SAMPLE_HELD, typed, "en");
      finding.entries().forEach(entry -> {
        var pieces = Snippet.part(entry.text(), finding.asked(), entry.language());
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.text()).isNotEmpty());
      });
    }
  }
}

package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.Library;

/** What is found by which words, in each language. */
class LanguagesTest {

  private static final Map<String, List<String>> TEXTS = Map.of(
      "en", List.of("The right to education of children.", "Duty bearers and their bodies.",
          "The Secretary-General's report on naïve coöperation."),
      "fr",
      List.of("Les droits de l’homme et l'égalité.", "Une obligation d'État, aujourd'hui.", "L'œuvre du greffier."),
      "es", List.of("Los derechos humanos y la educación del niño.", "La rendición de cuentas de las naciones."),
      "ru", List.of("Права человека и ещё одна свобода.", "Верховный комиссар посетил страны.", "Всё её детство."),
      "ar",
      List.of("الإعلان العالمي لحقوق الإنسان", "الأُسْرَة هي الوحدة الطبيعية",
          "لكل شخـــص حق في التعليم على قدم المساواة"),
      "zh", List.of("世界人权宣言", "条约机构的意见", "人人有受教育的权利"));

  private static final Search.Held HELD = new Search.Held(Library.EMPTY, Index.of(TEXTS.entrySet()
      .stream()
      .flatMap(language -> language.getValue()
          .stream()
          .map(text -> new Entry(Kind.UNIT, "page", "course", "", "",
              "/" + language.getKey() + language.getValue().indexOf(text), language.getKey(), "", text, List.of())))
      .toList()));

  private static List<String> found(String query) {
    var finding = Search.find(HELD, Asked.of(query), "en", Optional.empty());
    return finding.isSome() || finding.instead().isPresent()
        ? List.of()
        : finding.entries().stream().map(entry -> entry.address().substring(1)).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      education                   | en0
      EDUCATION                   | en0
      éducation                   | en0
      educ                        | en0
      rights                      | en0
      the right to                | en0
      body                        | en1
      duty-bearer                 | en1
      secretary general           | en2
      Secretary-General’s         | en2
      naive cooperation           | en2
      droits                      | fr0
      Droits                      | fr0
      droit                       | fr0
      homme                       | fr0
      l'homme                     | fr0
      l’homme                     | fr0
      "droits de l'homme"         | fr0
      « droits de l’homme »       | fr0
      egalite                     | fr0
      ÉGALITÉ                     | fr0
      l'egal                      | fr0
      état                        | fr1
      d'Etat                      | fr1
      aujourd'hui                 | fr1
      educacion                   | es0
      derecho humano              | es0
      nino                        | es0
      rendición de cuentas        | es1
      nación                      | es1
      права                       | ru0
      ПРАВА ЧЕЛОВЕКА              | ru0
      еще                         | ru0
      ещё                         | ru0
      свободы                     | ru0
      верховного комиссара        | ru1
      все                         | ru2
      حقوق الإنسان                | ar0
      حقوق الانسان                | ar0
      لحقوق                       | ar0
      إعلان                       | ar0
      اعلان                       | ar0
      الاسرة                      | ar1
      الأسرة                      | ar1
      أسره                        | ar1
      شخص                         | ar2
      شـخـص                       | ar2
      تعليم                       | ar2
      علي                         | ar2
      التعلیم                     | ar2
      人权                        | zh0
      宣言                        | zh0
      世界人权                    | zh0
      "人权宣言"                  | zh0
      条约机构                    | zh1
      教育                        | zh2
      权利                        | zh2
      """)
  void finds(String query, String what) {
    assertThat(found(query)).contains(what);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "human right"               | es0
      "right education"           | en0
      writing                     | en0
      ducation                    | en0
      "l'homme droits"            | fr0
      égalitarisme                | fr0
      omme                        | fr0
      "derechos educación"        | es0
      правда                      | ru0
      свобода слова               | ru0
      "человека права"            | ru0
      حقل                         | ar0
      "الإنسان حقوق"              | ar0
      世界银行                    | zh0
      "宣言人权"                  | zh0
      权宣世                      | zh0
      """)
  void doesNotFind(String query, String what) {
    assertThat(found(query)).doesNotContain(what);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      educaton                    | education
      edukation                   | education
      secretery general           | Secretary general
      droist                      | droits
      obligatoin                  | obligation
      educaciom                   | educación
      чиловека                    | человека
      комисар                     | комиссар
      المساوة                     | المساواة
      """)
  void aWordThatNothingSaysIsReadAsTheNearest(String typed, String instead) {
    assertThat(Search.find(HELD, Asked.of(typed), "en", Optional.empty()).instead()).contains(instead);
  }

  @ParameterizedTest
  @CsvSource({"zzzzzzzz", "xq", "abcdefghijklmnop", "123456"})
  void aWordThatIsFarFromAllOthersIsLeftAsItIs(String typed) {
    var finding = Search.find(HELD, Asked.of(typed), "en", Optional.empty());

    assertThat(finding.instead()).isEmpty();
    assertThat(finding.entries()).isEmpty();
  }
}

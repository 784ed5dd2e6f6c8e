package org.lectern.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

  @ParameterizedTest
  @CsvSource({
      "'', 0",
      "'One, two — three.', 3",
      "'  one\n\ttwo  ', 2",
      "'Article 12', 2",
      "'… — !', 0",
      "كل ما سبق, 3",
      "всё вышеперечисленное, 2",
      "人权, 1",
      "以上都对吗, 3",
      "人人有权享有 12 个月, 5",
      "UN人权, 1",
      "สิทธิ, 3",
      "𝒜𝒷 𠀀𠀁, 2"})
  void wordsAreCountedInEveryScript(String text, int words) {
    assertThat(new Passage(Spot.startOf("page.md"), text, true).words()).isEqualTo(words);
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({"en,21 November 2026", "ar,21 نوفمبر 2026", "es,21 de noviembre de 2026", "fr,21 novembre 2026",
      "ru,21 ноября 2026 г.", "zh,2026年11月21日"})
  void aDayIsWrittenAsItsLanguageWritesIt(String language, String written) {
    assertThat(
        Moments.day(LocalDate.of(2026, 11, 21), Locale.forLanguageTag(language)).replaceAll("[\\u00a0\\u202f]", " "))
        .isEqualTo(written);
  }

  @Test
  void aMomentSaysItsZone() {
    assertThat(Moments.moment(Instant.parse("2026-11-21T22:30:00Z"), ZoneId.of("Africa/Nairobi"), Locale.ENGLISH))
        .startsWith("22 November 2026")
        .contains("01:30")
        .endsWith("EAT");
  }
}

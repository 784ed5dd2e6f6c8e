package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

  @ParameterizedTest
  @CsvSource(quoteCharacter = '|', value = {"en,45,45 min", "en,60,1 hr", "en,185,|3 hr, 5 min|", "fr,185,3 h et 5 min",
      "es,185,3 h y 5 min", "ru,185,3 ч 5 мин", "zh,185,3小时5分钟", "ar,185,3 ساعات و5 دقائق", "ar,11,11 دقيقة"})
  void lengthsOfTimeAreWrittenAsPeopleSayThem(String language, int minutes, String written) {
    assertThat(Spans.of(language, minutes).replace('\u00a0', ' ').replace('\u202f', ' ')).isEqualTo(written);
  }
}

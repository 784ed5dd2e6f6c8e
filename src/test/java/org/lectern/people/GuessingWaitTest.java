package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessingWaitTest {

  @ParameterizedTest
  @CsvSource({"0,PT30S", "1,PT1M", "2,PT2M", "3,PT4M", "5,PT16M", "6,PT30M", "7,PT30M", "1000000,PT30M"})
  void theWaitDoublesUpToHalfAnHour(int failuresTooMany, Duration wait) {
    assertThat(Guessing.wait(failuresTooMany)).isEqualTo(wait);
  }
}

package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptStateTest {

  @ParameterizedTest
  @CsvSource({"80,PASSED", "100,PASSED", "79,FAILED", "0,FAILED"})
  void submissionPassesFromThePassMarkOn(int score, AttemptState after) {
    assertThat(AttemptState.OPEN.submitted(score, 80)).isEqualTo(after);
  }

  @Test
  void anOpenAttemptCanBeAbandoned() {
    assertThat(AttemptState.OPEN.abandoned()).isEqualTo(AttemptState.ABANDONED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void anAttemptThatHasEndedNeverChanges(AttemptState ended) {
    assertThatThrownBy(() -> ended.submitted(100, 80)).isInstanceOf(IllegalStateException.class)
        .hasMessage("an attempt that is " + ended.id() + " does not change");
    assertThatThrownBy(ended::abandoned).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givingUpDelaysTheNextTryLikeFailing() {
    assertThat(AttemptState.values()).filteredOn(AttemptState::countsAsFailure)
        .containsExactly(AttemptState.FAILED, AttemptState.ABANDONED);
  }
}

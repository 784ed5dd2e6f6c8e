package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

class MixedIdsTest {

  @Test
  void theOrderIsFixedForEveryQuestion() {
    // Learners' answers are stored under these: whoever changes them changes what people answered.
    assertThat(MixedIds.of("m3-timeline", 4)).containsExactly("d", "c", "b", "a");
    assertThat(MixedIds.of("evening", 3)).containsExactly("c", "a", "b");
  }

  @Test
  void theOrderIsNeverThatOfTheFileAndDiffersBetweenQuestions() {
    var orders = new HashSet<List<String>>();
    for (int i = 0; i < 500; i++) {
      var ids = MixedIds.of("question-" + i, 3);
      assertThat(ids).containsExactlyInAnyOrder("a", "b", "c").isNotEqualTo(List.of("a", "b", "c"));
      orders.add(ids);
    }
    assertThat(orders).hasSize(5);
  }
}

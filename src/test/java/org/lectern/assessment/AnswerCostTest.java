package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What saving an answer may cost the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerCostTest {

  @Inject
  SessionFactory database;

  @Test
  void savingAnAnswerReadsTheAttemptOnce() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var asked = Learner.key(attempt).entrySet().iterator().next();

    // The attempt; the lock; the answer that is there; the answer. The least of three, because a node does something by
    // itself now and then.
    var least = IntStream.rangeClosed(1, 3)
        .mapToLong(seq -> statements(() -> learner.answers(attempt, asked.getKey(), seq, asked.getValue())))
        .min()
        .orElseThrow();
    assertThat(least).isBetween(1L, 4L);
  }

  private long statements(Supplier<Response> work) {
    var statistics = database.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.get().then().statusCode(200);
      return statistics.getPrepareStatementCount();
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }
}

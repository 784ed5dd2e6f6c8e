package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What saving an answer may cost the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AnswerCostTest {

  @Inject
  SessionFactory database;

  @Test
  void savingAnAnswerReadsTheAttemptOnceAndLocksItBriefly() {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var asked = Learner.key(attempt).entrySet().iterator().next();
    var statistics = database.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();

    learner.answers(attempt, asked.getKey(), 1, asked.getValue()).then().statusCode(200);

    // The attempt; the lock; the answer that is there; the answer.
    assertThat(statistics.getPrepareStatementCount()).isLessThanOrEqualTo(4);
    statistics.setStatisticsEnabled(false);
  }
}

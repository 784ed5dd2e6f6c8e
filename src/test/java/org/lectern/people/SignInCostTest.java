package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a sign-in may cost the database: on the last day before a deadline everybody comes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInCostTest {

  @Inject
  SessionFactory database;

  private long statements(Runnable work) {
    var statistics = database.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.run();
      return statistics.getPrepareStatementCount();
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  private static void signIn(TestPerson person, String password, int status) {
    stranger().formParam("email", person.email())
        .formParam("password", password)
        .post("/sign-in")
        .then()
        .statusCode(status);
  }

  @Test
  void aSignInIsTwoTransactionsOfFewStatements() {
    var person = TestPerson.onFullPath();
    var transactions = database.getStatistics();

    // The account, the guesses, what is counted; the guesses, what is taken back, the audit, the name, the session.
    assertThat(statements(() -> signIn(person, TestPerson.PASSWORD, 303))).isLessThanOrEqualTo(8);
    assertThat(transactions.getTransactionCount()).isEqualTo(2);
    assertThat(statements(() -> signIn(person, "wrong", 422))).isLessThanOrEqualTo(5);
  }

  @Test
  void theFirstTryFromAPlaceCostsNoMore() {
    var person = TestPerson.onFullPath();
    QuarkusTransaction.requiringNew().run(() -> PasswordGuess.deleteAll());

    assertThat(statements(() -> signIn(person, TestPerson.PASSWORD, 303))).isLessThanOrEqualTo(8);
  }
}

package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.stream.Stream;

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

  private record Cost(long statements, long transactions) {}

  /** The least of three times, because a node does something by itself now and then. */
  private Cost cost(Runnable work) {
    var costs = Stream.generate(() -> costOnce(work)).limit(3).toList();
    return new Cost(costs.stream().mapToLong(Cost::statements).min().orElseThrow(),
        costs.stream().mapToLong(Cost::transactions).min().orElseThrow());
  }

  private Cost costOnce(Runnable work) {
    var statistics = database.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.run();
      return new Cost(statistics.getPrepareStatementCount(), statistics.getTransactionCount());
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

    // The guesses, the account, what is counted; the guesses, what is taken back, the audit, the name, the session.
    var right = cost(() -> signIn(person, TestPerson.PASSWORD, 303));
    assertThat(right.statements()).isLessThanOrEqualTo(8);
    assertThat(right.transactions()).isEqualTo(2);
    assertThat(cost(() -> signIn(person, "wrong", 422)).statements()).isLessThanOrEqualTo(5);
  }

  @Test
  void theFirstTryFromAPlaceCostsNoMore() {
    var person = TestPerson.onFullPath();

    // To forget is one statement more, in a transaction of its own.
    var first = cost(() -> {
      QuarkusTransaction.requiringNew().run(() -> PasswordGuess.deleteAll());
      signIn(person, TestPerson.PASSWORD, 303);
    });
    assertThat(first.statements() - 1).isLessThanOrEqualTo(8);
  }
}

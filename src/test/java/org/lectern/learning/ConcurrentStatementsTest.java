package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.answeredRightly;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.learning.Telling.tell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.lectern.ledger.Verb;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What arrives at the same moment is as if it had come one after the other. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConcurrentStatementsTest {

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  /** Runs all at once, in eight threads, and gives the statuses in order. */
  private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var statuses = new ArrayList<Integer>();
      for (var request : threads.invokeAll(requests)) {
        statuses.add(request.get());
      }
      return statuses;
    }
  }

  @RepeatedTest(3)
  void theLastAnswersOfACheckCompleteItOnce() throws Exception {
    tell(person, answeredRightly("s1-check", "glass"), answeredRightly("s1-check", "parts"),
        answeredRightly("s1-check", "evening"));
    var requests = new ArrayList<Callable<Integer>>();
    for (var one = 0; one < 4; one++) {
      requests.add(() -> tell(person, answeredRightly("s1-check", "match")).statusCode());
      requests.add(() -> tell(person, answeredRightly("s1-check", "who")).statusCode());
    }

    assertThat(atOnce(requests)).containsOnly(200);

    assertThat(ledger(person)).filteredOn(statement -> statement.verb == Verb.COMPLETED).hasSize(1);
    assertThat(ledger(person)).filteredOn(statement -> statement.verb == Verb.ANSWERED).hasSize(11);
    assertThat(completedOf(person)).containsExactly("s1-check");
  }

  @Test
  void theSameStatementEightTimesIsOne() throws Exception {
    var statement = completed("s1-welcome");

    assertThat(atOnce(Collections.nCopies(8, () -> tell(person, statement).statusCode()))).containsOnly(200);

    assertThat(ledger(person)).hasSize(1);
    assertThat(Telling.registrations(person)).hasSize(1);
  }

  @Test
  void theFirstStatementsOpenOneRegistration() throws Exception {
    var units = List.of("s1-welcome", "s2-dark", "s3-rooms");
    var requests = units.stream()
        .<Callable<Integer>>map(unit -> () -> tell(person, completed(unit)).statusCode())
        .toList();

    assertThat(atOnce(requests)).containsOnly(200);

    assertThat(Telling.registrations(person)).hasSize(1);
    assertThat(completedOf(person)).containsExactlyInAnyOrderElementsOf(units);
  }

  @Test
  void statementsOfOneUnitAreNeverRecordedAtTheSameMoment() throws Exception {
    var requests = Collections.<Callable<Integer>>nCopies(8,
        () -> tell(person, answeredRightly("s1-check", "glass")).statusCode());

    assertThat(atOnce(requests)).containsOnly(200);

    assertThat(ledger(person)).extracting(statement -> statement.stored).hasSize(8).doesNotHaveDuplicates();
  }
}

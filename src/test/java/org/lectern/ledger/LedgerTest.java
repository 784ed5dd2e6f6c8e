package org.lectern.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Requests that share a transaction share nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerTest {

  private static final String COURSE = "sample-course";

  @Inject
  Ledger ledger;

  @Inject
  InstantSource clock;

  private TestPerson person;
  private Registration registration;

  @BeforeEach
  void somebodyHasBegun() {
    person = TestPerson.onFullPath();
    registration = QuarkusTransaction.requiringNew()
        .call(() -> Registration.currentOrOpen(person.id(), COURSE, "1.0 (abc)", clock.instant()));
  }

  private Statement completed(UUID id, String activity) {
    var context = new Statement.Context(Registration.keyed(registration.id, person.id()), "1.0 (abc)", "en",
        person.id(), clock.instant());
    return Statement.of(context, Statement.Act.completed(id, activity, clock.instant()));
  }

  private List<Statement> inLedger() {
    return QuarkusTransaction.requiringNew().call(() -> Statement.history(person.id()).list());
  }

  /** Appends all at once; answers which of them failed, by their place. */
  private List<Integer> failing(List<List<Statement>> requests) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      var outcomes = threads.invokeAll(requests.stream().<Callable<Boolean>>map(request -> () -> {
        ledger.append(request);
        return true;
      }).toList());
      var failed = new ArrayList<Integer>();
      for (var i = 0; i < outcomes.size(); i++) {
        try {
          outcomes.get(i).get();
        } catch (ExecutionException refused) {
          failed.add(i);
        }
      }
      return failed;
    }
  }

  @Test
  void whatComesAtTheSameMomentIsAllThere() throws Exception {
    var requests = new ArrayList<List<Statement>>();
    for (var i = 0; i < 40; i++) {
      requests.add(List.of(completed(UUID.randomUUID(), "unit-" + i)));
    }

    assertThat(failing(requests)).isEmpty();

    assertThat(inLedger()).hasSize(40);
  }

  @Test
  void oneThatFailsFailsAloneAndWhole() throws Exception {
    var taken = UUID.randomUUID();
    ledger.append(List.of(completed(taken, "first")));
    var requests = new ArrayList<List<Statement>>();
    for (var i = 0; i < 12; i++) {
      requests.add(List.of(completed(UUID.randomUUID(), "unit-" + i)));
    }
    requests.add(List.of(completed(UUID.randomUUID(), "half"), completed(taken, "again")));

    assertThat(failing(requests)).containsExactly(12);

    assertThat(inLedger()).hasSize(13).extracting(statement -> statement.activity).doesNotContain("half", "again");
  }
}

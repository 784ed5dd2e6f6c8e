package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.ledger;
import static org.lectern.learning.Telling.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.platform.Problem;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Learners who complete pages at the same moment share a transaction, and nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompletionsTest {

  private static final List<String> PAGES = List.of("s1-welcome", "s2-dark", "s3-rooms");

  @Inject
  Recording recording;

  @Inject
  Shelf shelf;

  @Inject
  Engagements engagements;

  private TestPerson person;

  @BeforeEach
  void somebodyHasBegun() {
    person = TestPerson.onFullPath();
    tell(person, completed("s1-welcome")).then().statusCode(200);
  }

  private static Said page(UUID id, String unit) {
    return Said.completed(id, unit, Instant.now());
  }

  private void say(TestPerson who, List<Said> said) {
    recording.record(who.id(), shelf.library().course("sample-course").orElseThrow(), "en", said);
  }

  /** Says all at once; answers what came of it, in order: {@code null} when it was recorded. */
  private static List<Problem> atOnce(List<Runnable> requests) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      var running = threads.invokeAll(requests.stream().<Callable<Boolean>>map(request -> () -> {
        request.run();
        return true;
      }).toList());
      var outcomes = new ArrayList<Problem>();
      for (var one : running) {
        try {
          one.get();
          outcomes.add(null);
        } catch (ExecutionException refused) {
          outcomes.add((Problem) refused.getCause());
        }
      }
      return outcomes;
    }
  }

  @Test
  void whatComesAtTheSameMomentIsAllThere() throws Exception {
    var requests = new ArrayList<Runnable>();
    for (var i = 0; i < 40; i++) {
      var said = List.of(page(UUID.randomUUID(), PAGES.get(i % 3)));
      requests.add(() -> say(person, said));
    }

    assertThat(atOnce(requests)).containsOnlyNulls();

    assertThat(ledger(person)).hasSize(41);
  }

  @Test
  void eachIsJudgedByTheirOwnPath() throws Exception {
    var other = TestPerson.onAbridgedPath();
    tell(other, completed("s1-welcome")).then().statusCode(200);
    var requests = new ArrayList<Runnable>();
    for (var i = 0; i < 12; i++) {
      var who = i % 2 == 0 ? person : other;
      var said = List.of(page(UUID.randomUUID(), "s3-rooms"));
      requests.add(() -> say(who, said));
    }

    var outcomes = atOnce(requests);

    for (var i = 0; i < 12; i++) {
      if (i % 2 == 0) {
        assertThat(outcomes.get(i)).isNull();
      } else {
        assertThat(outcomes.get(i).type()).isEqualTo("outside-path");
      }
    }
    assertThat(ledger(person)).hasSize(7);
    assertThat(ledger(other)).hasSize(1);
  }

  @Test
  void oneThatFailsFailsAloneAndWhole() throws Exception {
    var taken = UUID.randomUUID();
    say(person, List.of(page(taken, "s2-dark")));
    var requests = new ArrayList<Runnable>();
    for (var i = 0; i < 12; i++) {
      var said = List.of(page(UUID.randomUUID(), "s1-welcome"));
      requests.add(() -> say(person, said));
    }
    requests.add(() -> say(person, List.of(page(UUID.randomUUID(), "s3-rooms"), page(taken, "s3-rooms"))));

    var outcomes = atOnce(requests);

    assertThat(outcomes.subList(0, 12)).containsOnlyNulls();
    assertThat(outcomes.get(12).type()).isEqualTo("statement-id-used");
    assertThat(ledger(person)).hasSize(14).extracting(statement -> statement.activity).doesNotContain("s3-rooms");
  }

  @Test
  void whatWasSaidWhenItWasOnThePathCanBeSaidAgainWhenItIsNot() {
    var said = List.of(page(UUID.randomUUID(), "s3-rooms"));
    say(person, said);
    engagements.setJobNetwork(person.id(), "ITECNET", engagements.today(), person.id());

    say(person, said);

    assertThat(ledger(person)).hasSize(2);
    assertThatThrownBy(() -> say(person, List.of(page(UUID.randomUUID(), "s3-rooms"))))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo("outside-path"));
  }

  @Test
  void whatIsSaidTwiceAtTheSameMomentIsThereOnce() throws Exception {
    var said = List.of(page(UUID.randomUUID(), "s2-dark"));
    var requests = new ArrayList<Runnable>();
    for (var i = 0; i < 8; i++) {
      requests.add(() -> say(person, said));
    }

    assertThat(atOnce(requests)).containsOnlyNulls();

    assertThat(ledger(person)).hasSize(2);
  }
}

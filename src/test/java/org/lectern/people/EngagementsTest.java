package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.Problem;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EngagementsTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

  @Inject
  Engagements engagements;

  @Inject
  TestClock clock;

  private UUID newPerson() {
    return QuarkusTransaction.requiringNew().call(() -> {
      var person = new Person("Ada Sample", null, clock.instant());
      person.persist();
      return person.id;
    });
  }

  private static List<Engagement> known(UUID person) {
    return QuarkusTransaction.requiringNew().call(() -> Engagement.known(person));
  }

  private static List<Engagement> history(UUID person) {
    return QuarkusTransaction.requiringNew().call(() -> Engagement.history(person));
  }

  private static List<String> on(UUID person, LocalDate day) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Engagement.on(person, day).stream().map(engagement -> engagement.jobNetwork).toList());
  }

  @Test
  void aChangeHoldsFromItsDayOnAndWhatHeldBeforeStays() {
    var person = newPerson();
    engagements.setJobNetwork(person, "ITECNET", JANUARY, person);
    engagements.setJobNetwork(person, "POLNET", MAY, person);

    assertThat(known(person)).extracting(one -> one.jobNetwork, one -> one.validFrom, one -> one.validTo)
        .containsExactly(
            tuple("POLNET", MAY, null),
            tuple("ITECNET", JANUARY, LocalDate.of(2026, 4, 30)));
    assertThat(on(person, LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(on(person, JANUARY)).containsExactly("ITECNET");
    assertThat(on(person, LocalDate.of(2026, 4, 30))).containsExactly("ITECNET");
    assertThat(on(person, MAY)).containsExactly("POLNET");
  }

  @Test
  void whatWasKnownBeforeIsNeverLost() {
    var person = newPerson();
    var before = clock.instant();
    engagements.setJobNetwork(person, "ITECNET", JANUARY, person);
    var between = clock.instant();
    engagements.setJobNetwork(person, "POLNET", MAY, person);

    assertThat(history(person)).hasSize(3).filteredOn(one -> one.replacedAt != null).singleElement().satisfies(one -> {
      assertThat(one.jobNetwork).isEqualTo("ITECNET");
      assertThat(one.validFrom).isEqualTo(JANUARY);
      assertThat(one.validTo).isNull();
      assertThat(one.recordedAt).isBetween(before, between);
      assertThat(one.replacedAt).isAfterOrEqualTo(between);
    });
  }

  @Test
  void aBackDatedChangeReplacesWhatWasThoughtToHoldAfterIt() {
    var person = newPerson();
    engagements.setJobNetwork(person, "ITECNET", JANUARY, person);
    engagements.setJobNetwork(person, "LOGNET", SEPTEMBER, person);

    engagements.setJobNetwork(person, "POLNET", MAY, person);

    assertThat(known(person)).extracting(one -> one.jobNetwork, one -> one.validFrom, one -> one.validTo)
        .containsExactly(
            tuple("POLNET", MAY, null),
            tuple("ITECNET", JANUARY, LocalDate.of(2026, 4, 30)));
    assertThat(history(person)).extracting(one -> one.jobNetwork).contains("LOGNET");
  }

  @Test
  void aChangeBeforeTheFirstEngagementReplacesIt() {
    var person = newPerson();
    engagements.setJobNetwork(person, "ITECNET", MAY, person);

    engagements.setJobNetwork(person, "POLNET", JANUARY, person);

    assertThat(known(person)).extracting(one -> one.jobNetwork, one -> one.validFrom)
        .containsExactly(tuple("POLNET", JANUARY));
  }

  @Test
  void aChangeOnTheSameDayReplacesTheWholeOne() {
    var person = newPerson();
    engagements.setJobNetwork(person, "ITECNET", MAY, person);

    engagements.setJobNetwork(person, "POLNET", MAY, person);

    assertThat(known(person)).extracting(one -> one.jobNetwork, one -> one.validFrom)
        .containsExactly(tuple("POLNET", MAY));
    assertThat(history(person)).hasSize(2);
  }

  @Test
  void theSameChangeTwiceMakesNoNewRow() {
    var person = newPerson();
    engagements.setJobNetwork(person, "POLNET", MAY, person);
    engagements.setJobNetwork(person, "POLNET", MAY, person);
    engagements.setJobNetwork(person, "POLNET", SEPTEMBER, person);

    assertThat(history(person)).hasSize(1);
  }

  @Test
  void thatNothingIsKnownIsNotRecordedWhenNothingWas() {
    var person = newPerson();

    engagements.setJobNetwork(person, null, MAY, person);

    assertThat(history(person)).isEmpty();
  }

  @Test
  void thatItIsNoLongerKnownIsRecorded() {
    var person = newPerson();
    engagements.setJobNetwork(person, "POLNET", JANUARY, person);

    engagements.setJobNetwork(person, null, MAY, person);

    assertThat(on(person, MAY)).containsExactly((String) null);
    assertThat(on(person, JANUARY)).containsExactly("POLNET");
  }

  @Test
  void theRestOfAnEngagementGoesWithTheNewJobNetwork() {
    var person = newPerson();
    QuarkusTransaction.requiringNew().run(() -> {
      var engagement = new Engagement(person, "ITECNET", JANUARY, clock.instant(), person);
      engagement.department = "Department";
      engagement.dutyStation = "Harbour";
      engagement.grade = "P-3";
      engagement.supervisor = true;
      engagement.persist();
    });

    engagements.setJobNetwork(person, "POLNET", MAY, person);

    assertThat(known(person)).hasSize(2).allSatisfy(one -> {
      assertThat(one.department).isEqualTo("Department");
      assertThat(one.dutyStation).isEqualTo("Harbour");
      assertThat(one.grade).isEqualTo("P-3");
      assertThat(one.supervisor).isTrue();
    });
  }

  @Test
  void aJobNetworkThatIsNotInUseOnThatDayIsRefused() {
    var person = newPerson();

    assertThatThrownBy(() -> engagements.setJobNetwork(person, "OLDNET", MAY, person))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    engagements.setJobNetwork(person, "OLDNET", LocalDate.of(2019, 12, 31), person);

    assertThat(history(person)).extracting(one -> one.jobNetwork).containsExactly("OLDNET");
  }

  @Test
  void changesAtTheSameMomentComeOneAfterTheOther() throws Exception {
    var person = newPerson();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var changes = Stream.of("POLNET", "ITECNET", "DEVNET", "LOGNET").<Callable<Boolean>>map(network -> () -> {
        engagements.setJobNetwork(person, network, MAY, person);
        return true;
      });
      for (var change : threads.invokeAll(changes.toList())) {
        assertThat(change.get()).isTrue();
      }
    }

    assertThat(known(person)).hasSize(1);
    assertThat(history(person)).hasSize(4);
  }
}

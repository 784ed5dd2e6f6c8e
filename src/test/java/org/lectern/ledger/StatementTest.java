package org.lectern.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.Transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatementTest {

  private static final String COURSE = "sample-course";
  private static final String EDITION = "1.0 (abc)";

  @Inject
  EntityManager entities;

  @Inject
  SessionFactory sessions;

  @Inject
  InstantSource clock;

  @ConfigProperty(name = "quarkus.datasource.db-kind")
  String database;

  private final UUID person = UUID.randomUUID();

  @BeforeEach
  void somebodyIsThere() {
    inTransaction(() -> entities.createNativeQuery("insert into person (id, name, created_at) values (?1, 'Ada', ?2)")
        .setParameter(1, person)
        .setParameter(2, clock.instant())
        .executeUpdate());
  }

  private static <T> T inTransaction(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }

  private Statement.Context context() {
    var registration = Registration.currentOrOpen(person, COURSE, EDITION, clock.instant());
    return new Statement.Context(registration, EDITION, "en", person, clock.instant());
  }

  private Statement complete(String activity) {
    return inTransaction(() -> Statement.append(context(),
        Statement.Act.completed(UUID.randomUUID(), activity, clock.instant())));
  }

  private List<String> completed() {
    return inTransaction(() -> Statement.completed(person, COURSE));
  }

  private Statement read(UUID id) {
    return inTransaction(() -> Statement.of(person, id).orElseThrow());
  }

  @Test
  void whatIsAppendedTogetherIsKeptWhole() {
    var context = inTransaction(this::context);
    var answered = Statement.of(context, new Statement.Act(UUID.randomUUID(), Verb.ANSWERED, "s1-check/q1",
        List.of("a", "“b”, {c}"), false, null, clock.instant().minusSeconds(5)));
    var passed = Statement.of(context, new Statement.Act(UUID.randomUUID(), Verb.PASSED, "assessment", null, true, 80,
        clock.instant()));
    passed.voids = UUID.randomUUID();

    sessions.inStatelessSession(session -> Statement.append(session, List.of(answered, passed)));

    assertThat(read(answered.id)).usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("\\$\\$.*")
        .isEqualTo(answered);
    assertThat(read(passed.id)).usingRecursiveComparison().ignoringFieldsMatchingRegexes("\\$\\$.*").isEqualTo(passed);
  }

  @Test
  void whatIsAppendedTogetherIsAllOrNothing() {
    var before = complete("s1-welcome");
    var context = inTransaction(this::context);
    var fresh = Statement.of(context, Statement.Act.completed(UUID.randomUUID(), "s2-dark", clock.instant()));
    var again = Statement.of(context, Statement.Act.completed(before.id, "s2-dark", clock.instant()));

    assertThatThrownBy(
        () -> sessions.inStatelessSession(session -> Statement.append(session, List.of(fresh, again))))
        .isInstanceOf(ConstraintViolationException.class)
        .satisfies(failure -> assertThat(Transactions.isWorthRetrying(failure)).isTrue());

    assertThat(completed()).containsExactly("s1-welcome");
  }

  @Test
  void whatIsAppendedInATransactionIsTakenBackWithIt() {
    var context = inTransaction(this::context);
    var one = Statement.of(context, Statement.Act.completed(UUID.randomUUID(), "s1-welcome", clock.instant()));

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
      Statement.append(entities.unwrap(Session.class), List.of(one));
      throw new IllegalStateException("thought better of it");
    })).hasMessage("thought better of it");

    assertThat(completed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update statement set activity = 'another' where person_id = ?1", "delete from statement where person_id = ?1",
      "update statement set stored_at = happened_at where person_id = ?1"})
  void theDatabaseRefusesToChangeAStatement(String sql) {
    var statement = complete("s1-welcome");

    assertThatThrownBy(() -> inTransaction(
        () -> entities.createNativeQuery(sql).setParameter(1, person).executeUpdate()))
        .hasStackTraceContaining("statements are append-only: void a wrong one by another");

    assertThat(read(statement.id).activity).isEqualTo("s1-welcome");
    assertThat(completed()).containsExactly("s1-welcome");
  }

  @Test
  void theDatabaseRefusesToEmptyTheLedgerWhereItCan() {
    complete("s1-welcome");
    if (database.equals("postgresql")) {
      assertThatThrownBy(() -> inTransaction(() -> entities.createNativeQuery("truncate statement").executeUpdate()))
          .hasStackTraceContaining("statements are append-only: void a wrong one by another");
    }

    assertThat(completed()).containsExactly("s1-welcome");
  }

  @Test
  void aChangeOfTheObjectChangesNothing() {
    var statement = complete("s1-welcome");

    inTransaction(() -> {
      var found = Statement.of(person, statement.id).orElseThrow();
      found.activity = "another";
      return found;
    });

    assertThat(read(statement.id).activity).isEqualTo("s1-welcome");
  }

  @Test
  void oneIdIsOneStatement() {
    var id = UUID.randomUUID();
    inTransaction(() -> Statement.append(context(), Statement.Act.completed(id, "s1-welcome", clock.instant())));

    assertThatThrownBy(() -> inTransaction(
        () -> Statement.append(context(), Statement.Act.completed(id, "s3-rooms", clock.instant()))));

    assertThat(completed()).containsExactly("s1-welcome");
  }

  @Test
  void whatIsReadIsWhatWasWrittenToTheMicrosecond() {
    var happened = Instant.parse("2026-03-01T10:20:30.123456789Z");
    var act = new Statement.Act(UUID.randomUUID(), Verb.ANSWERED, "s1-check/glass",
        List.of("a", "ж \"quoted\" \\ 李", "\u0000\u001f"), false, 40, happened);
    var written = inTransaction(() -> Statement.append(context(), act));

    var read = read(act.id());

    assertThat(read.timestamp).isEqualTo(Instant.parse("2026-03-01T10:20:30.123456Z")).isEqualTo(written.timestamp);
    assertThat(read.stored).isEqualTo(written.stored);
    assertThat(read.responses()).containsExactly("a", "ж \"quoted\" \\ 李", "\u0000\u001f");
    assertThat(read.success).isFalse();
    assertThat(read.score).isEqualTo(40);
    assertThat(read.edition).isEqualTo(EDITION);
    assertThat(read.language).isEqualTo("en");
    assertThat(read.authority).isEqualTo(person);
    assertThat(read.voids).isNull();
  }

  @Test
  void theVeryEndOfASecondIsNotRoundedUp() {
    var happened = Instant.parse("2026-03-01T10:20:59.999999999Z");
    var id = UUID.randomUUID();
    inTransaction(() -> Statement.append(context(), Statement.Act.completed(id, "s1-welcome", happened)));

    assertThat(read(id).timestamp).isEqualTo(Instant.parse("2026-03-01T10:20:59.999999Z"));
  }

  @Test
  void nothingHappensAfterItIsRecorded() {
    var id = UUID.randomUUID();
    inTransaction(() -> Statement.append(context(),
        Statement.Act.completed(id, "s1-welcome", Instant.parse("2099-01-01T00:00:00Z"))));

    assertThat(read(id).timestamp).isEqualTo(read(id).stored);
  }

  @Test
  void aVoidedStatementStaysInTheLedgerAndCountsNoMore() {
    var wrong = complete("s1-welcome");
    complete("s3-rooms");
    inTransaction(() -> Statement.appendVoiding(context(), wrong, UUID.randomUUID()));

    assertThat(completed()).containsExactly("s3-rooms");
    assertThat(read(wrong.id).activity).isEqualTo("s1-welcome");
    assertThat(inTransaction(() -> Statement.history(person).list())).hasSize(3);

    complete("s1-welcome");
    assertThat(completed()).containsExactlyInAnyOrder("s1-welcome", "s3-rooms");
  }

  @Test
  void aVoidedAnswerIsGivenNoMore() {
    var act = new Statement.Act(UUID.randomUUID(), Verb.ANSWERED, "s1-check/glass", List.of("a"), true, null,
        clock.instant());
    var wrong = inTransaction(() -> Statement.append(context(), act));
    assertThat(answers("s1-check")).containsExactly("s1-check/glass");
    inTransaction(() -> Statement.appendVoiding(context(), wrong, UUID.randomUUID()));

    assertThat(answers("s1-check")).isEmpty();
  }

  private List<String> answers(String unit) {
    return inTransaction(() -> Statement.answers(Registration.current(person, COURSE).orElseThrow(), unit)
        .stream()
        .map(statement -> statement.activity)
        .toList());
  }

  @Test
  void theAnswersOfAUnitAreNotThoseOfAUnitWithALongerName() {
    for (var activity : List.of("s1/a", "s1-check/b", "s10/c", "s1/z9", "s")) {
      inTransaction(() -> Statement.append(context(), new Statement.Act(UUID.randomUUID(), Verb.ANSWERED, activity,
          List.of("x"), null, null, clock.instant())));
    }

    assertThat(answers("s1")).containsExactly("s1/a", "s1/z9");
    assertThat(answers("s1-check")).containsExactly("s1-check/b");
  }

  @Test
  void aNewRunStartsWithNothingAndTheOldOneIsKept() {
    complete("s1-welcome");
    inTransaction(() -> entities.createNativeQuery("insert into registration"
        + " (id, person_id, course_id, number, edition, opened_at) values (?1, ?2, ?3, 2, ?4, ?5)")
        .setParameter(1, UUID.randomUUID())
        .setParameter(2, person)
        .setParameter(3, COURSE)
        .setParameter(4, EDITION)
        .setParameter(5, clock.instant())
        .executeUpdate());

    assertThat(completed()).isEmpty();
    assertThat(inTransaction(() -> Registration.of(person))).hasSize(2);
    assertThat(inTransaction(() -> Registration.current(person, COURSE).orElseThrow()).number).isEqualTo(2);
    assertThat(inTransaction(() -> Statement.history(person).list())).hasSize(1);
  }

  @Test
  void somebodyElsesStatementsAreTheirs() {
    var statement = complete("s1-welcome");

    assertThat(inTransaction(() -> Statement.of(UUID.randomUUID(), statement.id))).isEmpty();
    assertThat(inTransaction(() -> Statement.withIds(UUID.randomUUID(), List.of(statement.id)))).isEmpty();
    assertThat(inTransaction(() -> Statement.completed(UUID.randomUUID(), COURSE))).isEmpty();
  }

  @Test
  void ofManyRequestsAtTheSameMomentOneOpensTheRegistration() throws Exception {
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
      var open = java.util.Collections.<java.util.concurrent.Callable<UUID>>nCopies(8, () -> Transactions.retrying(
          () -> Registration.currentOrOpen(person, COURSE, EDITION, clock.instant()).id));

      var ids = new java.util.HashSet<UUID>();
      for (var opened : threads.invokeAll(open)) {
        ids.add(opened.get());
      }

      assertThat(ids).hasSize(1);
    }
    assertThat(inTransaction(() -> Registration.of(person))).hasSize(1);
  }
}

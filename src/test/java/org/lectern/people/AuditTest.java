package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditTest {

  @Inject
  TestClock clock;

  @Inject
  DataSource database;

  @Inject
  AuditMonths months;

  @ConfigProperty(name = "quarkus.datasource.db-kind")
  String kind;

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  private List<String> query(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static AuditEntry add(String subject, Instant when) {
    return QuarkusTransaction.requiringNew().call(() -> {
      var entry = AuditEntry.of(when, "tried").to(subject).saying("x".repeat(2000));
      entry.add();
      return entry;
    });
  }

  @Test
  void signingInIsWrittenDown() {
    var person = TestPerson.onFullPath();

    var account = QuarkusTransaction.requiringNew().call(() -> Account.of(person.id()).getFirst().id.toString());
    var lines = QuarkusTransaction.requiringNew().call(() -> AuditEntry.about(account));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().act).isEqualTo("signed-in");
    assertThat(lines.getFirst().actor).isEqualTo(person.id());
    assertThat(lines.getFirst().place).isEqualTo("127.0.0.1");
    assertThat(lines.getFirst().happenedAt).isBetween(clock.instant().minusSeconds(600), clock.instant());
  }

  @Test
  void aLineCanNeitherBeChangedNorTakenAway() {
    var subject = UUID.randomUUID().toString();
    add(subject, clock.instant());

    for (var sql : List.of("update audit_entry set act = 'other'", "delete from audit_entry")) {
      assertThatThrownBy(() -> run(sql + " where subject = '" + subject + "'")).as(sql)
          .hasStackTraceContaining("append-only");
    }
    var lines = QuarkusTransaction.requiringNew().call(() -> AuditEntry.about(subject));
    assertThat(lines).extracting(line -> line.act).containsExactly("tried");
    assertThat(lines.getFirst().detail).hasSize(1000);
  }

  /** As if it were that moment; in years that nothing else makes, neither another test nor the job. */
  private AuditMonths monthsAt(String moment) {
    return new AuditMonths(database, InstantSource.fixed(Instant.parse(moment)), kind);
  }

  @Test
  void theMonthsOfTheYearAheadAreThereAndNewOnesAreMadeAsTimePasses() throws SQLException {
    var march = monthsAt("2041-03-31T23:59:59Z");
    march.run();
    assertThat(march.missing()).isEmpty();
    assertThat(march.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

    var may = monthsAt("2041-05-01T00:00:00Z");
    assertThat(may.missing()).isEqualTo(kind.equals("postgresql")
        ? List.of(LocalDate.of(2042, 5, 1), LocalDate.of(2042, 6, 1))
        : List.of());
    may.run();

    assertThat(may.missing()).isEmpty();
  }

  @Test
  void aLineOfAMonthThatIsMissingIsKeptAndMovesWhenTheMonthIsMade() throws SQLException {
    var subject = UUID.randomUUID().toString();
    var when = Instant.parse("2031-07-15T12:00:00Z");
    add(subject, when);
    if (kind.equals("postgresql")) {
      assertThat(tableOf(subject)).containsExactly("audit_entry_other");
      assertThat(months.missing()).contains(LocalDate.of(2031, 7, 1));
      assertThat(months.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      months.run();
      assertThat(query("select make_audit_month('2031-07-31')")).containsExactly("f");
      assertThat(tableOf(subject)).containsExactly("audit_entry_2031_07");
      for (var table : List.of("audit_entry_2031_07", "audit_entry_other", "audit_entry")) {
        for (var act : List.of("truncate ", "delete from ")) {
          assertThatThrownBy(() -> run(act + table)).hasMessageContaining("append-only");
        }
      }
    }

    var lines = QuarkusTransaction.requiringNew().call(() -> AuditEntry.about(subject));
    assertThat(lines).extracting(line -> line.happenedAt).containsExactly(when);
  }

  private List<String> tableOf(String subject) throws SQLException {
    return query("select tableoid::regclass::text from audit_entry where subject = '" + subject + "'");
  }

  @Test
  void sessionsThatEndedLongAgoAreTakenAwayAndOthersAreNot() {
    var person = TestPerson.onFullPath();
    var job = new EndedSessions(clock);

    job.run();
    assertThat(person.api().get("/api/v1/courses/sample-course").statusCode()).isEqualTo(200);
    clock.pass(Duration.ofDays(7 + 31));
    job.run();

    assertThat(QuarkusTransaction.requiringNew().call(() -> Session.count("personId", person.id()))).isZero();
  }
}

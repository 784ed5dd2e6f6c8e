package org.lectern.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** On PostgreSQL the ledger is divided by person, and one that was not is divided without losing a line. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerPartitionsTest {

  private static final String COPIED = "27";
  private static final String UNDIVIDED = "26";

  @Inject
  DataSource dataSource;

  @ConfigProperty(name = "quarkus.datasource.db-kind")
  String database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @BeforeEach
  void onPostgreSql() {
    assumeTrue(database.equals("postgresql"), "H2 has no partitions");
  }

  /** A database of its own on the same server, empty. */
  private String fresh() throws SQLException {
    var name = "ledger_" + UUID.randomUUID().toString().replace('-', '_');
    try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url.replace("/postgres?", "/" + name + "?").replaceFirst("/postgres$", "/" + name);
  }

  private void migrate(String fresh, String to) {
    Flyway.configure()
        .dataSource(fresh, user, "")
        .locations("db/migration", "db/postgresql")
        .target(to)
        .load()
        .migrate();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void tell(Connection connection, int people, int statements) throws SQLException {
    run(connection, "insert into person select gen_random_uuid(), 'Ada', 'en', now() from generate_series(1, " + people
        + ")");
    run(connection, "insert into registration select gen_random_uuid(), id, 'c', 1, '1+a', now() from person p"
        + " where not exists (select from registration r where r.person_id = p.id)");
    run(connection, "insert into statement select person_id, gen_random_uuid(), id, 'COMPLETED', 'unit-' || n, null,"
        + " true, n, '1+a', 'en', now(), now(), person_id, null from registration, generate_series(1, " + statements
        + ") n");
  }

  private static final String ALL = "select md5(s::text) from statement s order by 1";

  @Test
  void whatWasThereAndWhatCameWhileItWasCopiedIsAllThere() throws SQLException {
    var fresh = fresh();
    migrate(fresh, UNDIVIDED);
    try (var connection = DriverManager.getConnection(fresh, user, "")) {
      // So many that none of the parts stays empty.
      tell(connection, 400, 3);
      migrate(fresh, COPIED);
      tell(connection, 10, 2);
      var before = rows(connection, ALL);

      migrate(fresh, "latest");

      assertThat(rows(connection, ALL)).hasSize(400 * 3 + 410 * 2).isEqualTo(before);
      assertThat(rows(connection, "select distinct tableoid::regclass::text from statement order by 1")).hasSize(8);
    }
  }

  @Test
  void whatSomebodyHasCompletedIsReadFromAnIndexAlone() throws SQLException {
    var fresh = fresh();
    migrate(fresh, "latest");
    try (var connection = DriverManager.getConnection(fresh, user, "")) {
      tell(connection, 200, 100);
      run(connection, "vacuum (analyze) statement");
      var anybody = "'7d444840-9dc0-11d1-b245-5ffdce74fad2'";

      var plan = rows(connection, "explain select edition, string_agg(activity, ' ') from statement"
          + " where person_id = " + anybody + " and registration_id = " + anybody
          + " and verb in ('COMPLETED', 'PASSED') and id <> " + anybody + " group by edition");

      assertThat(plan.stream().filter(line -> line.contains("Scan")).toList()).singleElement()
          .asString()
          .containsPattern("Index Only Scan using statement_\\d_completions");
    }
  }

  @Test
  void theMigrationGivesUpWhenItCannotHaveTheLockAndCanBeTriedAgain() throws SQLException {
    var fresh = fresh();
    migrate(fresh, COPIED);
    try (var holder = DriverManager.getConnection(fresh, user, "");
        var connection = DriverManager.getConnection(fresh, user, "")) {
      tell(connection, 3, 3);
      holder.setAutoCommit(false);
      run(holder, "lock table statement in row exclusive mode");
      var impatient = fresh + (fresh.contains("?") ? "&" : "?") + "options=-c%20lock_timeout=200ms";

      assertThatThrownBy(() -> migrate(impatient, "latest")).hasStackTraceContaining("lock timeout");
      assertThat(rows(connection, ALL)).hasSize(9);

      holder.rollback();
      migrate(impatient, "latest");
      assertThat(rows(connection, ALL)).hasSize(9);
    }
  }

  @Test
  void noPartOfTheLedgerCanBeChangedByItsOwnName() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var parts = rows(connection,
          "select inhrelid::regclass::text from pg_inherits where inhparent = 'statement'::regclass");
      assertThat(parts).hasSize(8);
      for (var part : parts) {
        for (var sql : List.of("truncate " + part, "delete from " + part, "update " + part + " set activity = 'x'")) {
          assertThatThrownBy(() -> run(connection, sql)).as(sql).hasMessageContaining("append-only");
        }
      }
    }
  }

  @Test
  void whatIsAskedAboutOnePersonLooksIntoOnePart() throws SQLException {
    var person = UUID.randomUUID();
    try (var connection = dataSource.getConnection()) {
      var plan = String.join("\n", rows(connection, "explain select distinct s.activity from statement s"
          + " join registration r on r.id = s.registration_id where s.person_id = '" + person
          + "' and r.course_id = 'c'"
          + " and s.verb in ('COMPLETED', 'PASSED') and not exists (select from statement v"
          + " where v.person_id = s.person_id and v.voids = s.id)"));

      assertThat(plan.lines()
          .filter(line -> line.contains(" on statement_"))
          .map(line -> line.replaceAll(
              ".* on (statement_\\d).*", "$1"))
          .filter(line -> line.matches("statement_\\d"))
          .distinct()).as(plan).hasSize(1);
    }
  }
}

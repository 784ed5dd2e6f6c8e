package org.lectern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** How nodes agree on content, by the table that all of them read and write. */
class NodesTest {

  private static EmbeddedPostgres postgres;
  private static DataSource database;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    database = postgres.getPostgresDatabase();
    run(Files.readString(Path.of("src/main/resources/db/migration/V025__platform_jobs.sql")));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void nobodyIsThere() throws SQLException {
    run("truncate node");
  }

  private static void run(String sql) throws SQLException {
    try (var connection = database.getConnection(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Nodes node(String name) {
    return new Nodes(database, UUID.randomUUID(), name);
  }

  private Nodes serving(String name, String content) throws SQLException {
    var node = node(name);
    node.beat(content);
    assertThat(node.decide(content)).as(name).isTrue();
    return node;
  }

  private void silence(String name) throws SQLException {
    run("update node set seen_at = seen_at - interval '11 seconds' where name = '" + name + "'");
  }

  @Test
  void aNodeAloneDecidesAtOnce() throws SQLException {
    var one = serving("one", "a");
    one.beat("b");
    assertThat(one.decide("b")).isTrue();
    assertThat(one.beat("b")).contains("b");
  }

  @Test
  void newContentIsServedWhenAllHaveReadIt() throws SQLException {
    var one = serving("one", "a");
    var two = serving("two", "a");

    one.beat("b");
    assertThat(one.decide("b")).isFalse();
    assertThat(one.behind("b")).containsExactly("two");
    assertThat(one.beat("b")).contains("a");

    assertThat(two.beat("b")).contains("a");
    assertThat(one.decide("b")).isTrue();
    assertThat(two.decide("b")).isTrue();
    assertThat(two.beat("b")).contains("b");
  }

  @Test
  void aNewcomerWithOtherContentDoesNotServeAndKeepsNobodyWaiting() throws SQLException {
    var one = serving("one", "a");
    var newcomer = node("newcomer");
    newcomer.beat("old");
    assertThat(newcomer.decide("old")).isFalse();

    one.beat("b");
    assertThat(one.decide("b")).isTrue();
    assertThat(newcomer.decide("old")).isFalse();
    newcomer.beat("b");
    assertThat(newcomer.decide("b")).isTrue();
  }

  @Test
  void aNewcomerMustHaveWhatTheOthersAreAboutToServe() throws SQLException {
    var one = serving("one", "a");
    var two = serving("two", "a");
    one.beat("b");
    var newcomer = node("newcomer");
    newcomer.beat("a");

    assertThat(newcomer.decide("a")).isFalse();
    two.beat("b");
    assertThat(one.decide("b")).isTrue();
  }

  @Test
  void aNodeThatFellSilentIsNotWaitedForAndServesNoMoreWhenItWakes() throws SQLException {
    var one = serving("one", "a");
    var frozen = serving("frozen", "a");
    silence("frozen");
    one.beat("b");
    assertThat(one.decide("b")).isTrue();

    assertThat(frozen.beat("a")).isEmpty();
    assertThat(frozen.decide("a")).isFalse();
    frozen.beat("b");
    assertThat(frozen.decide("b")).isTrue();
  }

  @Test
  void aNodeThatLeavesIsNotWaitedFor() throws SQLException {
    var one = serving("one", "a");
    serving("two", "a").leave();
    one.beat("b");
    assertThat(one.decide("b")).isTrue();
  }
}

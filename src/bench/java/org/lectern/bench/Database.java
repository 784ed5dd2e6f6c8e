package org.lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of its own, that writes to the disk what it acknowledges. */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final Path folder;

  /**
   * Starts it.
   *
   * @param disk milliseconds that each write of the log is to take beside what it takes
   */
  Database(Path folder, int disk) throws IOException {
    this.folder = folder.resolve("postgresql");
    this.postgres = EmbeddedPostgres.builder()
        .setDataDirectory(this.folder)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", "512MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("commit_delay", Integer.toString(disk * 1_000))
        .setServerConfig("commit_siblings", "0")
        .start();
  }

  String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  /** The process that all others of this PostgreSQL come from. */
  long process() throws IOException {
    try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /** The yardstick: each client inserts one row after the other, each in a transaction of its own. */
  Supplier<Load.Work> inserts() throws SQLException {
    try (var connection = connect(); var statement = connection.createStatement()) {
      statement.execute("create table if not exists yardstick (person_id uuid not null, id uuid not null,"
          + " activity varchar(130) not null, stored_at timestamp(6) with time zone not null, primary key (person_id, id))");
    }
    return () -> {
      try {
        var connection = connect();
        var insert = connection.prepareStatement("insert into yardstick values (?, ?, ?, ?)");
        return () -> {
          insert.setObject(1, UUID.randomUUID());
          insert.setObject(2, UUID.randomUUID());
          insert.setString(3, "the-idea-of-human-rights");
          insert.setObject(4, Instant.now().atOffset(java.time.ZoneOffset.UTC));
          return insert.executeUpdate() == 1;
        };
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /**
   * Ends the connections of the yardstick's clients, which would otherwise use up what there are, and waits until their
   * processes are gone: what they took would be missing from what all processes took.
   */
  void endYardstick() throws SQLException {
    try (var connection = connect(); var statement = connection.createStatement()) {
      statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
          + " where query like 'insert into yardstick%' and pid <> pg_backend_pid()");
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}

package org.lectern.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * The table of the nodes, as one of them writes and reads it, on PostgreSQL. All times are those of the database, so that
 * nobody's clock matters.
 */
final class Nodes {

  /** A node that was not heard of for this long does not count any more. */
  static final int ALIVE_SECONDS = 10;

  private static final String ALIVE = "seen_at > clock_timestamp() - interval '" + ALIVE_SECONDS + " seconds'";
  /** The nodes that serve and have not read this content. */
  private static final String BEHIND = " from node where id <> ? and serving is not null and loaded <> ? and " + ALIVE;
  /** Any number that nothing else in this database locks. */
  private static final long DECISION = 0x6c656374_65726eL;

  private final DataSource database;
  private final UUID id;
  private final String name;

  Nodes(DataSource database, UUID id, String name) {
    this.database = database;
    this.id = id;
    this.name = name;
  }

  /**
   * Says that this node lives, and what it has read. Whoever was silent for too long no longer serves: meanwhile the
   * others may have gone on without it.
   *
   * @return the content that it serves; empty when it does not
   */
  Optional<String> beat(String loaded) throws SQLException {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement("update node set loaded = ?, seen_at = clock_timestamp(),"
            + " serving = case when " + ALIVE + " then serving end where id = ? returning serving")) {
      update.setString(1, loaded);
      update.setObject(2, id);
      try (var row = update.executeQuery()) {
        if (row.next()) {
          return Optional.ofNullable(row.getString(1));
        }
      }
      enter(connection, loaded);
      return Optional.empty();
    }
  }

  private void enter(Connection connection, String loaded) throws SQLException {
    run(connection, "delete from node where seen_at < clock_timestamp() - interval '1 day'");
    run(connection, "insert into node (id, name, started_at, seen_at, loaded)"
        + " values (?, ?, clock_timestamp(), clock_timestamp(), ?)", id, name, loaded);
  }

  /** Takes this node out, so that nobody waits for it. */
  void leave() throws SQLException {
    try (var connection = database.getConnection()) {
      run(connection, "delete from node where id = ?", id);
    }
  }

  /**
   * Lets this node serve what it has read, if all the nodes that serve have read it too. Nodes decide one at a time, so
   * that none begins to serve something else in the middle; who finds another deciding comes again later.
   *
   * @return whether it may serve it
   */
  boolean decide(String loaded) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var agreed = has(connection, "select pg_try_advisory_xact_lock(?)", DECISION)
            && !has(connection, "select exists (select" + BEHIND + ")", id, loaded)
            && run(connection, "update node set serving = ? where id = ?", loaded, id) == 1;
        connection.commit();
        return agreed;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** The names of those that have not read this content, although they serve. */
  List<String> behind(String loaded) throws SQLException {
    try (var connection = database.getConnection();
        var query = prepared(connection, "select name" + BEHIND + " order by name", id, loaded);
        var rows = query.executeQuery()) {
      var names = new ArrayList<String>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private static boolean has(Connection connection, String sql, @Nullable Object... values) throws SQLException {
    try (var query = prepared(connection, sql, values); var row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}

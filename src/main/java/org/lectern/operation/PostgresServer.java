package org.lectern.operation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.flywaydb.core.Flyway;

/** A PostgreSQL. */
record PostgresServer(String url, String user, String password) implements Store {

  private static final String STAGING = "lectern_restoring";
  /** How often it is asked, a tenth of a second apart, whether others have gone. */
  private static final int TRIES = 20;

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("reWriteBatchedInserts", "true");
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      var why = Told.of(e).replace(url, address());
      throw new SQLException("%s cannot be opened by the user \"%s\": %s".formatted(address(), user, why),
          e.getSQLState(), e);
    }
  }

  /** Without what may be secret. */
  private String address() {
    return url.split("\\?", 2)[0];
  }

  private static void execute(Connection connection, String... orders) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var order : orders) {
        statement.execute(order);
      }
    }
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Override
  public Connection open() throws SQLException {
    return connect();
  }

  @Override
  public boolean holdsData() throws SQLException, Store.InUse {
    try (var connection = connect()) {
      refuseStrangers(connection);
      refuseOthers(connection);
      return Store.anyRows(connection);
    }
  }

  /** Whoever is no owner would be told so only when everything is restored, and not how to become one. */
  private static void refuseStrangers(Connection connection) throws SQLException {
    var may = strings(connection, """
        select has_database_privilege(current_database(), 'CREATE') and coalesce((select pg_has_role(nspowner, 'USAGE')
        from pg_namespace where nspname = current_schema()), false)""").getFirst();
    if (!may.equals("t")) {
      var names = strings(connection, "select quote_ident(current_user) || ' ' || quote_ident(current_database())");
      throw new SQLException(
          "Lectern's user must own the database and its schema, to restore into it: createdb --owner "
              + names.getFirst());
    }
  }

  /**
   * A server that goes on writing would lose what it writes. Connections that were closed just now, our own among them,
   * are still counted for a moment.
   */
  private static void refuseOthers(Connection connection) throws SQLException, Store.InUse {
    var others = others(connection);
    for (var tries = 0; tries < TRIES && !others.equals("0"); tries++) {
      execute(connection, "select pg_sleep(0.1)");
      others = others(connection);
    }
    if (!others.equals("0")) {
      throw new Store.InUse("Others are connected to this database (%s connections).".formatted(others));
    }
  }

  private static String others(Connection connection) throws SQLException {
    return strings(connection, "select count(*) from pg_stat_activity where datname = current_database()"
        + " and backend_type = 'client backend' and pid <> pg_backend_pid()").getFirst();
  }

  @Override
  public Connection begin(String migration) throws SQLException, Backup.Unusable {
    forget();
    Store.migrate(Flyway.configure().dataSource(url, user, password).schemas(STAGING).defaultSchema(STAGING),
        "postgresql",
        migration);
    var connection = connect();
    execute(connection, "set search_path to " + STAGING);
    return connection;
  }

  /** All in one transaction, so that everybody sees the one or the other. */
  @Override
  public String finish(Instant now) throws SQLException, Store.InUse {
    try (var connection = connect()) {
      refuseOthers(connection);
      connection.setAutoCommit(false);
      var schema = strings(connection, "select quote_ident(current_schema())").getFirst();
      var kept = "before_restore_" + Store.suffix(now);
      var replaces = !strings(connection, "select 1 from pg_class where relnamespace = to_regnamespace('" + schema
          + "') limit 1").isEmpty();
      var extensions = strings(connection, "select quote_ident(extname) from pg_extension where extnamespace ="
          + " to_regnamespace('" + schema + "')");
      execute(connection, "alter schema " + schema + " rename to " + kept,
          "alter schema " + STAGING + " rename to " + schema);
      for (var extension : extensions) {
        execute(connection, "alter extension " + extension + " set schema " + schema);
      }
      if (!replaces) {
        execute(connection, "drop schema " + kept);
      }
      connection.commit();
      return replaces ? "the schema " + kept : "";
    }
  }

  @Override
  public void forget() throws SQLException {
    try (var connection = connect()) {
      execute(connection, "drop schema if exists " + STAGING + " cascade");
    }
  }
}

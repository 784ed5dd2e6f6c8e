package org.lectern.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table, as the database describes it.
 *
 * @param name in lower case
 * @param columns those that are written, not those that the database computes
 * @param key the columns of the primary key
 * @param parents the other tables that its rows refer to
 * @param selves the columns that refer to rows of the table itself
 */
record Table(String name, List<Column> columns, List<String> key, Set<String> parents, Set<String> selves) {

  /** What belongs to one database and to the nodes that run on it; a restored one begins its own. */
  private static final Set<String> OF_THE_MOMENT = Set.of("flyway_schema_history", "job", "node", "session_change");

  private static final int ROWS_AT_ONCE = 500;

  Table {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    parents = Set.copyOf(parents);
    selves = Set.copyOf(selves);
  }

  static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /** All tables with data in the schema that is in use, each after those that it refers to. */
  static List<Table> all(Connection connection) throws SQLException {
    var tables = new TreeMap<String, Table>();
    for (var name : names(connection)) {
      var table = describe(connection, name);
      tables.put(table.name(), table);
    }
    return inOrder(tables);
  }

  /** The names as the database writes them; a table that is divided counts once. */
  private static Set<String> names(Connection connection) throws SQLException {
    var query = isPostgres(connection)
        ? "select c.relname from pg_class c where c.relnamespace = to_regnamespace(quote_ident(current_schema()))"
            + " and c.relkind in ('r', 'p') and not c.relispartition"
        : "select table_name from information_schema.tables where table_schema = current_schema"
            + " and table_type = 'BASE TABLE'";
    var names = new TreeSet<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        if (!OF_THE_MOMENT.contains(rows.getString(1).toLowerCase(Locale.ROOT))) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private static Column.Kind kind(String table, String type) throws SQLException {
    try {
      return Column.Kind.of(type);
    } catch (IllegalStateException unknown) {
      throw new SQLException("The table %s cannot be backed up: %s. What is not Lectern's belongs into another schema."
          .formatted(table, unknown.getMessage()), unknown);
    }
  }

  private static Table describe(Connection connection, String name) throws SQLException {
    var meta = connection.getMetaData();
    var schema = connection.getSchema();
    var columns = new LinkedHashMap<String, Column>();
    try (var found = meta.getColumns(null, schema, name.replace("_", "\\_"), "%")) {
      while (found.next()) {
        if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
          var column = lower(found, "COLUMN_NAME");
          columns.put(column, new Column(column, kind(name, found.getString("TYPE_NAME"))));
        }
      }
    }
    var key = new TreeMap<Integer, String>();
    try (var found = meta.getPrimaryKeys(null, schema, name)) {
      while (found.next()) {
        key.put(found.getInt("KEY_SEQ"), lower(found, "COLUMN_NAME"));
      }
    }
    var parents = new TreeSet<String>();
    var selves = new TreeSet<String>();
    try (var found = meta.getImportedKeys(null, schema, name)) {
      while (found.next()) {
        var parent = lower(found, "PKTABLE_NAME");
        if (parent.equalsIgnoreCase(name)) {
          selves.add(lower(found, "FKCOLUMN_NAME"));
        } else {
          parents.add(parent);
        }
      }
    }
    return new Table(name.toLowerCase(Locale.ROOT), new ArrayList<>(columns.values()), new ArrayList<>(key.values()),
        parents, selves);
  }

  private static String lower(ResultSet row, String label) throws SQLException {
    return row.getString(label).toLowerCase(Locale.ROOT);
  }

  private static List<Table> inOrder(Map<String, Table> tables) {
    var ordered = new LinkedHashMap<String, Table>();
    while (ordered.size() < tables.size()) {
      var before = ordered.size();
      tables.values()
          .stream()
          .filter(table -> !ordered.containsKey(table.name()) && ordered.keySet().containsAll(table.parents()))
          .toList()
          .forEach(table -> ordered.put(table.name(), table));
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle");
      }
    }
    return List.copyOf(ordered.values());
  }

  /** The same table with only these columns, in their order. */
  Table with(List<String> names) {
    var chosen = names.stream().map(this::column).toList();
    return new Table(name, chosen, key, parents, selves);
  }

  Column column(String wanted) {
    return columns.stream()
        .filter(column -> column.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the table " + name + " has no column " + wanted));
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Hands each row to {@code use}, as one line of text; no more than some hundreds are in memory at once. */
  void forEachRow(Connection connection, RowUse use) throws SQLException, java.io.IOException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      rowByRow(statement, true);
      try (var rows = statement.executeQuery("select " + String.join(", ", columnNames()) + " from " + name)) {
        while (rows.next()) {
          var values = new ArrayList<String>(columns.size());
          for (var i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).read(rows, i + 1));
          }
          use.accept(Line.of(values));
        }
      } finally {
        rowByRow(statement, false);
      }
    }
  }

  /** H2 knows no size of fetches: it would make the whole table a result in memory before it hands out the first row. */
  private static void rowByRow(Statement statement, boolean wanted) throws SQLException {
    if (!isPostgres(statement.getConnection())) {
      statement.execute("set lazy_query_execution " + (wanted ? 1 : 0));
    }
  }

  /** Does something with a row. */
  interface RowUse {
    void accept(String line) throws SQLException, java.io.IOException;
  }

  Fingerprint fingerprint(Connection connection) throws SQLException, java.io.IOException {
    var fingerprint = new Fingerprint();
    forEachRow(connection, fingerprint::add);
    return fingerprint;
  }

  boolean hasRows(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select exists (select 1 from " + name + ")")) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}

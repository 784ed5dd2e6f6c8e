package org.lectern.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the rows of a backup into empty tables, all of them or none. */
final class Restoring {

  private static final int BATCH = 500;

  private final Connection connection;
  private final Backup backup;

  Restoring(Connection connection, Backup backup) {
    this.connection = connection;
    this.backup = backup;
  }

  /**
   * Fills the tables, and compares what is in them then with what was backed up.
   *
   * @return what was left out: tables that were in the database beside Lectern's own
   * @throws Backup.Unusable when it does not fit; what was begun is then to be thrown away ({@link Store#forget})
   */
  Set<Manifest.Contents> run() throws SQLException, IOException, Backup.Unusable {
    connection.setAutoCommit(false);
    try {
      var tables = tables();
      for (var table : List.copyOf(tables.keySet()).reversed()) {
        if (table.hasRows(connection)) {
          execute("delete from " + table.name());
        }
      }
      for (var entry : tables.entrySet()) {
        fill(entry.getKey(), entry.getValue());
      }
      for (var entry : tables.entrySet()) {
        if (!entry.getValue().matches(entry.getKey().fingerprint(connection))) {
          throw new Backup.Unusable("the table " + entry.getKey().name() + " came back otherwise than it was written");
        }
      }
      connection.commit();
      var leftOut = new LinkedHashSet<>(backup.manifest().tables());
      leftOut.removeAll(tables.values());
      return leftOut;
    } catch (IllegalArgumentException misfit) {
      connection.rollback();
      throw new Backup.Unusable(String.valueOf(misfit.getMessage()), misfit);
    } catch (SQLException | IOException | Backup.Unusable | RuntimeException failure) {
      connection.rollback();
      throw failure;
    }
  }

  /** The tables with what the backup has for them, those first to which others refer. */
  private Map<Table, Manifest.Contents> tables() throws SQLException {
    var contents = backup.manifest().tables().stream().collect(Collectors.toMap(Manifest.Contents::table, it -> it));
    var tables = new LinkedHashMap<Table, Manifest.Contents>();
    for (var table : Table.all(connection)) {
      var content = contents.get(table.name());
      if (content != null) {
        tables.put(table.with(content.columns()), content);
      }
    }
    return tables;
  }

  private void fill(Table table, Manifest.Contents contents) throws SQLException, IOException {
    var marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    var links = new ArrayList<List<String>>();
    try (var insert = connection.prepareStatement(
        "insert into %s (%s) values (%s)".formatted(table.name(), String.join(", ", table.columnNames()), marks))) {
      var waiting = new int[1];
      backup.forEachRow(contents, line -> {
        var values = Line.values(line);
        set(insert, table, values, links);
        insert.addBatch();
        if (++waiting[0] % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      });
      insert.executeBatch();
    }
    link(table, links);
  }

  /** What refers to another row of its own table waits until that row is there. */
  private static void set(
      PreparedStatement insert, Table table, List<@org.jspecify.annotations.Nullable String> values,
      List<List<String>> links)
      throws SQLException {
    if (values.size() != table.columns().size()) {
      throw new IllegalArgumentException("a row of the table " + table.name() + " has too many or too few values");
    }
    var waits = false;
    for (var i = 0; i < values.size(); i++) {
      var column = table.columns().get(i);
      var self = table.selves().contains(column.name());
      waits |= self && values.get(i) != null;
      column.write(insert, i + 1, self ? null : values.get(i));
    }
    if (waits) {
      links.add(values);
    }
  }

  private void link(Table table, List<List<String>> links) throws SQLException {
    if (links.isEmpty()) {
      return;
    }
    var selves = List.copyOf(table.selves());
    var assignments = selves.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    var condition = table.key().stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
    var columns = new ArrayList<>(selves);
    columns.addAll(table.key());
    try (var update = connection
        .prepareStatement("update %s set %s where %s".formatted(table.name(), assignments, condition))) {
      for (var values : links) {
        for (var i = 0; i < columns.size(); i++) {
          var column = table.column(columns.get(i));
          column.write(update, i + 1, values.get(table.columns().indexOf(column)));
        }
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void execute(String order) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(order);
    }
  }
}

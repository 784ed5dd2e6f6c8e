package org.lectern.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Adds any number of statements to the ledger by one statement of the database: an array for each column. */
final class Appending {

  private static final List<Column> COLUMNS = List.of(
      new Column("person_id", "uuid", statement -> statement.personId),
      new Column("id", "uuid", statement -> statement.id),
      new Column("registration_id", "uuid", statement -> statement.registrationId),
      new Column("verb", "varchar", statement -> statement.verb.name()),
      new Column("activity", "varchar", statement -> statement.activity),
      new Column("response", "varchar", statement -> statement.response),
      new Column("success", "boolean", statement -> statement.success),
      new Column("score", "integer", statement -> statement.score),
      new Column("edition", "varchar", statement -> statement.edition),
      new Column("language", "varchar", statement -> statement.language),
      new Column("happened_at", "timestamp(6) with time zone", statement -> statement.timestamp),
      new Column("stored_at", "timestamp(6) with time zone", statement -> statement.stored),
      new Column("authority", "uuid", statement -> statement.authority),
      new Column("voids", "uuid", statement -> statement.voids));

  private static final String INSERT = "insert into statement (" + of(Column::name)
      + ") select * from unnest(" + of(column -> "cast(? as " + column.type() + " array)") + ")";

  private Appending() {}

  private record Column(String name, String type, Function<Statement, @Nullable Object> value) {
    /** The type as drivers name it for an array. */
    String element() {
      return type.startsWith("timestamp") ? "timestamptz" : type;
    }
  }

  private static String of(Function<Column, String> part) {
    return COLUMNS.stream().map(part).collect(Collectors.joining(", "));
  }

  /** Adds them, all or none: in the transaction of the connection, or, where it commits by itself, in one of their own. */
  static void append(Connection connection, List<Statement> statements) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var i = 0; i < COLUMNS.size(); i++) {
        var column = COLUMNS.get(i);
        insert.setArray(i + 1,
            connection.createArrayOf(column.element(), statements.stream().map(column.value()).toArray()));
      }
      insert.executeUpdate();
    }
  }
}

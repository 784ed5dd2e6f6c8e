package org.lectern.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Where lists and figures are read: a replica when the operator has set {@code quarkus.datasource.reports.jdbc.url},
 * else the one database. What a replica says may be some moments old: it says whom a change of many is to concern, but
 * whether each can be changed is asked of the one database.
 */
@ApplicationScoped
public class ReportDatabase {

  /** Seconds after which the database gives a question up, so that one report cannot hold it for good. */
  private static final int PATIENCE = 60;

  private static final int ROWS_AT_ONCE = 500;

  private final AgroalDataSource database;
  private final boolean h2;

  ReportDatabase(
      AgroalDataSource main,
      @DataSource("reports") InjectableInstance<AgroalDataSource> replica,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this.h2 = kind.equals("h2");
    this.database = replica.getHandle().getBean().isActive() ? replica.get() : main;
  }

  /** Makes something of the row that a result stands on. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with the row that a result stands on. */
  @FunctionalInterface
  public interface Visitor {
    void visit(ResultSet row) throws SQLException;
  }

  /** All rows. */
  public <T> List<T> list(Sql sql, Reader<T> reader) {
    var rows = new ArrayList<T>();
    each(sql, row -> rows.add(reader.read(row)));
    return rows;
  }

  /** The number in the first column of the only row. */
  public long count(Sql sql) {
    return list(sql, row -> row.getLong(1)).getFirst();
  }

  /** Visits row after row, with never more than some hundreds of them in memory. */
  public void each(Sql sql, Visitor visitor) {
    QuarkusTransaction.suspendingExisting().run(() -> {
      try (var connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          visit(connection, sql, visitor);
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("a report cannot be read", e);
      }
    });
  }

  private void visit(Connection connection, Sql sql, Visitor visitor) throws SQLException {
    try (var statement = connection.prepareStatement(inDialect(sql.text()))) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setQueryTimeout(PATIENCE);
      bind(statement, sql.values());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          visitor.visit(rows);
        }
      }
    }
  }

  /**
   * PostgreSQL is told which parts to compute once, because it may think that there is little to compute and do it again
   * for each row; H2 has no word for that.
   */
  private String inDialect(String text) {
    return h2 ? text.replace(" as materialized (", " as (") : text;
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      var value = values.get(i);
      statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  /** The moment in this column; empty when there is none. */
  public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  /** The text in this column; the empty text when there is none. */
  public static String text(ResultSet row, String column) throws SQLException {
    @Nullable
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** The texts in this column, an array; none when there is no array. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null
        ? List.of()
        : Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
  }
}

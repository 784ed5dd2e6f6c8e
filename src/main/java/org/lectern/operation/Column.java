package org.lectern.operation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name in lower case
 */
record Column(String name, Kind kind) {

  /** How the values of a column are written as text: the same text from every database. */
  enum Kind {
    TEXT, UUID, WHOLE, NUMBER, TRUTH, TIME, LOCAL_TIME, DATE, BYTES, OTHER;

    /**
     * The kind of a database's type.
     *
     * @throws IllegalStateException when it is one that backups do not know yet: teach them before using it
     */
    static Kind of(String type) {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "varchar", "text", "bpchar", "char", "character", "character varying", "character large object" -> TEXT;
        case "uuid" -> UUID;
        case "int2", "int4", "int8", "smallint", "integer", "bigint", "serial", "bigserial", "tinyint" -> WHOLE;
        case "numeric", "decimal", "float4", "float8", "real", "double precision" -> NUMBER;
        case "bool", "boolean" -> TRUTH;
        case "timestamptz", "timestamp with time zone" -> TIME;
        case "timestamp" -> LOCAL_TIME;
        case "date" -> DATE;
        case "bytea", "binary", "binary varying", "binary large object" -> BYTES;
        case "json", "jsonb", "tsvector" -> OTHER;
        default -> throw new IllegalStateException("backups do not know the type " + type);
      };
    }
  }

  /** The value in a row, as text. */
  @Nullable
  String read(ResultSet row, int index) throws SQLException {
    var value = switch (kind) {
      case TEXT, OTHER -> row.getString(index);
      case UUID -> row.getObject(index, UUID.class);
      case WHOLE -> row.getLong(index);
      case NUMBER -> row.getBigDecimal(index);
      case TRUTH -> row.getBoolean(index);
      case TIME -> row.getObject(index, OffsetDateTime.class);
      case LOCAL_TIME -> row.getObject(index, LocalDateTime.class);
      case DATE -> row.getObject(index, LocalDate.class);
      case BYTES -> row.getBytes(index);
    };
    return value == null || row.wasNull() ? null : text(value);
  }

  private static String text(Object value) {
    return switch (value) {
      case OffsetDateTime time -> time.toInstant().toString();
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      default -> value.toString();
    };
  }

  /**
   * Sets what {@link #read} wrote.
   *
   * @throws IllegalArgumentException when no {@link #read} wrote it
   */
  void write(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
    if (text == null) {
      statement.setObject(index, null);
      return;
    }
    try {
      set(statement, index, text);
    } catch (java.time.format.DateTimeParseException | NumberFormatException wrong) {
      throw new IllegalArgumentException("no value of " + name + ": " + wrong.getMessage(), wrong);
    }
  }

  private void set(PreparedStatement statement, int index, String text) throws SQLException {
    switch (kind) {
      case TEXT -> statement.setString(index, text);
      case OTHER -> statement.setObject(index, text, Types.OTHER);
      case UUID -> statement.setObject(index, java.util.UUID.fromString(text));
      case WHOLE -> statement.setLong(index, Long.parseLong(text));
      case NUMBER -> statement.setBigDecimal(index, new BigDecimal(text));
      case TRUTH -> statement.setBoolean(index, Boolean.parseBoolean(text));
      case TIME -> statement.setObject(index, Instant.parse(text).atOffset(ZoneOffset.UTC));
      case LOCAL_TIME -> statement.setObject(index, LocalDateTime.parse(text));
      case DATE -> statement.setObject(index, LocalDate.parse(text));
      case BYTES -> statement.setBytes(index, HexFormat.of().parseHex(text));
    }
  }
}

package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Public for H2, which calls it. */
@Tag("once")
public class TableTest {

  private static final AtomicInteger READ = new AtomicInteger();

  /** For the database of the test: a value, and the count of those that were asked for. */
  public static int counted(int value) {
    READ.incrementAndGet();
    return value;
  }

  @Test
  void h2HandsOutEachRowBeforeItReadsTheNext() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:table");
        var statement = connection.createStatement()) {
      statement.execute("create alias counted deterministic for '%s.counted'".formatted(TableTest.class.getName()));
      connection.setAutoCommit(false);
      READ.set(0);
      var handedOut = new AtomicInteger();

      new Table("system_range(1, 1000)", List.of(new Column("counted(x)", Column.Kind.WHOLE)), List.of(), Set.of(),
          Set.of()).forEachRow(connection, line -> assertThat(READ).hasValue(handedOut.incrementAndGet()));

      assertThat(handedOut).hasValue(1000);
      READ.set(0);
      try (var rows = statement.executeQuery("select counted(x) from system_range(1, 1000)")) {
        assertThat(rows.next()).isTrue();
        assertThat(READ).as("other queries are as before").hasValue(1000);
      }
    }
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseWaitTest {

  private final SQLException away = new SQLException("Connection refused.\n  Location: somewhere", "08001");

  private final AtomicInteger tries = new AtomicInteger();

  /** Fails some times, and lets in then. */
  private DataSource database(SQLException failure, int times) {
    return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
        (proxy, method, arguments) -> {
          if (tries.incrementAndGet() <= times) {
            throw failure;
          }
          return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
              (connection, called, with) -> null);
        });
  }

  private static DatabaseWait patient(Duration patience, BooleanSupplier stopping) {
    return new DatabaseWait(patience, Duration.ofMillis(1), stopping);
  }

  @Test
  void aDatabaseThatComesLaterIsWaitedFor() {
    patient(Duration.ofMinutes(1), () -> false).until(database(away, 3));

    assertThat(tries).hasValue(4);
  }

  @Test
  void onesPatienceEndsWithWhatWasWrong() {
    var wait = patient(Duration.ZERO, () -> false);

    assertThatThrownBy(() -> wait.until(database(away, Integer.MAX_VALUE))).isInstanceOf(IllegalStateException.class)
        .hasMessage("The database cannot be reached: Connection refused. See quarkus.datasource.jdbc.url, and whether"
            + " the database runs.")
        .hasCause(away);
  }

  @Test
  void aSignToStopEndsTheWait() {
    var wait = patient(Duration.ofMinutes(1), () -> tries.get() > 2);

    assertThatThrownBy(() -> wait.until(database(away, Integer.MAX_VALUE)))
        .hasMessage("told to stop while waiting for the database");
    assertThat(tries).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000", "42501"})
  void whatWaitingCannotHealIsToldAtOnce(String state) {
    var wait = patient(Duration.ofMinutes(1), () -> false);

    assertThatThrownBy(() -> wait.until(database(new SQLException("not you", state), Integer.MAX_VALUE)))
        .hasMessage("The database does not let the server in: not you. See quarkus.datasource.jdbc.url, .username and"
            + " .password.");
    assertThat(tries).hasValue(1);
  }
}

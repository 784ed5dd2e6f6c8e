package org.lectern.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Waits at the start for a database that is not there yet, or still looks through what a fall left. What waiting cannot
 * heal, such as a wrong password, ends it at once; so does a sign to stop.
 */
final class DatabaseWait {

  private static final Logger LOG = Logger.getLogger(DatabaseWait.class);

  private final Duration patience;
  private final Duration pause;
  private final BooleanSupplier stopping;

  /**
   * @param patience how long at most
   * @param pause between two tries
   * @param stopping whether the server has been told to stop
   */
  DatabaseWait(Duration patience, Duration pause, BooleanSupplier stopping) {
    this.patience = patience;
    this.pause = pause;
    this.stopping = stopping;
  }

  /** As the server waits. */
  static DatabaseWait ofServer() {
    return new DatabaseWait(Duration.ofSeconds(100), Duration.ofSeconds(1), DatabaseWait::isStopping);
  }

  /**
   * Returns when the database can be reached.
   *
   * @throws IllegalStateException when it cannot, with what to do about it
   */
  void until(DataSource database) {
    var givenUp = System.nanoTime() + patience.toNanos();
    var said = "";
    for (var failure = attempt(database); failure != null; failure = attempt(database)) {
      var reason = reason(failure);
      if (isForGood(failure)) {
        throw new IllegalStateException("The database does not let the server in: " + reason
            + ". See quarkus.datasource.jdbc.url, .username and .password.", failure);
      }
      if (stopping.getAsBoolean()) {
        throw new IllegalStateException("told to stop while waiting for the database");
      }
      if (System.nanoTime() > givenUp) {
        throw new IllegalStateException("The database cannot be reached: " + reason
            + ". See quarkus.datasource.jdbc.url, and whether the database runs.", failure);
      }
      if (!reason.equals(said)) {
        LOG.warnf("waiting for the database: %s", reason);
        said = reason;
      }
      sleep();
    }
  }

  private static @Nullable SQLException attempt(DataSource database) {
    try {
      database.getConnection().close();
      return null;
    } catch (SQLException failure) {
      return failure;
    }
  }

  /** In one line. */
  private static String reason(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  /** 28… who one is, 3D… which database, 42501 what one may: nobody else will change them meanwhile. */
  private static boolean isForGood(SQLException failure) {
    var state = String.valueOf(failure.getSQLState());
    return state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
  }

  private void sleep() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", stopped);
    }
  }

  /** Java says so only to those who want to add or remove what is done at the end. */
  private static boolean isStopping() {
    try {
      Runtime.getRuntime().removeShutdownHook(new Thread(() -> {}));
      return false;
    } catch (IllegalStateException shuttingDown) {
      return true;
    }
  }
}

package org.lectern.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Work on the database that must be whole. */
public final class Transactions {

  private static final int TRIES = 4;
  /** A database that is started again after a fall is back within a few seconds; longer than this nobody wants to wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private static final Set<String> RACES = Set.of("23505", "55P03", "90131", "HYT00");
  private static final Set<String> CUTS = Set.of("57P01", "57P02", "57P03", "25P03", "25P04");

  private Transactions() {}

  /**
   * Runs {@code work} in a transaction of its own and returns when it is durable. When a unique key or a serialization
   * failure shows that somebody else was faster, the work runs again and sees what they did; so it must first look,
   * then write. For the same reason it can run again when the connection was cut: where that came so late that nobody
   * can tell whether the transaction was committed, the work sees it when it looks.
   */
  public static <T> T retrying(Supplier<T> work) {
    var givenUp = System.nanoTime() + PATIENCE.toNanos();
    var pause = FIRST_PAUSE;
    for (var attempt = 1;; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work::get);
      } catch (RuntimeException e) {
        if (has(e, Transactions::isCut) && System.nanoTime() < givenUp) {
          sleep(pause, e);
          pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        } else if (attempt >= TRIES || !has(e, Transactions::isRace)) {
          throw e;
        }
      }
    }
  }

  /** As {@link #retrying(Supplier)}, for work without a result. */
  public static void retrying(Runnable work) {
    retrying(() -> {
      work.run();
      return true;
    });
  }

  /** Whether the same work may go well another time: somebody else was faster, or the database was away. */
  public static boolean isWorthRetrying(Throwable failure) {
    return has(failure, Transactions::isRace) || isDatabaseAway(failure);
  }

  /** Whether nothing at all could be written, whatever it was. */
  public static boolean isDatabaseAway(Throwable failure) {
    return has(failure, Transactions::isCut);
  }

  private static void sleep(Duration pause, RuntimeException failure) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static boolean has(@Nullable Throwable failure, Predicate<String> state) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null && state.test(sql.getSQLState())) {
        return true;
      }
      for (var suppressed : cause.getSuppressed()) {
        if (has(suppressed, state)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * 23505 unique violation, 40001 serialization failure, 40P01 deadlock, 55P03 lock not had in time; H2 says 90131 for a
   * concurrent update and HYT00 when it waited too long for a lock.
   */
  private static boolean isRace(String state) {
    return state.startsWith("40") || RACES.contains(state);
  }

  /**
   * 08… no connection, or not any more; 57P01 ended by an administrator, 57P02 by the fall of the server, 57P03 it is
   * still starting; 25P03 and 25P04 the transaction stood still for too long.
   */
  private static boolean isCut(String state) {
    return state.startsWith("08") || CUTS.contains(state);
  }
}

package org.lectern.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Work on the database that must be whole. */
public final class Transactions {

  private static final int TRIES = 4;
  private static final Set<String> RACES = Set.of("23505", "55P03", "90131", "HYT00");

  private Transactions() {}

  /**
   * Runs {@code work} in a transaction of its own and returns when it is durable. When a unique key or a serialization
   * failure shows that somebody else was faster, the work runs again and sees what they did; so it must first look,
   * then write.
   */
  public static <T> T retrying(Supplier<T> work) {
    for (var attempt = 1;; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work::get);
      } catch (RuntimeException e) {
        if (attempt == TRIES || !lostARace(e)) {
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

  /** Whether somebody else was faster, so that the work can be tried again. */
  public static boolean lostARace(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isRace(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * 23505 unique violation, 40001 serialization failure, 40P01 deadlock, 55P03 lock not had in time; H2 says 90131 for a
   * concurrent update and HYT00 when it waited too long for a lock.
   */
  private static boolean isRace(@Nullable String state) {
    return state != null
        && (state.startsWith("40") || RACES.contains(state));
  }
}

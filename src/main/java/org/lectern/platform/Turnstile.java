package org.lectern.platform;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets in a few at a time to what takes much memory and processor time. Others wait in line; who comes when the line is
 * long is asked to come back, because a wait of a second or two is as much as anybody bears.
 */
public final class Turnstile {

  private static final int MOST_WAITING = 32;

  private final int places;
  private final Semaphore free;

  private Turnstile(int places) {
    this.places = places;
    this.free = new Semaphore(places, true);
  }

  /**
   * For work that takes so much memory: on all processors but one, which is for everybody else, as long as all of it takes
   * no more than a third of the memory that Java may have.
   *
   * @param bytes of memory that one takes while it is inside
   */
  public static Turnstile forWorkOf(long bytes) {
    return new Turnstile(
        places(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory(), bytes));
  }

  static int places(int processors, long memory, long bytes) {
    return Math.clamp(memory / 3 / bytes, 1, Math.max(1, processors - 1));
  }

  /** How many can be inside at a time. */
  public int places() {
    return places;
  }

  /**
   * Refuses when the line is long. To be asked before anything is counted or changed.
   *
   * @throws Problem 503
   */
  public void refuseWhenBusy() {
    if (free.getQueueLength() >= MOST_WAITING) {
      throw Problem.busy();
    }
  }

  /** Does the work when there is a place. */
  public <T> T pass(Supplier<T> work) {
    free.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}

package org.lectern.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.HdrHistogram.Histogram;

/** Does the same thing again and again, from several clients at once. */
final class Load {

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST = 60 * SECOND;

  private Load() {}

  /** What one client does again and again. */
  @FunctionalInterface
  interface Work {
    /** Does it once; tells whether it went as it should. */
    boolean once() throws Exception;
  }

  /** How it went. */
  record Outcome(double perSecond, long errors, Histogram latency) {}

  /** Each client goes on at once when it is done: the most that can be had. */
  static Outcome closed(Supplier<Work> clients, int count, double seconds) {
    var begin = System.nanoTime() + SECOND / 10;
    var end = begin + (long) (seconds * SECOND);
    return run(clients, count, (work, latency, errors) -> {
      LockSupport.parkNanos(begin - System.nanoTime());
      for (var now = System.nanoTime(); now < end;) {
        var went = attempt(work);
        var after = System.nanoTime();
        if (!went) {
          errors.incrementAndGet();
        } else if (after <= end) {
          latency.recordValue(Math.min(LONGEST, after - now));
        }
        now = after;
      }
    }, seconds);
  }

  /**
   * Something is due at constant intervals, whether or not the server has kept up: what comes late because of the server
   * counts from when it was due (no coordinated omission).
   *
   * @param count clients at most at a time
   */
  static Outcome open(Supplier<Work> clients, int count, double perSecond, double seconds) {
    var begin = System.nanoTime() + SECOND / 10;
    var interval = SECOND / perSecond;
    var all = (long) (perSecond * seconds);
    var next = new AtomicLong();
    return run(clients, count, (work, latency, errors) -> {
      for (var number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
        var due = begin + (long) (number * interval);
        for (var early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
          LockSupport.parkNanos(early);
        }
        if (attempt(work)) {
          latency.recordValue(Math.min(LONGEST, System.nanoTime() - due));
        } else {
          errors.incrementAndGet();
        }
      }
    }, seconds);
  }

  private interface Loop {
    void run(Work work, Histogram latency, AtomicLong errors);
  }

  private static Outcome run(Supplier<Work> clients, int count, Loop loop, double seconds) {
    var errors = new AtomicLong();
    var histograms = new ArrayList<Histogram>();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < count; i++) {
      var work = clients.get();
      var latency = new Histogram(LONGEST, 3);
      histograms.add(latency);
      threads.add(Thread.ofPlatform().daemon().start(() -> loop.run(work, latency, errors)));
    }
    var latency = new Histogram(LONGEST, 3);
    for (var i = 0; i < count; i++) {
      join(threads.get(i));
      latency.add(histograms.get(i));
    }
    return new Outcome(latency.getTotalCount() / seconds, errors.get(), latency);
  }

  private static boolean attempt(Work work) {
    try {
      return work.once();
    } catch (IOException | IllegalStateException failed) {
      return false;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}

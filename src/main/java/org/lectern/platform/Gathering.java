package org.lectern.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets several requests share one way to the database: what comes while others are under way waits, and all that waits
 * goes together next. Nobody waits for company. When a group fails, each of its requests is tried again alone, so that
 * nobody fails because of another; unless the database is away, which is for each request to wait for.
 *
 * @param <T> what one request wants
 * @param <R> what comes of it
 */
public final class Gathering<T, R> implements AutoCloseable {

  /** More in one group would wait longer for each other than they save. */
  private static final int MOST = ListQuery.MOST;

  private static final int GROUPS_THAT_WRITE = 4;

  /** A group that writes is done sooner than this, unless its disk or its database is slow. */
  private static final Duration PACE = Duration.ofMillis(2);

  private final Function<List<T>, List<R>> work;
  private final Duration pace;
  /** Held by the one who forms the next group. */
  private final ReentrantLock forming = new ReentrantLock();
  private final ReentrantLock turn = new ReentrantLock();
  private final Condition ended = turn.newCondition();
  /** How many groups have begun and not ended; guarded by {@link #turn}. */
  private int underWay;
  /** An empty place is a sign for one thread to end. */
  private final LinkedBlockingQueue<Optional<Waiting<T, R>>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private boolean closed;

  private record Waiting<T, R>(T item, CompletableFuture<R> outcome) {}

  /**
   * Begins to take requests.
   *
   * @param groups how many groups at a time at most
   * @param pace how long a group waits for those before it to end, and gathers meanwhile, before it begins beside them
   */
  Gathering(String name, int groups, Duration pace, Function<List<T>, List<R>> work) {
    this.work = work;
    this.pace = pace;
    this.threads = new ArrayList<>();
    for (var i = 1; i <= groups; i++) {
      this.threads.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::run));
    }
  }

  /**
   * Of requests that only look.
   *
   * @param groups how many at a time
   * @param work looks for some requests, and gives what each wanted to see, in order
   */
  public static <T, R> Gathering<T, R> reading(String name, int groups, Function<List<T>, List<R>> work) {
    return new Gathering<>(name, groups, Duration.ZERO, work);
  }

  /**
   * Of requests that write: a group shares one transaction, and with it one write to the disk. The next group begins when
   * none is under way; where that takes long because the disk is slow, beside them.
   *
   * @param work does the work of some requests, and gives what comes of each, in order, when it is durable
   */
  public static <T, R> Gathering<T, R> writing(String name, Function<List<T>, List<R>> work) {
    return new Gathering<>(name, GROUPS_THAT_WRITE, PACE, work);
  }

  /**
   * Does what one request wants, perhaps with others, and returns when it is done.
   *
   * @throws IllegalStateException when this is closed: nothing was done
   */
  public R add(T item) {
    try {
      return begin(item).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /**
   * As {@link #add}, for those who may not wait: it returns at once. What comes afterwards runs on a thread that others
   * wait for.
   *
   * @throws IllegalStateException when this is closed: nothing was done
   */
  public CompletableFuture<R> begin(T item) {
    var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
    put(waiting);
    return waiting.outcome();
  }

  /** What is put before {@link #close} is done. */
  private synchronized void put(Waiting<T, R> waiting) {
    if (closed) {
      throw new IllegalStateException("nothing is done any more: the server is stopping");
    }
    queue.add(Optional.of(waiting));
  }

  private void run() {
    try {
      for (var group = next(); !group.isEmpty(); group = next()) {
        try {
          run(group);
        } finally {
          end();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until there is a group and it may begin; empty when it is the end. */
  private List<Waiting<T, R>> next() throws InterruptedException {
    var group = new ArrayList<Waiting<T, R>>();
    forming.lockInterruptibly();
    try {
      var first = queue.take();
      if (first.isPresent()) {
        group.add(first.get());
        awaitTurn();
        takeMore(group);
      }
    } finally {
      forming.unlock();
    }
    return group;
  }

  private void awaitTurn() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      for (var left = pace.toNanos(); underWay > 0 && left > 0;) {
        left = ended.awaitNanos(left);
      }
      underWay++;
    } finally {
      turn.unlock();
    }
  }

  private void end() {
    turn.lock();
    try {
      underWay--;
      ended.signal();
    } finally {
      turn.unlock();
    }
  }

  /** All that waits, up to the sign to end. */
  private void takeMore(List<Waiting<T, R>> group) {
    while (group.size() < MOST) {
      var next = queue.poll();
      if (next == null) {
        return;
      }
      if (next.isEmpty()) {
        queue.add(next);
        return;
      }
      group.add(next.get());
    }
  }

  private void run(List<Waiting<T, R>> group) {
    try {
      var outcomes = work.apply(group.stream().map(Waiting::item).toList());
      for (var i = 0; i < group.size(); i++) {
        group.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (RuntimeException | Error failed) {
      if (group.size() == 1 || Transactions.isDatabaseAway(failed)) {
        group.forEach(one -> one.outcome().completeExceptionally(failed));
      } else {
        group.forEach(one -> run(List.of(one)));
      }
    }
  }

  /** Takes nothing more, and returns when all that was taken is done or has failed. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      threads.forEach(thread -> queue.add(Optional.empty()));
    }
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.lectern.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Lets several requests share one transaction, and with it one write to the disk: what comes while a transaction is being
 * committed waits, and all that waits goes into the next. Nobody waits for company. A request is told that its work is
 * done when that is durable. When a transaction fails, each of its requests is tried again in one of its own, so that
 * nobody fails because of another; unless the database is away, which is for each request to wait for.
 *
 * @param <T> the work of one request
 * @param <R> what comes of it
 */
public final class GroupCommit<T, R> implements AutoCloseable {

  private static final int MOST = 100;

  private final Function<List<T>, List<R>> work;
  /** An empty place is a sign for one writer to end. */
  private final LinkedBlockingQueue<Optional<Waiting<T, R>>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers;
  private boolean closed;

  private record Waiting<T, R>(T item, CompletableFuture<R> outcome) {}

  /**
   * Starts the writers.
   *
   * @param work does the work of some requests, in a transaction that is there, and gives what comes of each, in order
   * @param writers how many transactions at a time
   */
  public GroupCommit(String name, int writers, Function<List<T>, List<R>> work) {
    this.work = work;
    this.writers = new ArrayList<>();
    for (var i = 1; i <= writers; i++) {
      this.writers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::write));
    }
  }

  /**
   * Does the work of one request, perhaps with that of others, and returns when it is durable.
   *
   * @throws IllegalStateException when this is closed: nothing was done
   */
  public R add(T item) {
    var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
    put(waiting);
    try {
      return waiting.outcome().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** What is put before {@link #close} is done. */
  private synchronized void put(Waiting<T, R> waiting) {
    if (closed) {
      throw new IllegalStateException("nothing is written any more: the server is stopping");
    }
    queue.add(Optional.of(waiting));
  }

  private void write() {
    try {
      for (var first = queue.take(); first.isPresent(); first = queue.take()) {
        var group = new ArrayList<Waiting<T, R>>();
        group.add(first.get());
        takeMore(group);
        write(group);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
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

  private void write(List<Waiting<T, R>> group) {
    try {
      var outcomes = QuarkusTransaction.requiringNew()
          .call(() -> work.apply(group.stream().map(Waiting::item).toList()));
      for (var i = 0; i < group.size(); i++) {
        group.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (RuntimeException | Error failed) {
      if (group.size() == 1 || Transactions.isDatabaseAway(failed)) {
        group.forEach(one -> one.outcome().completeExceptionally(failed));
      } else {
        group.forEach(one -> write(List.of(one)));
      }
    }
  }

  /** Takes nothing more, and returns when all that was taken is durable or has failed. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      writers.forEach(writer -> queue.add(Optional.empty()));
    }
    try {
      for (var writer : writers) {
        writer.join();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}

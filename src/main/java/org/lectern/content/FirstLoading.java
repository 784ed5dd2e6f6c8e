package org.lectern.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Reads the content while everything else starts: it is the longest part of the start, and needs nothing of the rest. Where
 * the content is, and which day it is, can only be supposed at that time.
 */
public final class FirstLoading {

  private static final AtomicReference<@Nullable FirstLoading> BEGUN = new AtomicReference<>();

  private final Path dir;
  private final LocalDate day;
  private final FutureTask<Loading> loading;

  private FirstLoading(Path dir, LocalDate day) {
    this.dir = dir.toAbsolutePath();
    this.day = day;
    loading = new FutureTask<>(() -> Loading.of(dir, day));
  }

  /** Begins to read, on the thread that is answered. */
  public static Thread begin(Path dir, LocalDate day) {
    var first = new FirstLoading(dir, day);
    BEGUN.set(first);
    return Thread.ofPlatform().daemon().name("first-loading").start(first.loading);
  }

  /** What was begun, once, and if it was this that was supposed; else it is read now. */
  static Loading of(Path dir, LocalDate day) {
    var begun = BEGUN.getAndSet(null);
    if (begun == null) {
      return Loading.of(dir, day);
    }
    if (begun.dir.equals(dir.toAbsolutePath()) && begun.day.equals(day)) {
      return begun.end();
    }
    begun.loading.cancel(true);
    return Loading.of(dir, day);
  }

  /** Waits for it. If it has failed, it fails again where somebody hears of it. */
  private Loading end() {
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    } catch (ExecutionException e) {
      return Loading.of(dir, day);
    }
  }
}

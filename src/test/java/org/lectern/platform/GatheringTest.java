package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Requests that share one way to the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GatheringTest {

  @Inject
  TransactionSynchronizationRegistry transaction;

  @Test
  void whatWasTakenIsDoneBeforeItCloses() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CompletableFuture<Void>();
    var group = Gathering.<String, String>committing("test", words -> {
      begun.countDown();
      mayEnd.join();
      return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    });
    var first = new FutureTask<>(() -> group.add("one"));
    Thread.ofPlatform().start(first);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    var second = new FutureTask<>(() -> group.add("two"));
    awaitWaiting(Thread.ofPlatform().start(second));
    var closing = Thread.ofPlatform().start(group::close);
    awaitWaiting(closing);

    assertThatThrownBy(() -> group.add("three")).isInstanceOf(IllegalStateException.class);
    mayEnd.complete(null);

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("ONE");
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("TWO");
    closing.join(10_000);
    assertThat(closing.isAlive()).isFalse();
  }

  @Test
  void theNextGroupIsMadeWhileOthersAreBeingCommitted() throws Exception {
    var begun = new CountDownLatch(1);
    var mayBeCommitted = new CompletableFuture<Void>();
    var group = Gathering.<String, String>committing("test", words -> {
      if (words.contains("slow")) {
        transaction.registerInterposedSynchronization(new BeforeCommit(mayBeCommitted::join));
        begun.countDown();
      }
      return words;
    });
    try {
      var slow = group.begin("slow");
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(group.begin("quick").get(60, TimeUnit.SECONDS)).isEqualTo("quick");
      assertThat(slow).isNotDone();

      mayBeCommitted.complete(null);
      assertThat(slow.get(60, TimeUnit.SECONDS)).isEqualTo("slow");
    } finally {
      mayBeCommitted.complete(null);
      group.close();
    }
  }

  @Test
  void oneGroupIsMadeAtATime() {
    var making = new AtomicInteger();
    var most = new AtomicInteger();
    try (var group = Gathering.<Integer, Integer>committing("test", numbers -> {
      most.accumulateAndGet(making.incrementAndGet(), Math::max);
      LockSupport.parkNanos(100_000);
      making.decrementAndGet();
      return numbers;
    })) {
      var all = IntStream.range(0, 500).mapToObj(group::begin).toList();

      assertThat(all).extracting(CompletableFuture::join)
          .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void oneThatFailsSpoilsNothingForOthers() {
    try (var group = Gathering.<String, String>committing("test", words -> {
      if (words.contains("wrong")) {
        throw new IllegalArgumentException("wrong");
      }
      return words;
    })) {
      var all = Stream.of("one", "wrong", "two", "three").map(group::begin).toList();

      assertThat(all.get(0).join()).isEqualTo("one");
      assertThatThrownBy(all.get(1)::join).hasRootCauseMessage("wrong");
      assertThat(all.get(2).join()).isEqualTo("two");
      assertThat(all.get(3).join()).isEqualTo("three");
      assertThat(group.add("four")).isEqualTo("four");
    }
  }

  /** Holds a commit up. */
  private record BeforeCommit(Runnable task) implements Synchronization {
    @Override
    public void beforeCompletion() {
      task.run();
    }

    @Override
    public void afterCompletion(int status) {
      // Nothing is left to do.
    }
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    for (var tries = 0; tries < 1_000 && thread.getState() != Thread.State.WAITING; tries++) {
      Thread.sleep(10);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
  }
}

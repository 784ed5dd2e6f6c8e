package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Requests that share one way to the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GatheringTest {

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

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    for (var tries = 0; tries < 1_000 && thread.getState() != Thread.State.WAITING; tries++) {
      Thread.sleep(10);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
  }
}

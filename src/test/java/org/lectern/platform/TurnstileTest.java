package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {

  private static final long MOST_OF_ALL = Runtime.getRuntime().maxMemory();

  @ParameterizedTest
  @CsvSource({"1, 160, 1", "2, 160, 1", "64, 160, 2", "64, 4096, 63", "4, 32, 1", "8, 512, 7"})
  void allInsideTakeNoMoreThanAThirdOfTheMemory(int processors, long mebibytes, int places) {
    assertThat(Turnstile.places(processors, mebibytes << 20, 19 << 20)).isEqualTo(places);
  }

  @Test
  void noMoreAreInsideThanThereArePlaces() throws Exception {
    var turnstile = Turnstile.forWorkOf(MOST_OF_ALL);
    var entered = new CountDownLatch(1);
    var mayLeave = new CompletableFuture<Boolean>();
    var inside = new AtomicInteger();
    var first = Thread.ofPlatform().start(() -> turnstile.pass(() -> {
      inside.incrementAndGet();
      entered.countDown();
      return mayLeave.join();
    }));
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    var second = waiting(turnstile, inside::incrementAndGet);

    assertThat(turnstile.places()).isEqualTo(1);
    assertThat(inside).hasValue(1);

    mayLeave.complete(true);
    first.join(10_000);
    second.join(10_000);
    assertThat(inside).hasValue(2);
  }

  @Test
  void whoComesWhenTheLineIsLongIsAskedToComeBack() throws Exception {
    var turnstile = Turnstile.forWorkOf(MOST_OF_ALL);
    var entered = new CountDownLatch(1);
    var mayLeave = new CompletableFuture<Boolean>();
    var threads = new ArrayList<Thread>();
    threads.add(Thread.ofPlatform().start(() -> turnstile.pass(() -> {
      entered.countDown();
      return mayLeave.join();
    })));
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    for (var i = 0; i < 31; i++) {
      threads.add(waiting(turnstile, () -> true));
    }
    assertThatCode(turnstile::refuseWhenBusy).doesNotThrowAnyException();
    threads.add(waiting(turnstile, () -> true));

    assertThatThrownBy(turnstile::refuseWhenBusy)
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));

    mayLeave.complete(true);
    for (var thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    assertThatCode(turnstile::refuseWhenBusy).doesNotThrowAnyException();
  }

  /** Somebody who waits in the line. */
  private static Thread waiting(Turnstile turnstile, Supplier<?> work) throws InterruptedException {
    var thread = Thread.ofPlatform().start(() -> turnstile.pass(work));
    for (var tries = 0; tries < 1_000 && thread.getState() != Thread.State.WAITING; tries++) {
      Thread.sleep(10);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    return thread;
  }
}

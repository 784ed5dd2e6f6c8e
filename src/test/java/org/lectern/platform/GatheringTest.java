package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Requests that share one way to the database. */
class GatheringTest {

  /** Beside a group that is under way, the next one waits longer than any test. */
  private static <T> Gathering<T, T> oneAfterTheOther(UnaryOperator<List<T>> work) {
    return new Gathering<>("test", 4, Duration.ofHours(1), work);
  }

  @Test
  void whatWasTakenIsDoneBeforeItCloses() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CompletableFuture<Void>();
    Gathering<String, String> group = oneAfterTheOther(words -> {
      begun.countDown();
      mayEnd.join();
      return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    });
    var first = group.begin("one");
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    var others = Stream.of("two", "three").map(group::begin).toList();
    var closing = Thread.ofPlatform().start(group::close);
    awaitWaiting(closing);

    assertThatThrownBy(() -> group.add("four")).isInstanceOf(IllegalStateException.class);
    mayEnd.complete(null);

    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("ONE");
    assertThat(others.getFirst().get(60, TimeUnit.SECONDS)).isEqualTo("TWO");
    assertThat(others.getLast().get(60, TimeUnit.SECONDS)).isEqualTo("THREE");
    closing.join(60_000);
    assertThat(closing.isAlive()).isFalse();
  }

  @Test
  void aGroupThatTakesLongHoldsUpNobody() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CompletableFuture<Void>();
    var group = Gathering.<String, String>writing("test", words -> {
      if (words.contains("slow")) {
        begun.countDown();
        mayEnd.join();
      }
      return words;
    });
    try {
      var slow = group.begin("slow");
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(group.begin("quick").get(60, TimeUnit.SECONDS)).isEqualTo("quick");
      assertThat(slow).isNotDone();

      mayEnd.complete(null);
      assertThat(slow.get(60, TimeUnit.SECONDS)).isEqualTo("slow");
    } finally {
      mayEnd.complete(null);
      group.close();
    }
  }

  @Test
  void whatComesWhileAGroupIsUnderWayGoesTogether() throws Exception {
    var groups = new ConcurrentLinkedQueue<List<String>>();
    var begun = new CountDownLatch(1);
    var mayEnd = new CompletableFuture<Void>();
    Gathering<String, String> group = oneAfterTheOther(words -> {
      groups.add(List.copyOf(words));
      begun.countDown();
      mayEnd.join();
      return words;
    });
    try {
      var first = group.begin("one");
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      var others = Stream.of("two", "three", "four").map(group::begin).toList();

      mayEnd.complete(null);

      assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("one");
      assertThat(others.getFirst().get(60, TimeUnit.SECONDS)).isEqualTo("two");
      assertThat(others.getLast().get(60, TimeUnit.SECONDS)).isEqualTo("four");
      assertThat(groups).containsExactly(List.of("one"), List.of("two", "three", "four"));
    } finally {
      mayEnd.complete(null);
      group.close();
    }
  }

  @Test
  void eachGetsWhatBecameOfItsOwn() {
    try (var group = Gathering.<Integer, Integer>writing("test", numbers -> {
      LockSupport.parkNanos(100_000);
      return numbers.stream().map(number -> number + 1).toList();
    })) {
      var all = IntStream.range(0, 500).mapToObj(group::begin).toList();

      assertThat(all).extracting(CompletableFuture::join)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).boxed().toList());
    }
  }

  @Test
  void oneThatFailsSpoilsNothingForOthers() {
    try (var group = Gathering.<String, String>writing("test", words -> {
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

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    for (var tries = 0; tries < 1_000 && thread.getState() != Thread.State.WAITING; tries++) {
      Thread.sleep(10);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
  }
}

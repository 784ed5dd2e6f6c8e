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

  /** Makes capitals of words, and lets a group with the word "one" not end before it may. */
  private static final class Held implements UnaryOperator<List<String>>, AutoCloseable {
    private final ConcurrentLinkedQueue<List<String>> groups = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Void> mayEnd = new CompletableFuture<>();

    @Override
    public List<String> apply(List<String> words) {
      groups.add(List.copyOf(words));
      if (words.contains("one")) {
        begun.countDown();
        mayEnd.join();
      }
      return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }

    private CompletableFuture<String> begin(Gathering<String, String> group) throws InterruptedException {
      var one = group.begin("one");
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      return one;
    }

    /** Lets it end. */
    @Override
    public void close() {
      mayEnd.complete(null);
    }
  }

  private static String outcome(CompletableFuture<String> request) throws Exception {
    return request.get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatWasTakenIsDoneBeforeItCloses() throws Exception {
    var held = new Held();
    var group = oneAfterTheOther(held);
    var first = held.begin(group);
    var others = Stream.of("two", "three").map(group::begin).toList();
    var closing = Thread.ofPlatform().start(group::close);
    awaitWaiting(closing);

    assertThatThrownBy(() -> group.add("four")).isInstanceOf(IllegalStateException.class);
    held.close();

    assertThat(outcome(first)).isEqualTo("ONE");
    assertThat(outcome(others.getFirst())).isEqualTo("TWO");
    assertThat(outcome(others.getLast())).isEqualTo("THREE");
    closing.join(60_000);
    assertThat(closing.isAlive()).isFalse();
  }

  @Test
  void aGroupThatTakesLongHoldsUpNobody() throws Exception {
    var held = new Held();
    try (var group = Gathering.writing("test", held); held) {
      var slow = held.begin(group);

      assertThat(outcome(group.begin("quick"))).isEqualTo("QUICK");
      assertThat(slow).isNotDone();

      held.close();
      assertThat(outcome(slow)).isEqualTo("ONE");
    }
  }

  @Test
  void whatComesWhileAGroupIsUnderWayGoesTogether() throws Exception {
    var held = new Held();
    try (var group = oneAfterTheOther(held); held) {
      var first = held.begin(group);
      var second = group.begin("two");
      // Time enough to begin, for one that does not wait.
      Thread.sleep(100);
      var others = Stream.of("three", "four").map(group::begin).toList();

      held.close();

      assertThat(outcome(first)).isEqualTo("ONE");
      assertThat(outcome(second)).isEqualTo("TWO");
      assertThat(outcome(others.getFirst())).isEqualTo("THREE");
      assertThat(outcome(others.getLast())).isEqualTo("FOUR");
      assertThat(held.groups).containsExactly(List.of("one"), List.of("two", "three", "four"));
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

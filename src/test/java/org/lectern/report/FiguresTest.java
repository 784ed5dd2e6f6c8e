package org.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.LoadingCache;

/** How long figures are remembered. */
class FiguresTest {

  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger counts = new AtomicInteger();
  /** How often somebody may count. */
  private final Semaphore mayCount = new Semaphore(0);

  private final LoadingCache<String, Integer> figures = remembering(MOMENT);

  private LoadingCache<String, Integer> remembering(Duration moment) {
    return Figures.remembering(moment, now::get, course -> {
      mayCount.acquire();
      return counts.incrementAndGet();
    });
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void theyAreCountedOnceForAMoment() {
    mayCount.release(2);

    assertThat(figures.get("course")).isEqualTo(1);
    pass(MOMENT.minusSeconds(1));
    assertThat(figures.get("course")).isEqualTo(1);
    assertThat(counts).hasValue(1);
  }

  @Test
  void afterAMomentTheLastOnesAreShownWhileTheNextAreCounted() {
    mayCount.release();
    assertThat(figures.get("course")).isEqualTo(1);

    pass(MOMENT.plusSeconds(1));
    // Nobody may count yet, so whoever waited for it would wait for ever.
    assertThat(figures.get("course")).isEqualTo(1);

    mayCount.release();
    var next = CompletableFuture.supplyAsync(() -> {
      while (figures.get("course") == 1) {
        Thread.onSpinWait();
      }
      return figures.get("course");
    });
    assertThat(next.join()).isEqualTo(2);
  }

  @Test
  void figuresOfLongAgoAreNotShown() {
    mayCount.release(2);
    assertThat(figures.get("course")).isEqualTo(1);

    pass(MOMENT.multipliedBy(2).plusSeconds(1));

    assertThat(figures.get("course")).isEqualTo(2);
  }

  @Test
  void nothingIsRememberedWhereThatIsSet() {
    mayCount.release(2);
    var forgetful = remembering(Duration.ZERO);

    assertThat(forgetful.get("course")).isEqualTo(1);
    assertThat(forgetful.get("course")).isEqualTo(2);
  }
}

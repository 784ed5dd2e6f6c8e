package org.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.LoadingCache;

/** How long figures are remembered. */
class FiguresTest {

  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger counts = new AtomicInteger();
  private final ArrayDeque<Runnable> behind = new ArrayDeque<>();

  private final LoadingCache<String, Integer> figures = remembering(MOMENT);

  private LoadingCache<String, Integer> remembering(Duration moment) {
    return Figures.remembering(moment, now::get, behind::add, course -> counts.incrementAndGet());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void doWhatIsToBeDoneBehind() {
    while (!behind.isEmpty()) {
      behind.remove().run();
    }
  }

  @Test
  void theyAreCountedOnceForAMoment() {
    assertThat(figures.get("course")).isEqualTo(1);

    pass(MOMENT.minusSeconds(1));
    assertThat(figures.get("course")).isEqualTo(1);
    doWhatIsToBeDoneBehind();
    assertThat(counts).hasValue(1);
  }

  @Test
  void afterAMomentTheLastOnesAreShownWhileTheNextAreCounted() {
    assertThat(figures.get("course")).isEqualTo(1);
    doWhatIsToBeDoneBehind();

    pass(MOMENT.plusSeconds(1));
    assertThat(figures.get("course")).isEqualTo(1);
    assertThat(figures.get("course")).isEqualTo(1);
    doWhatIsToBeDoneBehind();

    assertThat(figures.get("course")).isEqualTo(2);
    assertThat(counts).hasValue(2);
  }

  @Test
  void figuresOfLongAgoAreNotShown() {
    assertThat(figures.get("course")).isEqualTo(1);

    pass(MOMENT.multipliedBy(2).plusSeconds(1));

    assertThat(figures.get("course")).isEqualTo(2);
  }

  @Test
  void nothingIsRememberedWhereThatIsSet() {
    var forgetful = remembering(Duration.ZERO);

    assertThat(forgetful.get("course")).isEqualTo(1);
    doWhatIsToBeDoneBehind();
    assertThat(forgetful.get("course")).isEqualTo(2);
  }
}

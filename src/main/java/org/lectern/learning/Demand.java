package org.lectern.learning;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.lectern.content.Course;
import org.lectern.platform.Settings;
import org.lectern.platform.Transactions;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Counts what was read in another language than wanted. Reading writes nothing: the counts are kept here and added to the
 * table now and then, and when the server stops. A server that is killed loses those of the last seconds, no more.
 */
@ApplicationScoped
public class Demand {

  private static final Logger LOG = Logger.getLogger(Demand.class);
  private static final int PAUSE_SECONDS = 15;

  /** Everybody takes the rows in the same order, so that two nodes never wait for each other. */
  private static final Comparator<LanguageDemand.Key> ORDER = Comparator.comparing(LanguageDemand.Key::courseId)
      .thenComparing(LanguageDemand.Key::wanted)
      .thenComparing(LanguageDemand.Key::shown)
      .thenComparing(LanguageDemand.Key::day);

  private final Settings settings;
  private final InstantSource clock;
  private final Map<LanguageDemand.Key, Long> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("language-demand").factory());

  Demand(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var unused = timer.scheduleWithFixedDelay(this::flush, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdown();
    flush();
  }

  /** Counts a text that was shown; one in the wanted language is not counted. */
  void shown(Course course, String wanted, String shown) {
    if (!wanted.equals(shown)) {
      var day = LocalDate.ofInstant(clock.instant(), settings.zone());
      counts.merge(new LanguageDemand.Key(course.id(), wanted, shown, day), 1L, Long::sum);
    }
  }

  /** Adds what was counted to the table; what cannot be added now stays for the next time. */
  synchronized void flush() {
    var batch = new TreeMap<LanguageDemand.Key, Long>(ORDER);
    for (var key : List.copyOf(counts.keySet())) {
      var times = counts.remove(key);
      if (times != null) {
        batch.put(key, times);
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    try {
      Transactions.retrying(() -> batch.forEach(LanguageDemand::add));
    } catch (RuntimeException e) {
      batch.forEach((key, times) -> counts.merge(key, times, Long::sum));
      LOG.warn("what was read in another language than wanted could not be counted yet", e);
    }
  }
}

package org.lectern.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.jboss.logging.Logger;
import org.lectern.content.ContentProblem;
import org.lectern.content.Shelf;
import org.lectern.platform.Counted;
import org.lectern.platform.Settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** What an operator should see of the business, beside what the machine does: above all, what is owed to somebody. */
@ApplicationScoped
public class Gauges {

  private static final Logger LOG = Logger.getLogger(Gauges.class);
  private static final int MILLISECONDS_TO_COUNT = 10_000;

  private final MeterRegistry registry;
  private final Shelf shelf;
  private final EntityManager entities;
  private final InstantSource clock;
  private final Cache<Gauges, Counts> counted;

  Gauges(MeterRegistry registry, Shelf shelf, EntityManager entities, Settings settings, InstantSource clock) {
    this.clock = clock;
    this.registry = registry;
    this.shelf = shelf;
    this.entities = entities;
    // Whoever asks while somebody counts waits for that count and makes none of their own.
    this.counted = Caffeine.newBuilder().expireAfterWrite(settings.metrics().every()).build();
  }

  /** What is counted in the database; not a number when it cannot be. */
  private record Counts(double certificatesOwed, double attemptsOpen, double jobsOverdue) {
    static final Counts UNKNOWN = new Counts(Double.NaN, Double.NaN, Double.NaN);
  }

  void atStart(@Observes StartupEvent start) {
    Counted.showAll();
    fromDatabase("lectern.certificates.owed", "Passed assessments whose registration never had a certificate",
        Counts::certificatesOwed);
    fromDatabase("lectern.attempts.open", "Attempts that are neither submitted nor abandoned", Counts::attemptsOpen);
    fromDatabase("lectern.jobs.overdue.seconds", "For how long the oldest job is due that no node has begun",
        Counts::jobsOverdue);
    Gauge.builder("lectern.courses", () -> shelf.library().courses().size())
        .description("Courses that are served")
        .register(registry);
    for (var level : ContentProblem.Severity.values()) {
      Gauge.builder("lectern.content.problems", () -> problems(level))
          .description("Problems in course files, which authors should mend")
          .tag("severity", level.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void fromDatabase(String name, String description, ToDoubleFunction<Counts> count) {
    Gauge.builder(name, () -> count.applyAsDouble(counted.get(this, unused -> count())))
        .description(description)
        .register(registry);
  }

  private long problems(ContentProblem.Severity severity) {
    return shelf.problems().stream().filter(problem -> problem.severity() == severity).count();
  }

  private Counts count() {
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> new Counts(
              number("""
                  select count(distinct a.registration_id) from attempt a where a.state = 'PASSED'
                  and not exists (select 1 from certificate c where c.registration_id = a.registration_id)"""),
              number("select count(*) from attempt where open_marker = true"),
              overdue()));
    } catch (RuntimeException unreachable) {
      LOG.warnf("metrics could not be counted: %s", unreachable.getMessage());
      return Counts.UNKNOWN;
    }
  }

  private double overdue() {
    var due = entities.createNativeQuery("select min(execution_time) from job where picked = false", Instant.class)
        .setHint("jakarta.persistence.query.timeout", MILLISECONDS_TO_COUNT)
        .getSingleResult();
    return due instanceof Instant moment
        ? Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1000.0)
        : 0;
  }

  private double number(String query) {
    var count = entities.createNativeQuery(query)
        .setHint("jakarta.persistence.query.timeout", MILLISECONDS_TO_COUNT)
        .getSingleResult();
    return ((Number) count).doubleValue();
  }
}

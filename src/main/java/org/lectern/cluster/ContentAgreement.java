package org.lectern.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Agreement;

import io.quarkus.runtime.ShutdownEvent;

/**
 * This node among those that share its database. New content is shown when all of them have read it; a node that comes
 * with other content than the rest is not ready until it has read theirs. A node that falls silent is not waited for.
 * On H2 there is one node, which need not ask anybody.
 */
@Default
@Readiness
@ApplicationScoped
public class ContentAgreement implements Agreement, HealthCheck {

  private static final Logger LOG = Logger.getLogger(ContentAgreement.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration ALIVE = Duration.ofSeconds(Nodes.ALIVE_SECONDS);

  private final boolean alone;
  private final Nodes nodes;
  private final ScheduledExecutorService heart = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("node").factory());

  /** What this node has read last. */
  private @Nullable String loaded;
  private volatile Optional<String> serving = Optional.empty();
  private volatile long heard;
  private boolean silent;
  private @Nullable String waiting;

  ContentAgreement(
      DataSource database,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    alone = !kind.equals("postgresql");
    var host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    nodes = new Nodes(database, UUID.randomUUID(), host + ":" + port + ", process " + ProcessHandle.current().pid());
    if (!alone) {
      var unused = heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized boolean reached(String fingerprint) {
    if (alone) {
      return true;
    }
    if (!fingerprint.equals(loaded)) {
      loaded = fingerprint;
      beat();
    }
    return serves(fingerprint) || decide(fingerprint);
  }

  private boolean serves(String fingerprint) {
    return serving.isPresent() && serving.get().equals(fingerprint);
  }

  private synchronized void beat() {
    var content = loaded;
    if (content == null) {
      return;
    }
    try {
      serving = nodes.beat(content);
      heard = System.nanoTime();
      silent = false;
    } catch (SQLException | RuntimeException e) {
      if (!silent) {
        LOG.warnf("this node cannot be heard by the others: %s", e.getMessage());
      }
      silent = true;
    }
  }

  private boolean decide(String fingerprint) {
    try {
      if (nodes.decide(fingerprint)) {
        serving = Optional.of(fingerprint);
        waiting = null;
        return true;
      }
      if (!fingerprint.equals(waiting)) {
        waiting = fingerprint;
        LOG.infof("content is read, and waits for %s", nodes.behind(fingerprint));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debugf(e, "the other nodes cannot be asked about content");
    }
    return false;
  }

  @Override
  public HealthCheckResponse call() {
    var serving = this.serving;
    var heardLately = System.nanoTime() - heard < ALIVE.toNanos();
    return HealthCheckResponse.named("content-agreement")
        .status(alone || (serving.isPresent() && heardLately))
        .withData("serving", alone ? "alone" : serving.map(print -> print.substring(0, 12)).orElse("none"))
        .build();
  }

  void leave(@Observes ShutdownEvent end) {
    heart.shutdownNow();
    if (!alone) {
      try {
        nodes.leave();
      } catch (SQLException | RuntimeException e) {
        LOG.debugf(e, "the other nodes will find out themselves that this one has left");
      }
    }
  }
}

package org.lectern.administration;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.lectern.platform.Job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/**
 * Works off confirmed changes: at once beside the request that confirmed one, and now and then what a node that went away
 * has left behind. The lock on the change sees to it that each batch is done once, whoever tries.
 */
@ApplicationScoped
public class BulkWorker implements Job {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
  private static final Logger LOG = Logger.getLogger(BulkWorker.class);

  private final Vertx vertx;
  private final Bulk bulk;

  BulkWorker(Vertx vertx, Bulk bulk) {
    this.vertx = vertx;
    this.bulk = bulk;
  }

  @Override
  public String name() {
    return "bulk-changes";
  }

  @Override
  public Duration every() {
    return LOOK_EVERY;
  }

  @Override
  public void run() {
    QuarkusTransaction.requiringNew().call(BulkChange::running).forEach(bulk::work);
  }

  /** Begins at once with a change that was just confirmed. */
  void begin(UUID id) {
    vertx.executeBlocking(() -> {
      bulk.work(id);
      return true;
    }, false).onFailure(failure -> LOG.error("a bulk change stopped; it goes on at the next look", failure));
  }
}

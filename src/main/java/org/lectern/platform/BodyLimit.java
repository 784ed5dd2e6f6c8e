package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what is longer than the server takes, in words. The server by itself would answer with nothing, and cut the line
 * while it is still being sent; it does so with what does not say its length before, which no browser sends.
 */
@ApplicationScoped
public class BodyLimit {

  /** Behind {@link Admission}, and before the server's own limit. */
  private static final int EARLY = 9_000;

  private final long most;
  private final Refusals refusals;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, Refusals refusals) {
    this.most = most.asLongValue();
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, EARLY);
  }

  private void pass(RoutingContext context) {
    if (Refusals.length(context.request()).orElse(0) <= most) {
      context.next();
    } else {
      refusals.refuse(context, Problem.tooLarge(most / 1024));
    }
  }
}

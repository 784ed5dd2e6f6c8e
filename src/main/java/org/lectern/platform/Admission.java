package org.lectern.platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in as many requests as can be served soon, and asks the others to come back: no queue grows without bound, and
 * what was let in is finished. Styles and the health of the server are always told.
 */
@ApplicationScoped
public class Admission {

  /** In seconds. */
  static final int RETRY_AFTER = 5;

  /** Before everything that looks at a request, but {@link RequestId}. */
  private static final int FIRST = 10_000;

  private final Settings settings;
  private final Refusals refusals;
  private final AtomicInteger inside = new AtomicInteger();
  private final Set<HttpServerResponse> underWay = ConcurrentHashMap.newKeySet();

  Admission(Settings settings, Refusals refusals) {
    this.settings = settings;
    this.refusals = refusals;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  /** An address that would lead out of these folders once it is read, by dots or by what stands for them, is none of them. */
  private static boolean isNeverRefused(String path) {
    return (path.startsWith("/q/health") || path.startsWith("/assets/")) && !path.contains("/.") && !path.contains("%");
  }

  private void admit(RoutingContext context) {
    var path = context.request().path();
    if (path == null || isNeverRefused(path)) {
      context.next();
    } else if (enter()) {
      underWay.add(context.response());
      context.addEndHandler(done -> leave(context.response()));
      context.next();
    } else {
      refusals.refuse(context, Problem.busy());
    }
  }

  /** Lets one in, if there is room. */
  boolean enter() {
    if (enterIfThereIsRoom()) {
      return true;
    }
    seeOutWhoIsGone();
    return enterIfThereIsRoom();
  }

  private boolean enterIfThereIsRoom() {
    if (inside.incrementAndGet() <= settings.requestsAtOnce()) {
      return true;
    }
    leave();
    return false;
  }

  /** Not every answer whose connection was cut says that it has ended. */
  private void seeOutWhoIsGone() {
    underWay.stream().filter(response -> response.ended() || response.closed()).forEach(this::leave);
  }

  private void leave(HttpServerResponse response) {
    if (underWay.remove(response)) {
      leave();
    }
  }

  void leave() {
    inside.decrementAndGet();
  }
}

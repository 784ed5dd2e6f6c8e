package org.lectern.platform;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Waits for the whole of a short form before a thread is taken that would have to wait for it. On a slow line that is a
 * long time, and threads are few. Who stops in the middle is cut off.
 */
@ApplicationScoped
public class WholeForms {

  private static final long LONGEST = 64 * 1024;

  /** After those who may refuse the request as it is. */
  private static final int LATE = 100;

  private final Duration patience;

  WholeForms(@ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s") Duration patience) {
    this.patience = patience;
  }

  void register(@Observes Filters filters) {
    filters.register(this::await, LATE);
  }

  private void await(RoutingContext context) {
    var request = context.request();
    if (request.isEnded() || !isShort(request)) {
      context.next();
      return;
    }
    var timer = context.vertx().setTimer(patience.toMillis(), late -> request.connection().close());
    request.body().onComplete(whole -> context.vertx().cancelTimer(timer)).onSuccess(body -> {
      ((RoutingContextInternal) context).setBody(body);
      context.next();
    });
    // Whose line is cut in the middle cannot be answered. Nothing is read of a request until somebody asks for it.
    request.resume();
  }

  /**
   * Whether it says how long it is, and waits for nothing before it is sent. What comes by HTTP/2 cannot be read before the
   * framework asks for it.
   */
  private static boolean isShort(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return false;
    }
    var length = BodyLimit.announced(request);
    var type = request.getHeader("Content-Type");
    return length.isPresent() && length.getAsLong() <= LONGEST && type != null
        && !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length()) && request.getHeader("Expect") == null;
  }
}

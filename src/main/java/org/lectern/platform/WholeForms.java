package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Waits for the whole of a short form before a thread is taken that would have to wait for it. On a slow line that is a
 * long time, and threads are few.
 */
@ApplicationScoped
public class WholeForms {

  private static final long LONGEST = 64 * 1024;

  /** After those who may refuse the request as it is. */
  private static final int LATE = 100;

  void register(@Observes Filters filters) {
    filters.register(WholeForms::await, LATE);
  }

  private static void await(RoutingContext context) {
    var request = context.request();
    if (request.isEnded() || !isShort(request)) {
      context.next();
      return;
    }
    request.body().onSuccess(body -> {
      ((RoutingContextInternal) context).setBody(body);
      context.next();
    }).onFailure(cut -> context.fail(400, cut));
    // Nothing is read of a request until somebody asks for it.
    request.resume();
  }

  private static boolean isShort(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    var type = request.getHeader("Content-Type");
    if (length == null || type == null || type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
      return false;
    }
    try {
      return Long.parseLong(length) <= LONGEST;
    } catch (NumberFormatException malformed) {
      return false;
    }
  }
}

package org.lectern.platform;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what is longer than the server takes, in words. Browsers read an answer only when they have sent all that they
 * have, so it is let come, and thrown away. The server by itself would answer with nothing and cut the line; it does so with
 * what does not say its length before, which no browser sends.
 */
@ApplicationScoped
public class BodyLimit {

  /** Behind {@link Admission}, and before the server's own limit. */
  private static final int EARLY = 9_000;

  /** In bytes. Whoever has more to send than this is cut off. */
  static final long MOST_THROWN_AWAY = 64L * 1024 * 1024;

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
    var request = context.request();
    var length = announced(request).orElse(0);
    if (length <= most) {
      context.next();
      return;
    }
    // Whoever asked first does not send it, and nobody could tell where their next request begins.
    var asksFirst = request.getHeader("Expect") != null;
    if (request.version() != HttpVersion.HTTP_2 && (asksFirst || length > MOST_THROWN_AWAY)) {
      context.addEndHandler(answered -> request.connection().close());
    }
    refusals.refuse(context, Problem.tooLarge(most));
  }

  /** How many bytes follow, if that was said. */
  static OptionalLong announced(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    try {
      return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    } catch (NumberFormatException malformed) {
      return OptionalLong.empty();
    }
  }
}

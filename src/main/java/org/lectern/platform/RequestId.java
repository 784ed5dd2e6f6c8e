package org.lectern.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Gives every request a number, which stands in each line that it logs, in the answer's {@code X-Request-Id} and on error
 * pages. A proxy may give the number; what is not well-formed is replaced, so that nobody writes into the log by it.
 */
@ApplicationScoped
public class RequestId {

  static final String HEADER = "X-Request-Id";

  /** The name in the log, for formats: {@code %X{requestId}}. */
  static final String IN_LOG = "requestId";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int BEFORE_EVERYTHING = 20_000;

  void register(@Observes Filters filters) {
    filters.register(RequestId::identify, BEFORE_EVERYTHING);
  }

  private static void identify(RoutingContext context) {
    var id = Optional.ofNullable(context.request().getHeader(HEADER))
        .filter(given -> WELL_FORMED.matcher(given).matches())
        .orElseGet(RequestId::next);
    MDC.put(IN_LOG, id);
    context.response().putHeader(HEADER, id);
    context.next();
  }

  /** It need not be secret, only different. */
  private static String next() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** The number of this request. */
  static String of(HttpServerRequest request) {
    return Optional.ofNullable(request.response().headers().get(HEADER)).orElseGet(RequestId::next);
  }
}

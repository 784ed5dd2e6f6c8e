package org.lectern.platform;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The first page of a visit brings its styles along: on a long line, asking for them would take another second before
 * anything can be read. Browsers say in {@code Sec-Fetch-Site} whether somebody came from one of our pages; of those that
 * do not say it, nothing is assumed. The policy of such a page allows our style sheets by their hash, and nothing else.
 */
@ApplicationScoped
public class FirstPages {

  private static final String OWN_STYLES = "style-src 'self'";
  private static final List<String> STYLES = List.of("lectern.css", "screens.css", "lists.css");

  private static final String POLICY = "quarkus.http.header.\"Content-Security-Policy\".value";

  /** After the headers of every answer, before what may refuse a request. */
  private static final int EARLY = 20_000;

  private final String policy;

  /** @throws IllegalStateException when the policy has no place for them: the first pages would have no styles */
  FirstPages(@ConfigProperty(name = POLICY) String policy) {
    if (!policy.contains(OWN_STYLES)) {
      throw new IllegalStateException(POLICY + " must contain " + OWN_STYLES + ", or pages would have no styles");
    }
    var allowed = STYLES.stream().map(Assets::source).collect(Collectors.joining(" ", OWN_STYLES + " ", ""));
    this.policy = policy.replace(OWN_STYLES, allowed);
  }

  /** Whether this asks for the first page of a visit. */
  static boolean isFirst(HttpServerRequest request) {
    var from = request.getHeader("Sec-Fetch-Site");
    return from != null && !from.equals("same-origin") && "document".equals(request.getHeader("Sec-Fetch-Dest"));
  }

  void register(@Observes Filters filters) {
    filters.register(this::allow, EARLY);
  }

  private void allow(RoutingContext context) {
    if (isFirst(context.request())) {
      context.response().putHeader("Content-Security-Policy", policy);
    }
    context.next();
  }
}

package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * Nobody is identified before a page asks who they are, so that it cannot fail before either. Quarkus prepares for that at every
 * request, and where there are metrics it makes a map of all paths each time, to name the one that would have failed. What
 * fails later is answered by {@link ProblemMapper}.
 */
@ApplicationScoped
public class LateAuthentication {

  /** That of authentication itself, and after it, since Quarkus adds its own filters first. What this spares has the next. */
  private static final int WITH_AUTHENTICATION = 200;

  void register(@Observes Filters filters) {
    filters.register(LateAuthentication::withoutPreparation, WITH_AUTHENTICATION);
  }

  private static void withoutPreparation(RoutingContext context) {
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    context.next();
  }
}

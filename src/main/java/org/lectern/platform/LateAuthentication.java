package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * Nobody is identified before a page asks who they are, so that it cannot fail before either, as long as no permissions are set
 * by path ({@code quarkus.http.auth.permission}). Quarkus prepares for that at every request, and where there are metrics it
 * makes a map of all paths each time, to name the one that may fail. What fails later is answered by {@link ProblemMapper}, and
 * named by RESTEasy.
 */
@ApplicationScoped
public class LateAuthentication {

  /** That of authentication itself. Quarkus adds its own filters first, so this comes after it; what makes the map has 199. */
  private static final int WITH_AUTHENTICATION = 200;

  void register(@Observes Filters filters) {
    filters.register(LateAuthentication::withoutPreparation, WITH_AUTHENTICATION);
  }

  private static void withoutPreparation(RoutingContext context) {
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    context.next();
  }
}

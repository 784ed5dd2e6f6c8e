package org.lectern.platform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.vertx.core.http.HttpServerRequest;

/**
 * Refuses requests that change something and were made by another site. Browsers say where a request comes from in
 * {@code Sec-Fetch-Site}, older ones in {@code Origin}; programs that send a bearer token have no cookie to abuse.
 */
@Provider
@ApplicationScoped
public class CrossSiteGuard implements ContainerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final Settings settings;
  private final HttpServerRequest request;

  CrossSiteGuard(Settings settings, HttpServerRequest request) {
    this.settings = settings;
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (SAFE_METHODS.contains(context.getMethod()) || request.getHeader("Authorization") != null) {
      return;
    }
    var sites = request.headers().getAll("Sec-Fetch-Site");
    var origins = request.headers().getAll("Origin");
    var own = sites.isEmpty() ? origins.stream().allMatch(this::isOwn) : OWN_SITE.containsAll(sites);
    if (!own) {
      throw new Problem(403, "cross-site", Text.of(PlatformMessages.class, PlatformMessages::crossSite));
    }
  }

  /** Behind a proxy the origin is the public address, which need not be the one that the proxy asks for. */
  private boolean isOwn(String origin) {
    var authority = authority(origin);
    return authority.isPresent() && (authority.equals(Optional.ofNullable(request.authority()).map(Object::toString))
        || authority.equals(settings.publicUrl().flatMap(CrossSiteGuard::authority)));
  }

  private static Optional<String> authority(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}

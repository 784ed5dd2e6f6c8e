package org.lectern.platform;

import java.net.URI;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses requests that change something and were made by another site. Browsers say where a request comes from in
 * {@code Sec-Fetch-Site}, older ones in {@code Origin}; programs that send a bearer token have no cookie to abuse.
 */
@Provider
public class CrossSiteGuard implements ContainerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE_METHODS.contains(request.getMethod()) || request.getHeaderString("Authorization") != null) {
      return;
    }
    var site = request.getHeaderString("Sec-Fetch-Site");
    var origin = request.getHeaderString("Origin");
    var own = site != null ? OWN_SITE.contains(site) : origin == null || isOwn(origin, request.getHeaderString("Host"));
    if (!own) {
      throw new Problem(403, "cross-site", Text.of(PlatformMessages.class, PlatformMessages::crossSite));
    }
  }

  private static boolean isOwn(String origin, String host) {
    try {
      return URI.create(origin).getAuthority() != null && URI.create(origin).getAuthority().equals(host);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}

package org.lectern.platform;

import java.net.URI;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Sends people on to pages of this server by their path alone. The scheme and the host that a request names are not to
 * be repeated: they are whatever the client, or a proxy that ends the encryption, put there.
 */
@Provider
public class OwnAddresses implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getHeaders().getFirst("Location") instanceof URI location && isOwn(location, request)) {
      response.getHeaders().putSingle("Location", withoutHost(location));
    }
  }

  /** Two slashes at the start would make a host of what follows. */
  private static boolean isOwn(URI location, ContainerRequestContext request) {
    return location.getAuthority() != null
        && location.getAuthority().equals(request.getUriInfo().getBaseUri().getAuthority())
        && !location.getRawPath().startsWith("//");
  }

  private static String withoutHost(URI location) {
    var path = new StringBuilder(location.getRawPath());
    if (location.getRawQuery() != null) {
      path.append('?').append(location.getRawQuery());
    }
    if (location.getRawFragment() != null) {
      path.append('#').append(location.getRawFragment());
    }
    return path.toString();
  }
}

package org.lectern.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What a resource does not declare cacheable is kept by nobody: shared computers have a "back" button. */
@Provider
public class PrivatePages implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders()
        .computeIfAbsent("Cache-Control", name -> new java.util.ArrayList<>(java.util.List.of("no-store")));
  }
}

package org.lectern.platform;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/**
 * Lets answers that a resource builds be compressed like those that it returns as they are: of them the server does not
 * see in time what they hold, and marks them as not to be compressed.
 */
@Provider
@ApplicationScoped
public class CompressedResponses implements ContainerResponseFilter {

  private static final String ENCODING = "Content-Encoding";

  private final Set<String> mediaTypes;
  private final HttpServerRequest request;

  CompressedResponses(
      @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> mediaTypes, HttpServerRequest request) {
    this.mediaTypes = Set.copyOf(mediaTypes);
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
    var headers = request.response().headers();
    if (isCompressible(answer) && "identity".equals(headers.get(ENCODING))) {
      headers.remove(ENCODING);
    }
  }

  private boolean isCompressible(ContainerResponseContext answer) {
    var type = answer.getMediaType();
    return answer.getEntity() instanceof TemplateInstance
        || (type != null && mediaTypes.contains(type.getType() + "/" + type.getSubtype()));
  }
}

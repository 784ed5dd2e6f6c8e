package org.lectern.report;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import org.lectern.people.AuditEntry;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Notes in the audit trail who took which list away as a file. */
@Provider
@ApplicationScoped
public class Exports implements ContainerResponseFilter {

  private static final int LONGEST_SUBJECT = 100;

  private final InstantSource clock;
  private final Viewer viewer;

  Exports(InstantSource clock, Viewer viewer) {
    this.clock = clock;
    this.viewer = viewer;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var type = response.getMediaType();
    if (response.getStatus() == 200 && type != null && type.getSubtype().equals("csv") && viewer.isSignedIn()) {
      var path = request.getUriInfo().getPath();
      QuarkusTransaction.requiringNew()
          .run(() -> AuditEntry.of(clock.instant(), "list-exported")
              .by(viewer.person())
              .to(path.substring(0, Math.min(path.length(), LONGEST_SUBJECT)))
              .add());
    }
  }
}

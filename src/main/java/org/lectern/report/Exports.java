package org.lectern.report;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.lectern.people.AuditEntry;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Notes in the audit trail who took which list away as a file. */
@Provider
@ApplicationScoped
public class Exports implements ContainerResponseFilter {

  private static final int LONGEST_SUBJECT = 100;
  private static final Set<String> NO_FILTERS = Set.of("sort", "page");

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
              .saying(filters(request.getUriInfo().getQueryParameters()))
              .add());
    }
  }

  /** Which part of the list it was. What was searched for is left out: it may be somebody's name. */
  private static String filters(MultivaluedMap<String, String> query) {
    return query.keySet()
        .stream()
        .filter(name -> !NO_FILTERS.contains(name) && !Listing.word(query.getFirst(name)).isEmpty())
        .sorted()
        .map(name -> name.equals("search") ? name : name + " = " + Listing.word(query.getFirst(name)))
        .collect(Collectors.joining(", "));
  }
}

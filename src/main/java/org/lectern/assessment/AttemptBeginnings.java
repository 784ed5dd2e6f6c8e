package org.lectern.assessment;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Shelf;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.security.Authenticated;

/** The button that begins the final assessment. */
@Path("/courses/{course}/attempts")
@Authenticated
public class AttemptBeginnings {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Opening opening;

  AttemptBeginnings(Viewer viewer, Shelf shelf, Opening opening) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.opening = opening;
  }

  /** Leads into the attempt; when one cannot begin, back to the page that says why. */
  @POST
  public Response begin(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var there = switch (opening.open(found, viewer.language(), viewer.person())) {
      case Opening.Outcome.Opened opened -> "/attempts/" + opened.attempt().id;
      case Opening.Outcome.Continued continued -> "/attempts/" + continued.attempt().id;
      case Opening.Outcome.Closed closed -> "/courses/" + found.id() + "/assessment";
    };
    return OwnAddress.seeOther(there).build();
  }
}

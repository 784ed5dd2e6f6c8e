package org.lectern.assessment;

import java.util.UUID;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** Beginning the final assessment of a course, for programs. */
@Path("/api/v1/courses/{course}/attempts")
@Authenticated
public class AttemptOpenings {

  private static final int NAMED_UNITS = 3;

  private final Viewer viewer;
  private final Shelf shelf;
  private final Settings settings;
  private final Opening opening;
  private final Award award;

  AttemptOpenings(Viewer viewer, Shelf shelf, Settings settings, Opening opening, Award award) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.settings = settings;
    this.opening = opening;
    this.award = award;
  }

  /** Opens an attempt, or answers the one that is open. */
  @POST
  @APIResponse(responseCode = "201", description = "Opened", content = @Content(schema = @Schema(implementation = AttemptView.class)))
  @APIResponse(responseCode = "200", description = "It was open already", content = @Content(schema = @Schema(implementation = AttemptView.class)))
  @APIResponse(responseCode = "409", description = "Not now: locked, waiting or already-passed")
  public Response open(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    return switch (opening.open(found, viewer.language(), viewer.person())) {
      case Opening.Outcome.Opened opened -> OwnAddress.created(address(opened.attempt().id))
          .entity(view(opened.attempt()))
          .build();
      case Opening.Outcome.Continued continued -> Response.ok(view(continued.attempt())).build();
      case Opening.Outcome.Closed closed -> throw problem(closed.door(), found);
    };
  }

  private AttemptView view(Attempt attempt) {
    return QuarkusTransaction.requiringNew().call(() -> AttemptView.of(attempt, award));
  }

  private static String address(UUID attempt) {
    return "/api/v1/attempts/" + attempt;
  }

  private Problem problem(Door door, Course course) {
    return switch (door) {
      case Door.Locked locked -> {
        var units = locked.left().stream().limit(NAMED_UNITS).map(unit -> Link.of(course.id(), unit)).toList();
        var left = locked.left().size();
        yield new Problem(409, "locked", Words.locked(left, units.stream().map(Link::title).toList()))
            .with("left", left)
            .with("units", units);
      }
      case Door.Waiting waiting -> new Problem(409, "waiting", Words.waiting(waiting.until(), settings.zone()))
          .with("until", waiting.until())
          .with("pages", waiting.pages().stream().map(page -> Link.of(course.id(), page)).toList());
      case Door.Passed passed -> new Problem(409, "already-passed", Words.text(AssessmentMessages::alreadyPassed))
          .with("certificate", "/api/v1/certificates");
      case Door.Ready ready -> throw new IllegalStateException("this door is open");
      case Door.Underway underway -> throw new IllegalStateException("this door is open");
    };
  }
}

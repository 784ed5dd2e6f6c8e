package org.lectern.operation;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.lectern.content.Shelf;

/** Whether there is a course to learn from. A course that got an error keeps its last good content, so it still counts. */
@Startup
@Readiness
@ApplicationScoped
public class ContentReadiness implements HealthCheck {

  private final Shelf shelf;

  ContentReadiness(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public HealthCheckResponse call() {
    var courses = shelf.library().courses().size();
    return HealthCheckResponse.named("courses")
        .status(courses > 0)
        .withData("courses", courses)
        .withData("problems", shelf.problems().size())
        .build();
  }
}

package org.lectern.home;

import java.util.Collection;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.certificate.Certificate;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.learning.Progress;
import org.lectern.people.Engagements;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The start page: what a learner has to do next, or what this place is. */
@Path("/")
@PermitAll
public class DeskPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;

  DeskPages(Viewer viewer, Shelf shelf, Engagements engagements) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
  }

  @CheckedTemplate(basePath = "home")
  static class Templates {
    private Templates() {}

    static native TemplateInstance welcome(Collection<Course> courses, String language);

    static native TemplateInstance desk(List<Progress> courses, List<Certificate> certificates);
  }

  @GET
  public TemplateInstance show() {
    var courses = shelf.library().courses().values();
    if (!viewer.isSignedIn()) {
      return Templates.welcome(courses, viewer.language());
    }
    var progress = Progress.ofAll(courses, viewer.language(), viewer.person(), engagements.today());
    return Templates.desk(progress, Certificate.of(viewer.person()));
  }
}

package org.lectern.home;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.certificate.Certificate;
import org.lectern.content.Shelf;
import org.lectern.learning.Progress;
import org.lectern.learning.Why;
import org.lectern.people.Engagements;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The start page: what a learner has to do next, or what this place is. */
@Path("/")
@PermitAll
public class DeskPages {

  /** What somebody has begun comes first; otherwise courses keep their order. */
  private static final Comparator<Progress> BEGUN_FIRST = Comparator.comparing(progress -> !progress.isStarted());

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

    static native TemplateInstance welcome(Collection<org.lectern.content.Course> courses, String language);

    static native TemplateInstance desk(
        List<Course> courses, List<Progress> finished, List<Certificate> certificates);
  }

  /** A course that is not passed yet, and why it is to be taken as it is. */
  record Course(Progress progress, String why) {}

  @GET
  public TemplateInstance show() {
    var courses = shelf.library().courses().values();
    if (!viewer.isSignedIn()) {
      return Templates.welcome(courses, viewer.language());
    }
    var progress = Progress.ofAll(courses, viewer.language(), viewer.person(), engagements.today());
    var ahead = progress.stream().filter(one -> !one.isPassed()).sorted(BEGUN_FIRST).map(this::course).toList();
    var finished = progress.stream().filter(Progress::isPassed).toList();
    return Templates.desk(ahead, finished, Certificate.of(viewer.person()));
  }

  private Course course(Progress progress) {
    return new Course(progress, Why.of(progress).in(viewer.locale()));
  }
}

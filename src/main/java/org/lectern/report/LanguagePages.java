package org.lectern.report;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.learning.LanguageDemand;
import org.lectern.people.Person;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Which languages people want, and what was read in another one. */
@Path("/admin/languages")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class LanguagePages {

  private final Viewer viewer;
  private final Shelf shelf;

  LanguagePages(Viewer viewer, Shelf shelf) {
    this.viewer = viewer;
    this.shelf = shelf;
  }

  @CheckedTemplate(basePath = "report")
  static class Templates {
    private Templates() {}

    static native TemplateInstance languages(List<Line> demand, List<Person.Language> readers);
  }

  /** A demand with the name of its course; of a course that is no longer there, the id. */
  record Line(String course, LanguageDemand.Sum sum) {}

  @GET
  public TemplateInstance show() {
    var demand = LanguageDemand.sums().stream().map(sum -> new Line(title(sum.courseId()), sum)).toList();
    return Templates.languages(demand, Person.languages());
  }

  private String title(String course) {
    Optional<Course> found = shelf.library().course(course);
    return found.map(there -> there.title().in(viewer.language())).orElse(course);
  }
}

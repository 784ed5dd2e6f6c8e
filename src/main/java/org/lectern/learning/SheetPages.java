package org.lectern.learning;

import java.time.LocalDate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A whole module on one page, to print. Nothing is recorded here. */
@Path("/courses/{course}/modules/{module}")
@Authenticated
public class SheetPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;

  SheetPages(Viewer viewer, Shelf shelf, Engagements engagements) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance sheet(Sheet sheet, LocalDate day);
  }

  @GET
  public TemplateInstance show(@RestPath String course, @RestPath String module) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var shown = found.in(viewer.language()).module(module).orElseThrow(Problem::notFound);
    return Templates.sheet(Sheet.of(found, shown, viewer.language()), engagements.today());
  }
}

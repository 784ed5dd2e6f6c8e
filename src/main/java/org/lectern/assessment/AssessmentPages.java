package org.lectern.assessment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page before the final assessment: what it is, and whether one can begin. */
@Path("/courses/{course}/assessment")
@Authenticated
public class AssessmentPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Settings settings;
  private final Opening opening;

  AssessmentPages(Viewer viewer, Shelf shelf, Settings settings, Opening opening) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.settings = settings;
    this.opening = opening;
  }

  @CheckedTemplate(basePath = "assessment")
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(OverviewPage page);
  }

  @GET
  public TemplateInstance show(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var view = opening.look(found, viewer.language(), viewer.person());
    return Templates.overview(OverviewPage.of(view, settings.zone(), viewer.locale()));
  }
}

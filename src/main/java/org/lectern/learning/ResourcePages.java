package org.lectern.learning;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Resource;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The texts beside the path: to read, to print and to keep. Nothing is recorded here. */
@Path("/courses/{course}/resources")
@Authenticated
public class ResourcePages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Settings settings;
  private final Demand demand;

  ResourcePages(Viewer viewer, Shelf shelf, Settings settings, Demand demand) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.settings = settings;
    this.demand = demand;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance resource(
        Course course, Resource resource, Resource.Text text, String wanted, List<RawString> blocks);
  }

  /**
   * A resource.
   *
   * @param language the language to read it in, instead of the reader's own; one that nobody reads courses in, and that
   *        the resource is not written in, is passed over
   */
  @GET
  @Path("{resource}")
  public TemplateInstance show(
      @RestPath String course, @RestPath String resource, @RestQuery @Nullable String language) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var shown = found.resource(resource).orElseThrow(Problem::notFound);
    var wanted = Optional.ofNullable(language)
        .filter(tag -> shown.languages().contains(tag) || settings.languages().contains(tag))
        .orElseGet(viewer::language);
    var text = shown.in(wanted);
    demand.shown(found, wanted, text.language());
    return Templates.resource(found, shown, text, wanted, BlockHtml.of(text.blocks(), found, text.language(), wanted));
  }
}

package org.lectern.learning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Module;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A course as its learner sees it: the path, why this one, what is done and what is left. */
@Path("/courses/{course}")
@Authenticated
public class CoursePages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Looking looking;
  private final PageCache cache;

  CoursePages(Viewer viewer, Shelf shelf, Looking looking, PageCache cache) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.looking = looking;
    this.cache = cache;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance course(
        Progress progress, String why, List<Module> beyond, Map<String, List<RawString>> openings, Changes changes);
  }

  @GET
  public Response show(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var progress = looking.at(viewer.person(), found).progress(found, viewer.language());
    var changes = Changes.of(progress, viewer.person());
    return viewer.getHere().equals("/courses/" + course)
        ? cache.page(progress, viewer.language(), changes, () -> page(progress, changes).render())
        : Response.ok(page(progress, changes)).build();
  }

  private TemplateInstance page(Progress progress, Changes changes) {
    var beyond = progress.text()
        .modules()
        .stream()
        .filter(module -> !progress.choice().path().includes(module.id()))
        .toList();
    var openings = progress.text()
        .modules()
        .stream()
        .collect(Collectors.toMap(Module::id,
            module -> BlockHtml.of(module.opening(), progress.course(), module.language(), viewer.language())));
    return Templates.course(progress, Why.of(progress).in(viewer.locale()), beyond, openings, changes);
  }
}

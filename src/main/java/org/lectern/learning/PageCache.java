package org.lectern.learning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Unit;
import org.lectern.platform.PrerenderedPage;
import org.lectern.platform.Viewer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Pages of a course as they look for everybody who reads them in the same way and has come as far. Learners who follow
 * their path look at the same few, so each is rendered once.
 */
@ApplicationScoped
public class PageCache {

  /** In bytes: about 1,500 pages. */
  private static final long MOST_BYTES = 8_000_000;
  private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))",
      Pattern.CASE_INSENSITIVE);

  private final Cache<Key, PrerenderedPage> pages = Caffeine.newBuilder()
      .maximumWeight(MOST_BYTES)
      .weigher((Key key, PrerenderedPage page) -> page.weight())
      .build();

  private final Viewer viewer;
  private final HttpServerRequest request;

  PageCache(Viewer viewer, HttpServerRequest request) {
    this.viewer = viewer;
    this.request = request;
  }

  /**
   * All that a page shows of its learner, but their id.
   *
   * @param unit empty for the page of the course
   * @param jobNetwork the one that decided on the path, where the page says so
   * @param done of each thing that the page shows as done or not, in order, whether it is
   * @param changes that the page tells of
   */
  private record Key(
      String course,
      String edition,
      String unit,
      String path,
      Optional<String> jobNetwork,
      String wanted,
      Viewer.Look look,
      String done,
      Changes changes) {

    static Key of(Frame frame, Unit.Page page, Viewer.Look look) {
      var progress = frame.progress();
      var done = new Marks();
      progress.modules().forEach(module -> done.add(progress.isCompleted(module)));
      frame.module().units().forEach(one -> done.add(progress.isCompleted(one.id())));
      page.videos().forEach(clip -> done.add(progress.isCompleted(Activity.of(page.id(), clip.id()))));
      var changes = frame.updated() ? new Changes(List.of(), Set.of(page.id())) : Changes.NONE;
      return of(progress, page.id(), Optional.empty(), frame.wanted(), look, done, changes);
    }

    static Key of(Progress progress, String wanted, Viewer.Look look, Changes changes) {
      var done = new Marks().add(progress.isStarted()).add(progress.isPassed());
      progress.text()
          .modules()
          .forEach(module -> module.units().forEach(unit -> done.add(progress.isCompleted(unit.id()))));
      return of(progress, "", progress.choice().jobNetwork(), wanted, look, done, changes);
    }

    private static Key of(Progress progress, String unit, Optional<String> jobNetwork, String wanted, Viewer.Look look,
        Marks done, Changes changes) {
      return new Key(progress.course().id(), progress.course().edition().hash(), unit, progress.choice().path().id(),
          jobNetwork, wanted, look, done.toString(), changes);
    }
  }

  /** Yes and no, many times. */
  private static final class Marks {
    private final StringBuilder marks = new StringBuilder();

    Marks add(boolean mark) {
      marks.append(mark ? '1' : '0');
      return this;
    }

    @Override
    public String toString() {
      return marks.toString();
    }
  }

  /**
   * The page of a unit for the viewer, who has no note on it and has just done nothing there.
   *
   * @param rendered the page, with {@link PrerenderedPage#NEW_ID} for new ids
   */
  Response page(Frame frame, Unit.Page unit, Supplier<String> rendered) {
    return copy(Key.of(frame, unit, viewer.look()), rendered);
  }

  /**
   * The page of a course for the viewer.
   *
   * @param wanted the language that the viewer asked for
   */
  Response page(Progress progress, String wanted, Changes changes, Supplier<String> rendered) {
    return copy(Key.of(progress, wanted, viewer.look(), changes), rendered);
  }

  private Response copy(Key key, Supplier<String> rendered) {
    var owner = viewer.person();
    var page = pages.get(key, missing -> PrerenderedPage.of(rendered.get(), owner));
    var response = Response.ok().type("text/html;charset=UTF-8");
    // Over HTTP/2 the server would compress once more what says that it is compressed.
    if (request.version() != HttpVersion.HTTP_2 && takesGzip(request.getHeader("Accept-Encoding"))) {
      // Not among the headers of the resource: those would stand beside the encoding that the server has set already.
      request.response().putHeader("Content-Encoding", "gzip");
      return response.entity(page.compressedCopy(owner)).build();
    }
    return response.entity(page.copy(owner)).build();
  }

  /** Whether a client says that it understands gzip; every browser does. */
  private static boolean takesGzip(@Nullable String accepted) {
    return accepted != null && GZIP.matcher(accepted).find();
  }
}

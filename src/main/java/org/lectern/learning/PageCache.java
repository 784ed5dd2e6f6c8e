package org.lectern.learning;

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

  private static final long MOST_BYTES = 12_000_000;
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
   * All that the page of a unit shows of its learner, but their id.
   *
   * @param done of each module of the path, of each unit of the module and of each clip of the page, whether it is
   *     completed
   */
  private record Key(
      String course,
      String edition,
      String unit,
      String path,
      String wanted,
      Viewer.Look look,
      String done,
      boolean updated) {

    static Key of(Frame frame, Unit.Page page, Viewer.Look look) {
      var progress = frame.progress();
      var done = new StringBuilder();
      progress.modules().forEach(module -> done.append(progress.isCompleted(module) ? '1' : '0'));
      frame.module().units().forEach(one -> done.append(progress.isCompleted(one.id()) ? '1' : '0'));
      page.videos().forEach(clip -> done.append(progress.isCompleted(Activity.of(page.id(), clip.id())) ? '1' : '0'));
      return new Key(frame.course(), progress.course().edition().hash(), page.id(), progress.choice().path().id(),
          frame.wanted(), look, done.toString(), frame.updated());
    }
  }

  /**
   * The page for the viewer, who has no note on it and has just done nothing there.
   *
   * @param rendered the page, with {@link PrerenderedPage#NEW_ID} for new ids
   */
  Response page(Frame frame, Unit.Page unit, Supplier<String> rendered) {
    var owner = viewer.person();
    var page = pages.get(Key.of(frame, unit, viewer.look()), key -> PrerenderedPage.of(rendered.get(), owner));
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

package org.lectern.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in as many requests as can be served soon, and asks the others to come back: no queue grows without bound, and
 * what was let in is finished. Refusing costs nothing: the page is ready, and nothing is looked up for it. Styles and the
 * health of the server are always told.
 */
@ApplicationScoped
public class Admission {

  /** In seconds. */
  static final int RETRY_AFTER = 5;

  /** Before everything else that looks at a request. */
  private static final int FIRST = 10_000;

  private final Settings settings;
  private final InterfaceLanguages languages;
  private final AtomicInteger inside = new AtomicInteger();
  private final Set<HttpServerResponse> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  Admission(Settings settings, InterfaceLanguages languages) {
    this.settings = settings;
    this.languages = languages;
  }

  @CheckedTemplate(basePath = "platform")
  static class Templates {
    private Templates() {}

    static native TemplateInstance busy(String tag, String title, String text);
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  private void admit(RoutingContext context) {
    var path = context.request().path();
    if (path == null || path.startsWith("/q/") || path.startsWith("/assets/")) {
      context.next();
    } else if (enter()) {
      underWay.add(context.response());
      context.addEndHandler(done -> leave(context.response()));
      context.next();
    } else {
      refuse(context);
    }
  }

  /** Lets one in, if there is room. */
  boolean enter() {
    if (enterIfThereIsRoom()) {
      return true;
    }
    seeOutWhoIsGone();
    return enterIfThereIsRoom();
  }

  private boolean enterIfThereIsRoom() {
    if (inside.incrementAndGet() <= settings.requestsAtOnce()) {
      return true;
    }
    leave();
    return false;
  }

  /** Not every answer whose connection was cut says that it has ended. */
  private void seeOutWhoIsGone() {
    underWay.stream().filter(response -> response.ended() || response.closed()).forEach(this::leave);
  }

  private void leave(HttpServerResponse response) {
    if (underWay.remove(response)) {
      leave();
    }
  }

  void leave() {
    inside.decrementAndGet();
  }

  private void refuse(RoutingContext context) {
    var request = context.request();
    var tag = language(request);
    var response = context.response()
        .setStatusCode(503)
        .putHeader("Retry-After", Integer.toString(RETRY_AFTER))
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Language", tag);
    if (ProblemMapper.wantsPage(request)) {
      response.putHeader("Content-Type", "text/html;charset=UTF-8").end(pages.computeIfAbsent(tag, this::page));
    } else {
      var locale = Locale.forLanguageTag(tag);
      var problem = Map.of("type", "urn:lectern:problem:busy", "title",
          Text.of(PlatformMessages.class, PlatformMessages::busyTitle).in(locale), "status", 503, "detail",
          Text.of(PlatformMessages.class, PlatformMessages::busy).in(locale), "retryAfter", RETRY_AFTER);
      response.putHeader("Content-Type", "application/problem+json").end(Json.write(problem));
    }
  }

  /** Who it is, and which language is in their profile, would have to be looked up. */
  private String language(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(Appearance.LANGUAGE))
        .map(Cookie::getValue)
        .filter(languages.tags()::contains)
        .orElseGet(() -> Viewer.fromBrowser(request.getHeader("Accept-Language"), languages.tags()));
  }

  private String page(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return Templates.busy(tag, Text.of(PlatformMessages.class, PlatformMessages::busyTitle).in(locale),
        Text.of(PlatformMessages.class, PlatformMessages::busy).in(locale)).render();
  }
}

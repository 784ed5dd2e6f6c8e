package org.lectern.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers those who are refused before anything is looked up, which costs next to nothing: no thread, and each page is made
 * once. What they have yet to send is thrown away by the server as it comes.
 */
@ApplicationScoped
public class Refusals {

  private final Languages languages;
  private final Map<Page, String> pages = new ConcurrentHashMap<>();

  Refusals(Languages languages) {
    this.languages = languages;
  }

  private record Page(String type, String language) {}

  @CheckedTemplate(basePath = "platform")
  static class Templates {
    private Templates() {}

    static native TemplateInstance refused(String tag, String title, String text);
  }

  /** Tells of a problem, in the language of whoever asked, as far as it can be known without looking anything up. */
  void refuse(RoutingContext context, Problem problem) {
    var request = context.request();
    var tag = language(request);
    var locale = Locale.forLanguageTag(tag);
    var response = context.response()
        .setStatusCode(problem.status())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Language", tag);
    if (problem.details().get("retryAfter") instanceof Integer wait) {
      response.putHeader("Retry-After", wait.toString());
    }
    if (ProblemMapper.wantsPage(request)) {
      response.putHeader("Content-Type", "text/html;charset=UTF-8")
          .end(pages.computeIfAbsent(new Page(problem.type(), tag), missing -> page(problem, locale)));
    } else {
      response.putHeader("Content-Type", ProblemMapper.PROBLEM_JSON)
          .end(Json.write(ProblemMapper.body(problem, locale)));
    }
  }

  private static String page(Problem problem, Locale locale) {
    return Templates
        .refused(locale.toLanguageTag(), ProblemMapper.title(problem).in(locale), problem.text().in(locale))
        .render();
  }

  /** Who it is, and which language is in their profile, would have to be looked up. */
  private String language(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(Appearance.LANGUAGE))
        .map(Cookie::getValue)
        .filter(languages.ofInterface()::contains)
        .orElseGet(() -> Viewer.fromBrowser(request.getHeader("Accept-Language"), languages.ofInterface()));
  }
}

package org.lectern.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers those who are refused before anything is looked up, which costs next to nothing: no thread, and each page is made
 * once. Browsers show an answer only when they have sent all that they have, so it is read first, and thrown away.
 */
@ApplicationScoped
public class Refusals {

  /** Who sends more than this is cut off. */
  private static final long MOST_READ = 64L * 1024 * 1024;

  private final InterfaceLanguages languages;
  private final Duration patience;
  private final Map<Page, String> pages = new ConcurrentHashMap<>();

  Refusals(
      InterfaceLanguages languages,
      @ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s") Duration patience) {
    this.languages = languages;
    this.patience = patience;
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
    var length = length(request).orElse(0);
    if (length == 0) {
      answer(context, problem);
    } else if (length > MOST_READ || request.getHeader("Expect") != null) {
      context.response().putHeader("Connection", "close");
      answer(context, problem);
    } else {
      // As long as a line of 8 kbit/s would take.
      var timer = context.vertx().setTimer(patience.toMillis() + length, late -> request.connection().close());
      request.exceptionHandler(cut -> context.vertx().cancelTimer(timer));
      request.endHandler(end -> {
        context.vertx().cancelTimer(timer);
        answer(context, problem);
      });
      request.handler(part -> {
        // Nobody wants it.
      });
      request.resume();
    }
  }

  /** How many bytes follow, if that was said. */
  static OptionalLong length(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    try {
      return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    } catch (NumberFormatException malformed) {
      return OptionalLong.empty();
    }
  }

  private void answer(RoutingContext context, Problem problem) {
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
    var title = ProblemMapper.title(problem).in(locale);
    var text = problem.text().in(locale);
    if (ProblemMapper.wantsPage(request)) {
      var page = pages.computeIfAbsent(new Page(problem.type(), tag),
          missing -> Templates.refused(tag, title, text).render());
      response.putHeader("Content-Type", "text/html;charset=UTF-8").end(page);
    } else {
      var body = new LinkedHashMap<String, Object>();
      body.put("type", "urn:lectern:problem:" + problem.type());
      body.put("title", title);
      body.put("status", problem.status());
      body.put("detail", text);
      body.putAll(problem.details());
      response.putHeader("Content-Type", "application/problem+json").end(Json.write(body));
    }
  }

  /** Who it is, and which language is in their profile, would have to be looked up. */
  private String language(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(Appearance.LANGUAGE))
        .map(Cookie::getValue)
        .filter(languages.tags()::contains)
        .orElseGet(() -> Viewer.fromBrowser(request.getHeader("Accept-Language"), languages.tags()));
  }
}

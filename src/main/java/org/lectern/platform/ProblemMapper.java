package org.lectern.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Turns everything that can go wrong into one page, or into {@code application/problem+json} for programs. */
@ApplicationScoped
public class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final String AWAY = "database-away";
  private static final int SIGNED_OUT = 401;
  static final String PROBLEM_JSON = "application/problem+json";

  /** What follows it lets somebody in. */
  private static final String LINK = "/first-administrator/";

  private final Viewer viewer;
  private final HttpServerRequest request;

  ProblemMapper(Viewer viewer, HttpServerRequest request) {
    this.viewer = viewer;
    this.request = request;
  }

  @CheckedTemplate(basePath = "platform")
  static class Templates {
    private Templates() {}

    static native TemplateInstance problem(int status, String title, String text, boolean sentInVain);
  }

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return respond(problem);
  }

  /**
   * A person who is not signed in is sent to sign in and comes back; who has sent a form is told how to send it again, which
   * their browser still knows; a program is told.
   */
  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response notSignedIn(Exception exception) {
    if (wantsPage() && "GET".equals(request.method().name())) {
      var back = URLEncoder.encode(request.uri(), StandardCharsets.UTF_8);
      return OwnAddress.seeOther("/sign-in?to=" + back).build();
    }
    var answer = respond(new Problem(SIGNED_OUT, "unauthorized", platform(PlatformMessages::unauthorized)));
    answer.getHeaders().putSingle("WWW-Authenticate", "Bearer");
    return answer;
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException exception) {
    Counted.ACCESS_REFUSED.once();
    LOG.infof("refused to %s: %s %s", viewer.isSignedIn() ? viewer.person() : "nobody", request.method(), place());
    return respond(new Problem(403, "forbidden", platform(PlatformMessages::forbidden)));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException exception) {
    var status = exception.getResponse().getStatus();
    if (status < 400) {
      return exception.getResponse();
    }
    if (status == 404) {
      return respond(Problem.notFound());
    }
    if (status == 413) {
      return respond(Problem.partTooLarge());
    }
    if (status >= 500) {
      return unexpected(exception);
    }
    var message = exception.getMessage();
    // "HTTP 405 Method Not Allowed": the number is the same in all languages.
    var detail = message == null || message.startsWith("HTTP ") ? "HTTP " + status : message;
    return respond(badRequest(status, detail));
  }

  @ServerExceptionMapper
  public Response changedMeanwhile(OptimisticLockException exception) {
    return respond(new Problem(409, "conflict", platform(PlatformMessages::conflict)));
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable exception) {
    var id = RequestId.of(request);
    if (Transactions.isDatabaseAway(exception)) {
      LOG.errorf("the database is away: %s %s", request.method(), place());
      // Who only looked has sent nothing of which they could wonder whether it was saved.
      var looked = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
      var text = platform(looked ? PlatformMessages::busy : PlatformMessages::away);
      return respond(new Problem(503, AWAY, text).with("retryAfter", Admission.RETRY_AFTER));
    }
    LOG.errorf(exception, "unexpected error %s at %s %s", id, request.method(), place());
    return respond(new Problem(500, "unexpected", platform(messages -> messages.unexpected(id))).with("id", id));
  }

  /**
   * A value of the wrong kind in a document.
   *
   * @param place where it stands; empty when the whole document is something else
   */
  Response mismatched(String place) {
    return respond(new Problem(400, "bad-request", platform(messages -> messages.mismatched("/" + place)))
        .with("place", "/" + place));
  }

  /** Where it happened, for the log: without the query, in which people write names, and without the secret of a link. */
  private String place() {
    var path = request.path();
    return path.startsWith(LINK) ? LINK : path;
  }

  private static Problem badRequest(int status, String detail) {
    return new Problem(status, "bad-request", platform(messages -> messages.badRequest(detail)));
  }

  private static Text platform(java.util.function.Function<PlatformMessages, String> message) {
    return Text.of(PlatformMessages.class, message);
  }

  private boolean wantsPage() {
    return wantsPage(request);
  }

  static boolean wantsPage(HttpServerRequest request) {
    var accept = request.getHeader("Accept");
    return !request.path().startsWith("/api/") && (accept == null || !accept.contains("json"));
  }

  private Response respond(Problem problem) {
    var locale = viewer.locale();
    var wait = problem.details().get("retryAfter");
    if (wantsPage()) {
      return Response.status(problem.status())
          .header("Retry-After", wait)
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .entity(page(problem, locale))
          .build();
    }
    return Response.status(problem.status())
        .type(PROBLEM_JSON)
        .header("Retry-After", wait)
        .header("Content-Language", locale.toLanguageTag())
        .entity(body(problem, locale))
        .build();
  }

  private String page(Problem problem, Locale locale) {
    var sentInVain = problem.status() == SIGNED_OUT && !viewer.isSignedIn();
    return Templates
        .problem(problem.status(), title(problem).in(locale), problem.text().in(locale), sentInVain)
        .render();
  }

  /** As {@code application/problem+json} (RFC 9457). */
  static Map<String, Object> body(Problem problem, Locale locale) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "urn:lectern:problem:" + problem.type());
    body.put("title", title(problem).in(locale));
    body.put("status", problem.status());
    body.put("detail", problem.text().in(locale));
    body.putAll(problem.details());
    return body;
  }

  static Text title(Problem problem) {
    var status = problem.status();
    return switch (status) {
      case 401 -> platform(PlatformMessages::unauthorizedTitle);
      case 403 -> platform(PlatformMessages::forbiddenTitle);
      case 404 -> platform(PlatformMessages::notFoundTitle);
      case 503 ->
        platform(problem.type().equals(AWAY) ? PlatformMessages::awayTitle : PlatformMessages::busyTitle);
      case 413 -> platform(PlatformMessages::tooLargeTitle);
      case 429 -> platform(PlatformMessages::tooManyTitle);
      default -> platform(status >= 500 ? PlatformMessages::unexpectedTitle : PlatformMessages::badRequestTitle);
    };
  }
}

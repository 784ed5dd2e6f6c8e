package org.lectern.people;

import java.time.InstantSource;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.JobNetwork;
import org.lectern.content.Shelf;
import org.lectern.platform.Destination;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** Joining, signing in and signing out. */
@Path("/")
public class AccountPages {

  private final Viewer viewer;
  private final Settings settings;
  private final Shelf shelf;
  private final Joining joining;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Engagements engagements;
  private final HttpServerRequest request;
  private final InstantSource clock;

  AccountPages(
      Viewer viewer,
      Settings settings,
      Shelf shelf,
      Joining joining,
      SignIn signIn,
      Sessions sessions,
      Engagements engagements,
      HttpServerRequest request,
      InstantSource clock) {
    this.viewer = viewer;
    this.settings = settings;
    this.shelf = shelf;
    this.joining = joining;
    this.signIn = signIn;
    this.sessions = sessions;
    this.engagements = engagements;
    this.request = request;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "people")
  static class Templates {
    private Templates() {}

    static native TemplateInstance join(
        JoinForm form, FormErrors errors, List<JobNetwork> jobNetworks, List<String> languages, String action,
        String to);

    static native TemplateInstance signIn(String email, FormErrors errors, String to);
  }

  /** The fields of the form, as they were typed. */
  static class JoinForm {
    @RestForm
    public @Nullable String email;

    @RestForm
    public @Nullable String password;

    @RestForm
    public @Nullable String name;

    @RestForm
    public @Nullable String jobNetwork;

    @RestForm
    public @Nullable String language;

    Joining.Application application() {
      return new Joining.Application(email, password, name, jobNetwork, language);
    }
  }

  @GET
  @Path("join")
  @PermitAll
  public Response showJoin(@RestQuery @Nullable String to) {
    if (viewer.isSignedIn()) {
      return OwnAddress.seeOther("/").build();
    }
    return Response.ok(joinPage(new JoinForm(), noErrors(), "/join", Destination.of(to))).build();
  }

  @POST
  @Path("join")
  @PermitAll
  public Response join(@BeanParam JoinForm form, @RestForm @Nullable String to) {
    var errors = noErrors();
    return joining.join(form.application(), Place.of(request), errors)
        .map(joined -> signedIn(joined.token(), Destination.of(to)))
        .orElseGet(() -> invalid(joinPage(form, errors, "/join", Destination.of(to))));
  }

  @GET
  @Path("first-administrator/{secret}")
  @PermitAll
  public TemplateInstance showFirstAdministrator(@RestPath String secret) {
    link(secret);
    return joinPage(new JoinForm(), noErrors(), "/first-administrator/" + secret, "/admin");
  }

  @POST
  @Path("first-administrator/{secret}")
  @PermitAll
  public Response firstAdministrator(@RestPath String secret, @BeanParam JoinForm form) {
    var errors = noErrors();
    return joining.joinAsAdministrator(form.application(), Place.of(request), link(secret), errors)
        .map(joined -> signedIn(joined.token(), "/admin"))
        .orElseGet(() -> invalid(joinPage(form, errors, "/first-administrator/" + secret, "/admin")));
  }

  private AdministratorLink link(String secret) {
    return QuarkusTransaction.requiringNew()
        .call(() -> AdministratorLink.unused(secret, clock.instant()))
        .orElseThrow(AdministratorLink::ended);
  }

  @GET
  @Path("sign-in")
  @PermitAll
  public Response showSignIn(@RestQuery @Nullable String to) {
    if (viewer.isSignedIn()) {
      return OwnAddress.seeOther(Destination.of(to)).build();
    }
    return Response.ok(Templates.signIn("", noErrors(), Destination.of(to))).build();
  }

  @POST
  @Path("sign-in")
  @PermitAll
  public Response signIn(
      @RestForm @Nullable String email, @RestForm @Nullable String password, @RestForm @Nullable String to) {
    var outcome = signIn.signIn(email, password, Place.of(request));
    var errors = noErrors();
    switch (outcome) {
      case SignIn.Outcome.SignedIn signedIn -> {
        return signedIn(signedIn.token(), Destination.of(to));
      }
      case SignIn.Outcome.Refused refused -> errors.add("email", PersonFields.text(PeopleMessages::signInRefused));
      case SignIn.Outcome.Locked locked -> {
        var minutes = Place.minutesUntil(clock.instant(), locked.until());
        errors.add("email", PersonFields.text(messages -> messages.signInLocked(minutes)));
      }
    }
    return invalid(Templates.signIn(email == null ? "" : email, errors, Destination.of(to)));
  }

  @POST
  @Path("sign-out")
  @Authenticated
  public Response signOut() {
    viewer.session().ifPresent(session -> sessions.end(viewer.person(), session));
    QuarkusTransaction.requiringNew()
        .run(() -> AuditEntry.of(clock.instant(), "signed-out").by(viewer.person()).from(Place.of(request)).add());
    return OwnAddress.seeOther("/")
        .cookie(cookie("", 0))
        .header("Clear-Site-Data", "\"cache\", \"storage\"")
        .build();
  }

  private FormErrors noErrors() {
    return new FormErrors(viewer.locale());
  }

  private TemplateInstance joinPage(JoinForm form, FormErrors errors, String action, String to) {
    var networks = shelf.library().jobNetworksOn(engagements.today());
    return Templates.join(form, errors, networks, settings.languages(), action, to);
  }

  private static Response invalid(TemplateInstance page) {
    return Response.status(422).entity(page).build();
  }

  private static Response signedIn(Token token, String to) {
    return OwnAddress.seeOther(to).cookie(cookie(token.secret(), NewCookie.DEFAULT_MAX_AGE)).build();
  }

  /** Kept until the browser is closed: many of these computers are shared. */
  private static NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(SessionAuthentication.COOKIE)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}

package org.lectern.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.vertx.core.http.HttpServerRequest;

/** Joining and signing in, for programs. */
@Path("/api/v1")
@PermitAll
public class Accounts {

  private final Viewer viewer;
  private final Settings settings;
  private final Joining joining;
  private final SignIn signIn;
  private final HttpServerRequest request;
  private final InstantSource clock;

  Accounts(
      Viewer viewer,
      Settings settings,
      Joining joining,
      SignIn signIn,
      HttpServerRequest request,
      InstantSource clock) {
    this.viewer = viewer;
    this.settings = settings;
    this.joining = joining;
    this.signIn = signIn;
    this.request = request;
    this.clock = clock;
  }

  /** Somebody who has joined. */
  public record NewAccount(UUID id, String name) {}

  /** What to sign in with. */
  public record Credentials(@Nullable String email, @Nullable String password) {}

  /** A bearer token, and for how many seconds it is good if it is used now and then. */
  public record AccessToken(String accessToken, long expiresIn) {}

  @POST
  @Path("accounts")
  public Response join(Joining.@Nullable Application application) {
    var errors = new FormErrors(viewer.locale());
    var said = application == null ? new Joining.Application(null, null, null, null, null) : application;
    var joined = joining.join(said, Place.of(request), errors);
    errors.throwIfAny();
    var account = joined.map(person -> new NewAccount(person.personId(), person.name())).orElseThrow();
    return Response.status(201).entity(account).build();
  }

  @POST
  @Path("tokens")
  public AccessToken signIn(@Nullable Credentials credentials) {
    var said = credentials == null ? new Credentials(null, null) : credentials;
    return switch (signIn.signIn(said.email(), said.password(), Place.of(request))) {
      case SignIn.Outcome.SignedIn signedIn ->
        new AccessToken(signedIn.token().secret(), settings.sessions().idle().toSeconds());
      case SignIn.Outcome.Refused refused ->
        throw new Problem(401, "sign-in-refused", Text.of(PeopleMessages.class, PeopleMessages::signInRefused));
      case SignIn.Outcome.Locked locked -> {
        var minutes = Place.minutesUntil(clock.instant(), locked.until());
        throw new Problem(429, "sign-in-locked",
            Text.of(PeopleMessages.class, messages -> messages.signInLocked(minutes)))
            .with("retryAfter", Duration.between(clock.instant(), locked.until()).toSeconds());
      }
    };
  }
}

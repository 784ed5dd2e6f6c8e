package org.lectern.people;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.platform.Viewer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * The one way in: the token of a session, as a cookie from browsers and as a bearer token from programs. A cookie that
 * is no good is ignored, because its bearer sees a page and can sign in; a bearer token that is no good is refused.
 */
@ApplicationScoped
public class SessionAuthentication
    implements
      HttpAuthenticationMechanism,
      IdentityProvider<TokenAuthenticationRequest> {

  /** Browsers keep a name with this prefix to one host and to encrypted (or local) connections. */
  static final String COOKIE = "__Host-lectern";

  private static final String BEARER = "Bearer ";
  private static final int MAX_TOKEN = 200;

  private final Sessions sessions;

  SessionAuthentication(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
    var header = context.request().getHeader("Authorization");
    var cookie = context.request().getCookie(COOKIE);
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return identify(header.substring(BEARER.length()).strip(), identities)
          .onItem()
          .ifNull()
          .failWith(AuthenticationFailedException::new);
    }
    if (cookie != null && !cookie.getValue().isEmpty()) {
      return identify(cookie.getValue(), identities);
    }
    return Uni.createFrom().nullItem();
  }

  private Uni<SecurityIdentity> identify(String secret, IdentityProviderManager identities) {
    if (secret.length() > MAX_TOKEN) {
      return Uni.createFrom().nullItem();
    }
    var remembered = sessions.remembered(new Token(secret));
    if (remembered.isPresent()) {
      return Uni.createFrom().item(identity(remembered.get()));
    }
    return identities.authenticate(new TokenAuthenticationRequest(new TokenCredential(secret, "session")))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithNull();
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    var token = new Token(request.getToken().getToken());
    return context.runBlocking(() -> sessions.find(token)
        .map(SessionAuthentication::identity)
        .orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(Sessions.SignedIn signedIn) {
    var identity = QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(signedIn.personId().toString()))
        .addAttribute(Viewer.PERSON, signedIn.personId())
        .addAttribute(Viewer.NAME, signedIn.name())
        .addAttribute(Viewer.SESSION, signedIn.tokenHash());
    signedIn.language().ifPresent(language -> identity.addAttribute(Viewer.LANGUAGE, language));
    if (signedIn.administrator()) {
      identity.addRole(Viewer.ADMINISTRATOR);
    }
    return identity.build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }
}

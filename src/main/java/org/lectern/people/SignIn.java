package org.lectern.people;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Checks an address and a password. */
@ApplicationScoped
public class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final Guessing guessing;
  private final Passwords passwords;
  private final Sessions sessions;

  SignIn(Guessing guessing, Passwords passwords, Sessions sessions) {
    this.guessing = guessing;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /** How a try to sign in ends. */
  sealed interface Outcome {
    record SignedIn(Token token, String name) implements Outcome {}

    /** The address is unknown, the password wrong, or the account disabled: which of them is not told. */
    record Refused() implements Outcome {}

    record Locked(Instant until) implements Outcome {}
  }

  /**
   * @param place where the request comes from: a network address
   */
  Outcome signIn(@Nullable String email, @Nullable String password, String place) {
    var address = email == null ? "" : email.substring(0, Math.min(email.length(), PersonFields.MAX_EMAIL));
    var secret = password == null ? "" : password.substring(0, Math.min(password.length(), Passwords.MAX_LENGTH + 1));
    var locked = QuarkusTransaction.requiringNew().call(() -> guessing.lockedUntil(address, place));
    if (locked.isPresent()) {
      LOG.infof("sign-in locked until %s for a guess from %s", locked.get(), place);
      return new Outcome.Locked(locked.get());
    }
    var account = QuarkusTransaction.requiringNew().call(() -> Account.byEmail(address));
    var hash = account.filter(found -> found.disabledAt == null).map(found -> found.passwordHash).orElse(null);
    if (!passwords.verify(secret, hash)) {
      guessing.failed(address, place);
      LOG.infof("sign-in refused from %s", place);
      return new Outcome.Refused();
    }
    guessing.succeeded(address, place);
    return QuarkusTransaction.requiringNew().call(() -> {
      var token = sessions.open(account.orElseThrow());
      var name = Person.find(account.orElseThrow().personId).orElseThrow().name;
      return new Outcome.SignedIn(token, name);
    });
  }
}

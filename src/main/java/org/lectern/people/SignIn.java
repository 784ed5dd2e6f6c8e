package org.lectern.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Counted;
import org.lectern.platform.Transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Checks an address and a password. */
@ApplicationScoped
public class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final Guessing guessing;
  private final Passwords passwords;
  private final Sessions sessions;
  private final InstantSource clock;

  SignIn(Guessing guessing, Passwords passwords, Sessions sessions, InstantSource clock) {
    this.guessing = guessing;
    this.passwords = passwords;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** How a try to sign in ends. */
  sealed interface Outcome {
    record SignedIn(Token token, String name) implements Outcome {}

    /** The address is unknown, the password wrong, or the account disabled: which of them is not told. */
    record Refused() implements Outcome {}

    record Locked(Instant until) implements Outcome {}
  }

  /** Whether somebody knows the password of an account. */
  sealed interface Guess {
    record Right(Account account) implements Guess {}

    record Wrong() implements Guess {}

    record Locked(Instant until) implements Guess {}
  }

  /**
   * Opens a session for whoever knows the password.
   *
   * @param place where the request comes from: a network address
   */
  Outcome signIn(@Nullable String email, @Nullable String password, String place) {
    return switch (check(email, password, place)) {
      case Guess.Right right -> {
        var account = right.account();
        Counted.SIGNED_IN.once();
        LOG.infof("signed in from %s: person %s", place, account.personId);
        var signedIn = Transactions.retrying(() -> {
          guessing.succeeded(account.email, place);
          AuditEntry.of(clock.instant(), "signed-in").by(account.personId).to(account.id).from(place).add();
          var name = Person.find(account.personId).orElseThrow().name;
          return new Outcome.SignedIn(sessions.open(account), name);
        });
        Passwords.anew(Objects.requireNonNull(password), account.passwordHash)
            .ifPresent(hash -> QuarkusTransaction.requiringNew().run(() -> account.rehash(hash)));
        yield signedIn;
      }
      case Guess.Wrong wrong -> new Outcome.Refused();
      case Guess.Locked locked -> new Outcome.Locked(locked.until());
    };
  }

  /** Checks a password as often as {@link Guessing} lets somebody guess. */
  Guess guess(@Nullable String email, @Nullable String password, String place) {
    var guess = check(email, password, place);
    if (guess instanceof Guess.Right right) {
      Transactions.retrying(() -> guessing.succeeded(right.account().email, place));
    }
    return guess;
  }

  /** What {@link Guessing} answers, and the account with an address, if it has one that may be used. */
  private record Asked(Optional<Instant> lockedUntil, Optional<Account> account) {}

  /**
   * The try stays counted as failed, also when the password is right. The account is read after the wait for others who try
   * the same, so that a password which was changed meanwhile is not good any more.
   */
  private Guess check(@Nullable String email, @Nullable String password, String place) {
    var address = email == null ? "" : email.substring(0, Math.min(email.length(), PersonFields.MAX_EMAIL));
    var secret = password == null ? "" : password.substring(0, Math.min(password.length(), Passwords.MAX_LENGTH + 1));
    passwords.refuseWhenBusy();
    var asked = Transactions.retrying(() -> {
      var lockedUntil = guessing.begin(address, place);
      return new Asked(lockedUntil, Account.byEmail(address).filter(found -> found.disabledAt == null));
    });
    if (asked.lockedUntil().isPresent()) {
      var until = asked.lockedUntil().get();
      Counted.SIGN_IN_LOCKED.once();
      LOG.infof("password check locked until %s for a guess from %s", until, place);
      note("password-check-locked", null, place);
      return new Guess.Locked(until);
    }
    var account = asked.account();
    if (!passwords.verify(secret, account.map(found -> found.passwordHash).orElse(null))) {
      Counted.SIGN_IN_REFUSED.once();
      LOG.infof("password check refused from %s", place);
      note("password-refused", account.map(found -> found.id).orElse(null), place);
      return new Guess.Wrong();
    }
    return new Guess.Right(account.orElseThrow());
  }

  /** Who guesses is not signed in, so the line names no actor; as many lines are written as {@link Guessing} lets try. */
  private void note(String act, @Nullable UUID account, String place) {
    QuarkusTransaction.requiringNew().run(() -> AuditEntry.of(clock.instant(), act).to(account).from(place).add());
  }
}

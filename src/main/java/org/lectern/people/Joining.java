package org.lectern.people;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Shelf;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Settings;
import org.lectern.platform.Transactions;

/** How somebody becomes a person here. */
@ApplicationScoped
public class Joining {

  private final InstantSource clock;
  private final Settings settings;
  private final Shelf shelf;
  private final Passwords passwords;
  private final Engagements engagements;
  private final Sessions sessions;
  private final Guessing guessing;

  Joining(
      InstantSource clock,
      Settings settings,
      Shelf shelf,
      Passwords passwords,
      Engagements engagements,
      Sessions sessions,
      Guessing guessing) {
    this.clock = clock;
    this.settings = settings;
    this.shelf = shelf;
    this.passwords = passwords;
    this.engagements = engagements;
    this.sessions = sessions;
    this.guessing = guessing;
  }

  /** What somebody says who joins, as they said it. */
  record Application(
      @Nullable String email,
      @Nullable String password,
      @Nullable String name,
      @Nullable String jobNetwork,
      @Nullable String language) {}

  /** Somebody who has joined, and the token of their first session. */
  record Joined(UUID personId, String name, Token token) {}

  /**
   * Makes a person with an account, and signs them in. Whoever tries addresses that have an account already is slowed as
   * at sign-in, so that nobody finds out in numbers who is here.
   *
   * @param place where the request comes from: a network address
   * @return empty when {@code errors} says what is wrong; nothing was kept then
   */
  Optional<Joined> join(Application application, String place, FormErrors errors) {
    return join(application, place, errors, Optional.empty());
  }

  /** As {@link #join}, and makes them the first administrator, if the link is still good. */
  Optional<Joined> joinAsAdministrator(
      Application application, String place, AdministratorLink link, FormErrors errors) {
    return join(application, place, errors, Optional.of(link));
  }

  private Optional<Joined> join(
      Application application, String place, FormErrors errors, Optional<AdministratorLink> link) {
    var name = PersonFields.name(application.name(), errors);
    var email = PersonFields.email(application.email(), errors);
    passwords.check(application.password(), email, name, errors);
    var jobNetwork = PersonFields.jobNetwork(application.jobNetwork(), shelf.library(), engagements.today(), errors);
    var language = PersonFields.language(application.language(), settings, errors);
    var password = application.password();
    if (!errors.isEmpty() || password == null) {
      return Optional.empty();
    }
    passwords.refuseWhenBusy();
    var locked = Transactions.retrying(() -> guessing.begin(email, place));
    if (locked.isPresent()) {
      var minutes = Place.minutesUntil(clock.instant(), locked.get());
      errors.add("email", PersonFields.text(messages -> messages.signInLocked(minutes)));
      return Optional.empty();
    }
    var hash = Passwords.hash(password);
    var joined = Transactions.retrying(() -> {
      if (Account.byEmail(email).isPresent()) {
        return Optional.<Joined>empty();
      }
      var now = clock.instant();
      var person = new Person(name, language.orElse(null), now);
      person.persist();
      var account = new Account(person.id, email, hash, now);
      account.persist();
      guessing.succeeded(email, place);
      jobNetwork.ifPresent(code -> engagements.setJobNetwork(person.id, code, engagements.today(), person.id));
      link.ifPresent(used -> {
        used.use(person.id, now);
        AuditEntry.of(now, "first-administrator-made").by(person.id).to(person.id).from(place).add();
      });
      return Optional.of(new Joined(person.id, name, sessions.open(account)));
    });
    if (joined.isEmpty()) {
      errors.add("email", PersonFields.text(PeopleMessages::emailTaken));
    }
    return joined;
  }
}

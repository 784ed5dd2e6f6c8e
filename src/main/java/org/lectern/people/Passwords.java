package org.lectern.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.AfterStart;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Turnstile;

import com.nulabinc.zxcvbn.StandardDictionaries;

import io.quarkus.runtime.StartupEvent;

/** Which passwords are accepted, and how they are kept: as Argon2id hashes, never otherwise. */
@ApplicationScoped
public class Passwords {

  static final int MIN_LENGTH = 8;
  static final int MAX_LENGTH = 200;

  /** However many people sign in at once, the server must not run out of memory, also with hashes of before. */
  private static final Turnstile HASHING = Turnstile.forWorkOf(Argon2id.MOST_MEMORY * 1_024L);

  /** Made when it is first asked for, because it takes time. */
  private static final class Hashes {
    static final Argon2id ARGON2ID = new Argon2id(HASHING.places(), Sodium.load());

    private Hashes() {}
  }

  /** Made when it is first asked for, because it takes time. */
  private static final class Known {
    static final Set<String> COMMON = commonPasswords();
    static final String HASH_OF_NOBODY = hash("a password that belongs to nobody");

    private Known() {}

    static void load() {
      // Both are made when this class is first asked for anything.
    }
  }

  /** Makes ready what takes time, and what would be refused to a server that is stopping, unless somebody signs in before. */
  static void atStart(@Observes StartupEvent start) {
    AfterStart.EXECUTOR.execute(Known::load);
  }

  /** Adds an error when the password is too short, too long, or among those that everybody tries first. */
  void check(@Nullable String password, String email, String name, FormErrors errors) {
    if (password == null || password.codePointCount(0, password.length()) < MIN_LENGTH) {
      errors.add("password", PersonFields.text(messages -> messages.passwordTooShort(MIN_LENGTH)));
    } else if (password.length() > MAX_LENGTH) {
      errors.add("password", PersonFields.text(messages -> messages.passwordTooLong(MAX_LENGTH)));
    } else if (isGuessable(password.toLowerCase(Locale.ROOT), email, name)) {
      errors.add("password", PersonFields.text(PeopleMessages::passwordCommon));
    }
  }

  private boolean isGuessable(String password, String email, String name) {
    return Known.COMMON.contains(password)
        || password.equals(email.toLowerCase(Locale.ROOT))
        || password.equals(name.toLowerCase(Locale.ROOT))
        || password.equals(email.toLowerCase(Locale.ROOT).replaceAll("@.*", ""))
        || password.chars().distinct().count() == 1;
  }

  /**
   * Refuses when so many wait already that another would wait for long. To be asked before anything is counted.
   *
   * @throws org.lectern.platform.Problem 503
   */
  void refuseWhenBusy() {
    HASHING.refuseWhenBusy();
  }

  static String hash(String password) {
    return HASHING.pass(() -> Hashes.ARGON2ID.hash(password));
  }

  /**
   * Takes as long when there is no account as when there is one, so that time tells nothing; unless the hash was made in
   * another way than today's.
   */
  boolean verify(String password, @Nullable String hash) {
    var wanted = hash == null ? Known.HASH_OF_NOBODY : hash;
    var matches = HASHING.pass(() -> Hashes.ARGON2ID.matches(password, wanted));
    return matches && hash != null;
  }

  /** A hash of the same password as it is made today, if the one that is kept was made in another way. */
  static Optional<String> anew(String password, String kept) {
    return Argon2id.isOfToday(kept) ? Optional.empty() : Optional.of(hash(password));
  }

  private static Set<String> commonPasswords() {
    try {
      var dictionary = StandardDictionaries.PASSWORDS_LOADER.load();
      var known = new HashSet<>(dictionary.getRankedDictionary().keySet());
      known.removeIf(password -> password.length() < MIN_LENGTH);
      return Set.copyOf(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.lectern.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Problem;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import io.quarkus.runtime.StartupEvent;

/** Which passwords are accepted, and how they are kept: as Argon2id hashes, never otherwise. */
@ApplicationScoped
public class Passwords {

  static final int MIN_LENGTH = 8;
  static final int MAX_LENGTH = 200;

  /** What a hash takes while it is made; in KiB. */
  private static final int HASH_MEMORY = 19_456;

  /** OWASP's recommendation of 2025: 19 MiB, two passes, one lane. */
  private static final Argon2Function ARGON2ID = Argon2Function.getInstance(HASH_MEMORY, 2, 1, 32, Argon2.ID);

  /** Who comes when so many wait is asked to come back: a wait of a second or two is as much as anybody bears. */
  private static final int MOST_WAITING = 32;

  private static final Semaphore HASHING = new Semaphore(
      hashesAtATime(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory()), true);

  private final Set<String> common = commonPasswords();
  private final String hashOfNobody = hash("a password that belongs to nobody");

  /** Makes ready in the background what takes time, and what would be refused to a server that is stopping. */
  static void atStart(@Observes StartupEvent start, Passwords passwords) {
    ForkJoinPool.commonPool().execute(passwords::refuseWhenBusy);
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
    return common.contains(password)
        || password.equals(email.toLowerCase(Locale.ROOT))
        || password.equals(name.toLowerCase(Locale.ROOT))
        || password.equals(email.toLowerCase(Locale.ROOT).replaceAll("@.*", ""))
        || password.chars().distinct().count() == 1;
  }

  /**
   * Refuses when so many wait already that another would wait for long. To be asked before anything is counted.
   *
   * @throws Problem 503
   */
  void refuseWhenBusy() {
    if (HASHING.getQueueLength() >= MOST_WAITING) {
      throw Problem.busy();
    }
  }

  static String hash(String password) {
    return limited(() -> Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult());
  }

  /** Takes as long when there is no account as when there is one, so that time tells nothing. */
  boolean verify(String password, @Nullable String hash) {
    var wanted = hash == null ? hashOfNobody : hash;
    var matches = limited(() -> Password.check(password, wanted).with(Argon2Function.getInstanceFromHash(wanted)));
    return matches && hash != null;
  }

  /**
   * All processors but one, which is for everybody else, as long as they take no more than a third of the memory:
   * however many people sign in at once, the server must not run out of it.
   *
   * @param memory in bytes
   */
  static int hashesAtATime(int processors, long memory) {
    return Math.clamp(memory / 3 / (HASH_MEMORY * 1_024L), 1, Math.max(1, processors - 1));
  }

  private static <T> T limited(java.util.function.Supplier<T> work) {
    HASHING.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      HASHING.release();
    }
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

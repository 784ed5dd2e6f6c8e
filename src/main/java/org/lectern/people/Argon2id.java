package org.lectern.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), kept as text in the form of the PHC string format, with its parameters, so that they can be changed
 * later. It is computed by {@link Sodium} where that is there and can, else by Bouncy Castle, whose memory is
 * used again and again: it is so much that collecting it after each hash would cost more than the hash.
 */
final class Argon2id {

  /** What makes a hash slow: memory in KiB, how often it is passed over, and in how many lanes. */
  record Cost(int version, int kibibytes, int passes, int lanes) {}

  /** One of those that OWASP ASVS 5.0 holds for equally strong (appendix C). */
  private static final Cost TODAYS_COST = new Cost(Argon2Parameters.ARGON2_VERSION_13, 12_288, 3, 1);

  /** In KiB: what the hashes of before 30 November 2026 take. */
  static final int MOST_MEMORY = 19_456;

  private static final int HASH_LENGTH = 32;
  private static final int SALT_LENGTH = 16;
  /** Beside the memory itself: the algorithm works with a few blocks more. */
  private static final int BLOCKS_BESIDE = 16;

  /** How a hash that is made today begins. */
  private static final String TODAYS = "$argon2id$v=%d$m=%d,t=%d,p=%d$".formatted(TODAYS_COST.version(),
      TODAYS_COST.kibibytes(), TODAYS_COST.passes(), TODAYS_COST.lanes());

  private static final Pattern FORM = Pattern.compile(
      "\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Optional<Sodium> sodium;
  private final Argon2BytesGenerator.BlockPool memory;

  /**
   * Keeps what memory some hashes at a time took; more than those take memory of their own.
   *
   * @param atATime at least 1
   */
  Argon2id(int atATime, Optional<Sodium> sodium) {
    this.sodium = sodium;
    this.memory = new Argon2BytesGenerator.FixedBlockPool(
        Math.multiplyExact(atATime, TODAYS_COST.kibibytes() + BLOCKS_BESIDE));
  }

  /** Hashes a password with a salt of its own. */
  String hash(String password) {
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    var hash = hash(password, salt, TODAYS_COST, HASH_LENGTH);
    return TODAYS + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(hash);
  }

  /** Whether a hash was made as {@link #hash(String)} makes them: if not, it is to be replaced when the password is at hand. */
  static boolean isOfToday(String kept) {
    return kept.startsWith(TODAYS);
  }

  /**
   * Whether a hash is that of a password.
   *
   * @throws IllegalArgumentException when {@code kept} is no hash by Argon2id
   */
  boolean matches(String password, String kept) {
    var parts = FORM.matcher(kept);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a hash by Argon2id");
    }
    var salt = Base64.getDecoder().decode(parts.group(5));
    var wanted = Base64.getDecoder().decode(parts.group(6));
    var cost = new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
    return MessageDigest.isEqual(hash(password, salt, cost, wanted.length), wanted);
  }

  private byte[] hash(String password, byte[] salt, Cost cost, int length) {
    var secret = password.getBytes(StandardCharsets.UTF_8);
    return sodium.flatMap(library -> library.hash(secret, salt, cost, length))
        .orElseGet(() -> hashInJava(secret, salt, cost, length));
  }

  private byte[] hashInJava(byte[] secret, byte[] salt, Cost cost, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(cost.version())
        .withMemoryAsKB(cost.kibibytes())
        .withIterations(cost.passes())
        .withParallelism(cost.lanes())
        .withSalt(salt)
        .withBlockPool(memory)
        .build());
    var hash = new byte[length];
    generator.generateBytes(secret, hash);
    return hash;
  }
}

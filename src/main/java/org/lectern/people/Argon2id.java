package org.lectern.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), kept as text in the form of the PHC string format, with its parameters, so that they can be changed
 * later. The memory is used again and again: it is so much that collecting it after each hash would cost more than the
 * hash.
 */
final class Argon2id {

  /** In KiB; with the passes, one of the pairs that OWASP ASVS 5.0 holds for equally strong (appendix C). */
  static final int MEMORY = 12_288;

  private static final int PASSES = 3;
  private static final int LANES = 1;

  /** In KiB: what the hashes of before 30 November 2026 take. */
  static final int MOST_MEMORY = 19_456;

  private static final int HASH_LENGTH = 32;
  private static final int SALT_LENGTH = 16;
  /** A few more than the memory has: the algorithm works with some beside it. */
  private static final int BLOCKS = MEMORY + 16;

  /** How a hash that is made today begins. */
  private static final String TODAYS = "$argon2id$v=%d$m=%d,t=%d,p=%d$".formatted(Argon2Parameters.ARGON2_VERSION_13,
      MEMORY, PASSES, LANES);

  private static final Pattern FORM = Pattern.compile(
      "\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Argon2BytesGenerator.BlockPool memory;

  /**
   * Keeps memory for some hashes at a time; more than those take memory of their own.
   *
   * @param atATime at least 1
   */
  Argon2id(int atATime) {
    this.memory = new Argon2BytesGenerator.FixedBlockPool(Math.multiplyExact(atATime, BLOCKS));
  }

  /** Hashes a password with a salt of its own. */
  String hash(String password) {
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    var hash = hash(password, HASH_LENGTH, parameters(Argon2Parameters.ARGON2_VERSION_13, MEMORY, PASSES, LANES, salt));
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
    var parameters = parameters(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)), salt);
    return MessageDigest.isEqual(hash(password, wanted.length, parameters), wanted);
  }

  private Argon2Parameters parameters(int version, int kibibytes, int passes, int lanes, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(version)
        .withMemoryAsKB(kibibytes)
        .withIterations(passes)
        .withParallelism(lanes)
        .withSalt(salt)
        .withBlockPool(memory)
        .build();
  }

  private static byte[] hash(String password, int length, Argon2Parameters parameters) {
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}

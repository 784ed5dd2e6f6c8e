package org.lectern.people;

import java.io.IOException;
import java.util.Optional;

import org.jboss.logging.Logger;

import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.goterl.lazysodium.utils.LibraryLoader;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/**
 * Argon2id by libsodium, which uses the wide registers of the processor and takes about half the time of plain Java. It comes
 * as native code for the usual systems; where it cannot be loaded, there is none.
 */
final class Sodium {

  private static final Logger LOG = Logger.getLogger(Sodium.class);

  private static final int VERSION = 0x13;
  private static final int LANES = 1;

  private final SodiumJava library;

  private Sodium(SodiumJava library) {
    this.library = library;
  }

  /** Loads the library that comes with Lectern: out of its jar, by a file that is gone again when it is loaded. */
  static Optional<Sodium> load() {
    try {
      // With a slash before it, a name is that of a file in a jar; without, of a library, which macOS calls otherwise.
      var file = Native.extractFromResourcePath("/" + LibraryLoader.getSodiumPathInResources(),
          SodiumJava.class.getClassLoader());
      try {
        return Optional.of(new Sodium(new SodiumJava(file.getAbsolutePath())));
      } finally {
        if (!file.delete()) {
          LOG.debugf("%s is in use, and goes when the server ends", file);
        }
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.infof("signing in takes longer than it could, because libsodium cannot be loaded: %s", rootOf(e));
      return Optional.empty();
    }
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }

  /**
   * Hashes a password.
   *
   * @param length of the hash in bytes
   * @return empty when libsodium makes no such hashes (others are rare, and of before), or gets no memory for it
   */
  Optional<byte[]> hash(byte[] password, byte[] salt, Argon2id.Cost cost, int length) {
    if (cost.version() != VERSION || cost.lanes() != LANES || salt.length != PwHash.ARGON2ID_SALTBYTES
        || length < PwHash.ARGON2ID_BYTES_MIN) {
      return Optional.empty();
    }
    var hash = new byte[length];
    var outcome = library.crypto_pwhash(hash, length, password, password.length, salt, cost.passes(),
        new NativeLong(cost.kibibytes() * 1_024L), PwHash.Alg.PWHASH_ALG_ARGON2ID13.getValue());
    return outcome == 0 ? Optional.of(hash) : Optional.empty();
  }
}

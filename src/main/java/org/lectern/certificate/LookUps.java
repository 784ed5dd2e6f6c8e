package org.lectern.certificate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.Counted;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Transactions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * How often one client may look up serials: enough for somebody who checks a pile of certificates by hand, far too
 * seldom for somebody who tries serials. All nodes count together; each fetches a few look-ups for a client at a time, so
 * that not every one of them writes to the database.
 */
@ApplicationScoped
public class LookUps {

  static final int PER_MINUTE = 60;
  static final Duration MINUTE = Duration.ofMinutes(1);

  /** So many at most are lost to a client who meets another node in the same minute. */
  private static final int AT_A_TIME = 6;

  private static final int CLIENTS = 100_000;

  private final InstantSource clock;
  private final Cache<String, Granted> granted = Caffeine.newBuilder()
      .maximumSize(CLIENTS)
      .expireAfterAccess(Duration.ofMinutes(5))
      .build();

  LookUps(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What this node may still let a client look up.
   *
   * @param left of what was granted for this minute; below 0 when the client came in vain
   */
  private record Granted(Instant minute, int left) {}

  /**
   * Counts a look-up.
   *
   * @param address the client's network address
   * @throws Problem 429 when there were too many; says after how many seconds there may be another
   */
  void count(String address) {
    var now = clock.instant();
    var mine = granted.asMap().compute(hash(network(address)), (client, before) -> next(client, before, now));
    if (mine.left() < 0) {
      Counted.LOOK_UP_LIMITED.once();
      var seconds = Duration.between(now, mine.minute().plus(MINUTE)).plusMillis(999).toSeconds();
      throw new Problem(429, "too-many-look-ups",
          Text.of(CertificateMessages.class, messages -> messages.tooManyLookUps(seconds)))
          .with("retryAfter", seconds);
    }
  }

  private static Granted next(String client, @Nullable Granted before, Instant now) {
    if (before != null && now.isBefore(before.minute().plus(MINUTE)) && before.left() != 0) {
      return before.left() < 0 ? before : new Granted(before.minute(), before.left() - 1);
    }
    var grant = Transactions.retrying(() -> LookUpCount.grant(client, now, AT_A_TIME, PER_MINUTE));
    return new Granted(grant.minute(), grant.granted() - 1);
  }

  /** Forgets everybody, for the next test. */
  void forget() {
    granted.invalidateAll();
    Transactions.retrying(() -> LookUpCount.deleteAll());
  }

  /**
   * One customer usually has a whole network of IPv6 addresses (/64), so they count as one. An IPv4 address that is
   * written as one of IPv6 ({@code ::ffff:192.0.2.1}), as some proxies do, is that IPv4 address.
   */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // With a colon in it, it is an address and no name, so nobody is asked who has it.
      var found = InetAddress.getByName(address);
      return found instanceof Inet4Address
          ? found.getHostAddress()
          : HexFormat.of().formatHex(found.getAddress(), 0, 8);
    } catch (UnknownHostException malformed) {
      return address;
    }
  }

  private static String hash(String network) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(network.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

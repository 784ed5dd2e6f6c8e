package org.lectern.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.platform.Problem;
import org.lectern.platform.Text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How often one client may look up serials: enough for somebody who checks a pile of certificates by hand, far too
 * seldom for somebody who tries serials. Each node counts for itself.
 */
@ApplicationScoped
public class LookUps {

  /** At once, and again in each minute. */
  static final int PER_MINUTE = 60;

  private static final int CLIENTS = 100_000;

  private final InstantSource clock;
  private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
      .maximumSize(CLIENTS)
      .expireAfterAccess(Duration.ofMinutes(5))
      .build();

  LookUps(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts a look-up.
   *
   * @param address the client's network address
   * @throws Problem 429 when there were too many; says after how many seconds there may be another
   */
  void count(String address) {
    var probe = buckets.get(network(address), client -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      var seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      throw new Problem(429, "too-many-look-ups",
          Text.of(CertificateMessages.class, messages -> messages.tooManyLookUps(seconds)))
          .with("retryAfter", seconds);
    }
  }

  /** Forgets everybody, for the next test. */
  void forget() {
    buckets.invalidateAll();
  }

  /** One customer usually has a whole network of IPv6 addresses (/64), so they count as one. */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // With a colon in it, it is an address and no name, so nobody is asked who has it.
      return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, 8);
    } catch (UnknownHostException malformed) {
      return address;
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .withCustomTimePrecision(new ClockTime(clock))
        .build();
  }

  /** The one clock, for the buckets. */
  private record ClockTime(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}

package org.lectern.people;

import java.time.Duration;
import java.time.Instant;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from. */
public final class Place {
  private Place() {}

  /** The network address of the client; behind a proxy, set {@code quarkus.http.proxy} so that it is the right one. */
  public static String of(HttpServerRequest request) {
    var address = request.remoteAddress();
    return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
  }

  /** Whole minutes to wait, at least 1. */
  static int minutesUntil(Instant now, Instant until) {
    return (int) Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
  }
}

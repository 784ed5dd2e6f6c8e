package org.lectern.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What comes with every form that makes a statement. */
class Sent {

  /** How long a browser can have kept something; what is older was done by a clock that jumped. */
  private static final Duration LONGEST = Duration.ofDays(30);

  /** The id that the page gave to the statement, so that sending it twice makes only one. */
  @RestForm
  public @Nullable UUID statement;

  /** Seconds since the learner did it: the browser kept it while the server could not be reached. */
  @RestForm
  public @Nullable Long ago;

  @HeaderParam("Prefer")
  public @Nullable String prefer;

  UUID id() {
    return Objects.requireNonNullElseGet(statement, UUID::randomUUID);
  }

  /** When the learner did it. Told as an age, because the clocks of browsers are often wrong. */
  Instant happened(InstantSource clock) {
    var age = Duration.ofSeconds(Objects.requireNonNullElse(ago, 0L));
    return age.isNegative() || age.compareTo(LONGEST) > 0 ? clock.instant() : clock.instant().minus(age);
  }

  /** Whether the page's script sent it, which shows the answer in place (RFC 7240) and is not sent on. */
  boolean isByScript() {
    return "return=representation".equals(prefer);
  }
}

package org.lectern.platform;

import java.time.Clock;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The one clock that everything reads; tests set another. */
@ApplicationScoped
public class ClockProducer {

  /** Counts in microseconds, because that is what both databases keep. */
  @Produces
  @ApplicationScoped
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1_000));
  }
}

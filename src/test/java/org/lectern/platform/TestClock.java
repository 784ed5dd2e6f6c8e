package org.lectern.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** The clock of the tests: the right time, until a test sets it forward. Whoever does so sets it right afterwards. */
@Mock
@ApplicationScoped
public class TestClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)).instant().plus(ahead);
  }

  /** Lets this much time pass. */
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  public void setRight() {
    ahead = Duration.ZERO;
  }
}

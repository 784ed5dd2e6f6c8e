package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.lectern.platform.Problem;

class LookUpsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private final LookUps lookUps = new LookUps(now::get);

  private void exhaust(String address) {
    for (var i = 0; i < LookUps.PER_MINUTE; i++) {
      lookUps.count(address);
    }
  }

  @Test
  void whoLooksUpTooManyIsToldWhenThereMayBeAnother() {
    exhaust("192.0.2.1");
    assertThatThrownBy(() -> lookUps.count("192.0.2.1")).isInstanceOfSatisfying(Problem.class, problem -> {
      assertThat(problem.status()).isEqualTo(429);
      assertThat(problem.details()).containsEntry("retryAfter", 2L);
    });
    now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(2)));
    assertThatCode(() -> lookUps.count("192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void oneClientDoesNotSlowAnother() {
    exhaust("192.0.2.1");
    assertThatCode(() -> lookUps.count("192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void aNetworkOfIpv6AddressesCountsAsOne() {
    exhaust("2001:db8:1:2::1");
    assertThatThrownBy(() -> lookUps.count("2001:db8:1:2:ffff:1:2:3")).isInstanceOf(Problem.class);
    assertThatCode(() -> lookUps.count("2001:db8:1:3::1")).doesNotThrowAnyException();
  }
}

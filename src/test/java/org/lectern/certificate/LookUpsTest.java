package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.Problem;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LookUpsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:20Z"));
  private final LookUps node = new LookUps(now::get);
  private final LookUps otherNode = new LookUps(now::get);

  @BeforeEach
  void forgetEverybody() {
    node.forget();
  }

  private void exhaust(String address) {
    for (var i = 0; i < LookUps.PER_MINUTE; i++) {
      node.count(address);
    }
  }

  @Test
  void whoLooksUpTooManyIsToldWhenThereMayBeAnother() {
    exhaust("192.0.2.1");
    assertThatThrownBy(() -> node.count("192.0.2.1")).isInstanceOfSatisfying(Problem.class, problem -> {
      assertThat(problem.status()).isEqualTo(429);
      assertThat(problem.details()).containsEntry("retryAfter", 60L);
    });
    now.updateAndGet(instant -> instant.plus(LookUps.MINUTE));
    assertThatCode(() -> exhaust("192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void allNodesCountTogether() {
    exhaust("192.0.2.1");
    assertThatThrownBy(() -> otherNode.count("192.0.2.1")).isInstanceOf(Problem.class);
  }

  @Test
  void whoMeetsOneNodeAfterTheOtherGetsNoMoreThanFromOne() {
    var answered = 0;
    for (var i = 0; i < LookUps.PER_MINUTE * 2; i++) {
      try {
        (i % 2 == 0 ? node : otherNode).count("192.0.2.1");
        answered++;
      } catch (Problem tooMany) {
        assertThat(tooMany.status()).isEqualTo(429);
      }
    }
    assertThat(answered).isEqualTo(LookUps.PER_MINUTE);
  }

  @Test
  void oneClientDoesNotSlowAnother() {
    exhaust("192.0.2.1");
    assertThatCode(() -> node.count("192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void anIpv4AddressWrittenAsOneOfIpv6IsThatAddress() {
    exhaust("192.0.2.7");
    assertThatThrownBy(() -> node.count("::ffff:192.0.2.7")).isInstanceOf(Problem.class);
    assertThatCode(() -> node.count("::ffff:192.0.2.8")).doesNotThrowAnyException();
  }

  @Test
  void aNetworkOfIpv6AddressesCountsAsOne() {
    exhaust("2001:db8:1:2::1");
    assertThatThrownBy(() -> node.count("2001:db8:1:2:ffff:1:2:3")).isInstanceOf(Problem.class);
    assertThatCode(() -> node.count("2001:db8:1:3::1")).doesNotThrowAnyException();
  }
}

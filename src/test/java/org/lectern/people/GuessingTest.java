package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;
import org.lectern.platform.Transactions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GuessingTest {

  @Inject
  Guessing guessing;

  @Inject
  TestClock clock;

  private final String email = TestPerson.newEmail();

  /** A place of its own, so that other tests are not locked out. */
  private final String place = "place " + UUID.randomUUID();

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  private Optional<Instant> begin(String address, String from) {
    return Transactions.retrying(() -> guessing.begin(address, from));
  }

  private void succeeded(String address, String from) {
    Transactions.retrying(() -> guessing.succeeded(address, from));
  }

  private void fail(int times) {
    for (var time = 0; time < times; time++) {
      assertThat(begin(email, place)).isEmpty();
    }
  }

  private Duration locked() {
    return begin(email, place)
        .map(until -> Duration.between(clock.instant(), until).plusMillis(500).truncatedTo(ChronoUnit.SECONDS))
        .orElse(Duration.ZERO);
  }

  @Test
  void theFifthFailureLocksAndEachFurtherOneLocksForLonger() {
    fail(5);
    assertThat(locked()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));

    clock.pass(Duration.ofSeconds(31));
    fail(1);
    assertThat(locked()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));

    clock.pass(Duration.ofSeconds(61));
    fail(1);
    assertThat(locked()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
  }

  @Test
  void whoComesInStartsAnew() {
    fail(4);
    succeeded(email, place);

    fail(5);
    assertThat(locked()).isPositive();
  }

  @Test
  void theSameAddressFromAnotherPlaceIsNotLocked() {
    fail(5);

    assertThat(begin(email, "another " + place)).isEmpty();
    assertThat(begin(TestPerson.newEmail(), place)).isEmpty();
  }

  @Test
  void capitalsDoNotMakeAnotherAddress() {
    fail(5);

    assertThat(begin(email.toUpperCase(java.util.Locale.ROOT), place)).isPresent();
  }

  @Test
  void manyPlacesTogetherLockOneAddress() {
    for (var one = 0; one < 50; one++) {
      assertThat(begin(email, place + one)).isEmpty();
    }

    assertThat(begin(email, "yet another " + place)).isPresent();
  }

  @Test
  void onePlaceThatTriesManyAddressesIsLocked() {
    for (var one = 0; one < 200; one++) {
      assertThat(begin(one + email, place)).isEmpty();
    }

    assertThat(begin("yet.another." + email, place)).isPresent();
  }

  @Test
  void theSlipsOfALargeOfficeNeverAddUpToALock() {
    for (var one = 0; one < 300; one++) {
      assertThat(begin(one + email, place)).isEmpty();
      clock.pass(Duration.ofMinutes(8));
    }
  }

  @Test
  void whoComesInDoesNotCountAgainstTheirOffice() {
    for (var one = 0; one < 220; one++) {
      assertThat(begin(one + email, place)).isEmpty();
      succeeded(one + email, place);
    }
  }

  @Test
  void triesAtTheSameMomentAreCountedOneByOne() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tries = IntStream.range(0, 16)
          .<Callable<Boolean>>mapToObj(one -> () -> begin(email, place).isEmpty());

      var allowed = 0;
      for (var outcome : threads.invokeAll(tries.toList())) {
        allowed += outcome.get() ? 1 : 0;
      }

      assertThat(allowed).isEqualTo(5);
    }
  }

  private static Response token(String email, String password) {
    return stranger().contentType("application/json")
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/tokens");
  }

  @Test
  void theRightPasswordIsRefusedWhileTheAddressIsLocked() {
    var person = TestPerson.onFullPath();
    for (var one = 0; one < 5; one++) {
      assertThat(token(person.email(), "wrong " + one).statusCode()).isEqualTo(401);
    }

    var locked = token(person.email(), TestPerson.PASSWORD);

    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:sign-in-locked");
    assertThat(locked.jsonPath().getString("detail")).isEqualTo("Too many tries. Wait 1 min and try again");
    assertThat(locked.jsonPath().getInt("retryAfter")).isBetween(0, 30);
    assertThat(locked.header("Retry-After")).isEqualTo(locked.jsonPath().getString("retryAfter"));

    clock.pass(Duration.ofSeconds(31));
    assertThat(token(person.email(), TestPerson.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void theFormSaysHowLongToWait() {
    var unknown = TestPerson.newEmail();
    for (var one = 0; one < 5; one++) {
      stranger().formParam("email", unknown).formParam("password", "wrong").post("/sign-in");
    }

    var answer = stranger().formParam("email", unknown).formParam("password", "wrong").post("/sign-in");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<a href=\"#email\">Too many tries. Wait 1 min and try again</a>");
  }

  @Test
  void nothingTellsWhetherAnAddressIsKnown() {
    var known = TestPerson.onFullPath().email();
    for (var one = 0; one < 6; one++) {
      var ofKnown = token(known, "wrong password");
      var ofUnknown = token(email, "wrong password");

      assertThat(ofUnknown.statusCode()).isEqualTo(ofKnown.statusCode()).isEqualTo(one < 5 ? 401 : 429);
      assertThat(without(ofUnknown, "retryAfter")).isEqualTo(without(ofKnown, "retryAfter"));
    }
    assertThat(Optional.ofNullable(token(known, "wrong").header("Set-Cookie"))).isEmpty();
  }

  private static Map<String, Object> without(Response answer, String field) {
    Map<String, Object> body = new java.util.HashMap<>(answer.jsonPath().getMap("$"));
    body.remove(field);
    return body;
  }
}

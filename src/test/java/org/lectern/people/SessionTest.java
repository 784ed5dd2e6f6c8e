package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.Settings;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String COURSE = "/api/v1/courses/sample-course";

  @Inject
  TestClock clock;

  @Inject
  Sessions sessions;

  @Inject
  SessionChanges changes;

  @Inject
  Settings settings;

  @Inject
  DataSource database;

  @Inject
  SessionFactory orm;

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  /** Lets time pass, of which the minutes that a session is remembered are a part. */
  private void pass(TestPerson person, Duration time) {
    clock.pass(time);
    sessions.forget(person.id());
  }

  @Test
  void aSessionEndsWhenItIsNotUsedForTwelveHours() {
    var person = TestPerson.onFullPath();

    pass(person, Duration.ofHours(11));
    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(200);
    pass(person, Duration.ofHours(11));
    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(200);
    pass(person, Duration.ofHours(12).plusSeconds(1));
    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(401);
    assertThat(person.browser().get("/profile").statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionEndsAfterSevenDaysInAnyCase() {
    var person = TestPerson.onFullPath();
    for (var time = 0; time < 15; time++) {
      pass(person, Duration.ofHours(11));
      assertThat(person.api().get(COURSE).statusCode()).isEqualTo(200);
    }

    pass(person, Duration.ofHours(3).plusSeconds(1));

    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatIsEndedWhileItIsUsedStaysEnded() {
    var person = TestPerson.onFullPath();
    clock.pass(Duration.ofHours(1));
    QuarkusTransaction.requiringNew().run(() -> {
      Session alive = Session.findById(new Token(person.token()).hash());
      QuarkusTransaction.requiringNew().run(() -> sessions.end(person.id(), alive.tokenHash));
      assertThat(sessions.find(new Token(person.token()))).as("the rows are asked, not what was read before").isEmpty();
    });
    sessions.forget(person.id());

    assertThat(sessions.find(new Token(person.token()))).isEmpty();
    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(401);
  }

  @Test
  void whatAnotherNodeEndsIsNotTrustedForLong() throws Exception {
    var person = TestPerson.onFullPath();
    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(200);

    // As the other node does, which has nothing of this one to forget.
    QuarkusTransaction.requiringNew().run(() -> {
      Session.update("endedAt = usedAt where personId = ?1", person.id());
      changes.tell(person.id());
    });

    await(() -> person.api().get(COURSE).statusCode() == 401);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** What a node hears of the others. */
  private final class Rumour extends SessionChanges {
    private volatile Optional<Latest> latest;

    private Rumour(Latest latest) {
      super(database, orm);
      this.latest = Optional.of(latest);
    }

    @Override
    Latest latest() throws SQLException {
      return latest.orElseThrow(() -> new SQLException("the database is away"));
    }
  }

  @Test
  void aNodeTrustsWhatItRemembersOnlyWhileItHearsOfTheOthers() throws Exception {
    var token = new Token(TestPerson.onFullPath().token());
    var rumour = new Rumour(new SessionChanges.Latest(Instant.EPOCH, Set.of()));
    var node = new Sessions(clock, settings, orm, rumour);
    try {
      await(() -> node.find(token).isPresent() && node.remembered(token).isPresent());

      rumour.latest = Optional.empty();

      await(() -> node.remembered(token).isEmpty());
    } finally {
      node.stop();
    }
  }

  @Test
  void aNodeThatHasHeardNothingForTooLongForgetsEverybody() throws Exception {
    var token = new Token(TestPerson.onFullPath().token());
    var rumour = new Rumour(new SessionChanges.Latest(Instant.EPOCH, Set.of()));
    var node = new Sessions(clock, settings, orm, rumour);
    try {
      await(() -> node.find(token).isPresent() && node.remembered(token).isPresent());
      var soon = Instant.EPOCH.plus(SessionChanges.TOLD_FOR);

      rumour.latest = Optional.of(new SessionChanges.Latest(soon, Set.of(UUID.randomUUID())));
      for (var heard = 0; heard < 3; heard++) {
        TimeUnit.SECONDS.sleep(1);
        assertThat(node.remembered(token)).isPresent();
      }
      rumour.latest = Optional
          .of(new SessionChanges.Latest(soon.plus(SessionChanges.TOLD_FOR).plusSeconds(1), Set.of()));

      await(() -> node.remembered(token).isEmpty());
    } finally {
      node.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      "../../etc/passwd",
      "' or '1'='1", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"})
  void aForgedTokenIsRefusedAndAForgedCookieIsNobody(String forged) {
    assertRefused(forged);
  }

  @Test
  void anOverlongTokenIsTooAndSoIsTheHashThatIsKept() {
    var person = TestPerson.onFullPath();

    assertRefused("x".repeat(5_000));
    assertRefused(new Token(person.token()).hash());
    assertRefused(person.token() + "x");
    assertRefused(person.token().substring(1));
  }

  private static void assertRefused(String token) {
    for (var address : new String[]{COURSE, "/api/v1/courses", "/profile", "/join"}) {
      var answer = stranger().header("Authorization", "Bearer " + token)
          .header("Accept", "application/json")
          .get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(401);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:unauthorized");
    }
    assertThat(stranger().header("Authorization", "Bearer " + token).get("/join").header("Location"))
        .isEqualTo("/sign-in?to=%2Fjoin");
    assertThat(stranger().header("Authorization", "Bearer " + token).formParam("name", "x").post("/profile").asString())
        .contains("<h1>Sign in first</h1>");
    assertThat(TestPerson.browser(token).get("/join").statusCode()).isEqualTo(200);
    assertThat(TestPerson.browser(token).get("/").statusCode()).isEqualTo(200);
    assertThat(TestPerson.browser(token).get("/profile").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic YWRhOmFkYQ==", "Digest x", "bearer:", "Negotiate"})
  void anotherHeaderOpensNothing(String header) {
    assertThat(stranger().header("Authorization", header).get(COURSE).statusCode()).isEqualTo(401);
  }

  @Test
  void theNameOfTheSchemeMayBeWrittenInAnyCapitals() {
    var person = TestPerson.onFullPath();

    assertThat(stranger().header("Authorization", "bearer " + person.token()).get(COURSE).statusCode()).isEqualTo(200);
  }

  @Test
  void aDisabledAccountEndsItsSessions() {
    var person = TestPerson.onFullPath();
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("disabledAt = createdAt where personId = ?1", person.id()));
    sessions.forget(person.id());

    assertThat(person.api().get(COURSE).statusCode()).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
    var person = TestPerson.onFullPath();
    var other = TestPerson.signIn(person.email(), TestPerson.PASSWORD);
    assertThat(TestPerson.browser(other).get("/profile").statusCode()).isEqualTo(200);

    var answer = person.browser()
        .formParam("currentPassword", TestPerson.PASSWORD)
        .formParam("password", "eleven lanterns for ten rooms")
        .post("/profile/password");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/profile?done=password");
    assertThat(person.browser().get("/profile?done=password").asString())
        .contains("Your password is changed. You were signed out everywhere else.");
    assertThat(TestPerson.browser(other).get("/profile").statusCode()).isEqualTo(303);
    assertThat(TestPerson.signIn(person.email(), "eleven lanterns for ten rooms")).isNotBlank();
    assertThat(stranger().formParam("email", person.email())
        .formParam("password", TestPerson.PASSWORD)
        .post("/sign-in")
        .statusCode()).isEqualTo(422);
  }

  @Test
  void aNewPasswordNeedsThePresentOneAndMustBeAGoodOne() {
    var person = TestPerson.onFullPath();

    var wrong = person.browser()
        .formParam("currentPassword", "not my password")
        .formParam("password", "eleven lanterns for ten rooms")
        .post("/profile/password");
    var weak = person.browser()
        .formParam("currentPassword", TestPerson.PASSWORD)
        .formParam("password", "password")
        .post("/profile/password");
    var empty = person.browser().formParam("x", "y").post("/profile/password");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString()).contains("<a href=\"#currentPassword\">This is not your current password</a>");
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(weak.asString()).contains("<a href=\"#password\">This password is among the first");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(TestPerson.signIn(person.email(), TestPerson.PASSWORD)).isNotBlank();
  }

  @Test
  void whoFoundAnOpenBrowserCannotGuessItsPassword() {
    var person = TestPerson.onFullPath();
    for (var time = 0; time < 5; time++) {
      person.browser().formParam("currentPassword", "guess " + time).post("/profile/password");
    }

    var answer = person.browser()
        .formParam("currentPassword", TestPerson.PASSWORD)
        .formParam("password", "eleven lanterns for ten rooms")
        .post("/profile/password");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("Too many tries. Wait 1 min and try again");
  }
}

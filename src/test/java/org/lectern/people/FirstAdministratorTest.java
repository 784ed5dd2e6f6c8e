package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestClock;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstAdministratorTest {

  @Inject
  FirstAdministrator firstAdministrator;

  @Inject
  TestClock clock;

  private final String email = TestPerson.newEmail();

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  @Test
  void theLinkLeadsToThisComputerWhenNoAddressIsSet() {
    assertThat(firstAdministrator.newLink()).matches("http://localhost:\\d+/first-administrator/[\\w-]+");
  }

  private String newLink() {
    return URI.create(firstAdministrator.newLink()).getPath();
  }

  private static Response use(String link, String email) {
    return stranger()
        .formParams(Map.of("name", "Ada Sample", "email", email, "password", TestPerson.PASSWORD))
        .post(link);
  }

  private static long accounts(String email) {
    return QuarkusTransaction.requiringNew().call(() -> Account.count("emailKey", Account.key(email)));
  }

  @Test
  void theLinkMakesAnAdministratorOnce() {
    var link = newLink();
    assertThat(stranger().get(link).asString()).contains("<h1>Become the administrator</h1>",
        "action=\"" + link + "\"");

    var answer = use(link, email);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/admin");
    var token = answer.cookie(TestPerson.COOKIE);
    assertThat(TestPerson.browser(token).get("/admin").statusCode()).isEqualTo(200);
    assertThat(stranger().get(link).asString()).contains("This link cannot be used any more", "it prints a new link");
    var another = TestPerson.newEmail();
    assertThat(use(link, another).statusCode()).isEqualTo(410);
    assertThat(accounts(another)).isZero();
  }

  @Test
  void aMistakeInTheFormDoesNotUseTheLinkUp() {
    var link = newLink();

    assertThat(use(link, "no address").statusCode()).isEqualTo(422);
    assertThat(use(link, email).statusCode()).isEqualTo(303);
  }

  @Test
  void theNextLinkEndsTheOneBefore() {
    var before = newLink();
    var after = newLink();

    assertThat(stranger().get(before).statusCode()).isEqualTo(410);
    assertThat(use(before, email).statusCode()).isEqualTo(410);
    assertThat(stranger().get(after).statusCode()).isEqualTo(200);
  }

  @Test
  void theLinkEndsAfterADay() {
    var link = newLink();

    clock.pass(Duration.ofHours(24).plusSeconds(1));

    assertThat(stranger().get(link).statusCode()).isEqualTo(410);
    assertThat(use(link, email).statusCode()).isEqualTo(410);
  }

  @Test
  void aGuessedLinkLeadsNowhere() {
    newLink();

    assertThat(stranger().get("/first-administrator/guess").statusCode()).isEqualTo(410);
    assertThat(stranger().get("/first-administrator/").statusCode()).isEqualTo(404);
    assertThat(use("/first-administrator/guess", email).statusCode()).isEqualTo(410);
  }

  @Test
  void onlyTheHashOfTheLinkIsKept() {
    var secret = newLink().replace("/first-administrator/", "");

    QuarkusTransaction.requiringNew().run(() -> {
      assertThat(AdministratorLink.count("tokenHash", secret)).isZero();
      assertThat(AdministratorLink.count("tokenHash", new Token(secret).hash())).isEqualTo(1);
    });
    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void whoOnlyJoinedAdministersNothing() {
    var person = TestPerson.onFullPath();

    var refused = person.browser().get("/admin");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.asString()).contains("<h1>You may not do this</h1>", "action=\"/sign-out\"")
        .doesNotContain("href=\"/sign-in\"", "href=\"/admin\"");
    assertThat(person.api().get("/api/v1/admin/people").statusCode()).isEqualTo(403);
    assertThat(stranger().get("/admin").statusCode()).isEqualTo(303);
    assertThat(stranger().get("/api/v1/admin/people").statusCode()).isEqualTo(401);
  }

  @Test
  void twoWhoUseTheLinkAtTheSameMomentAreOneAdministrator() throws Exception {
    var link = newLink();
    var other = TestPerson.newEmail();
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var uses = java.util.List.<java.util.concurrent.Callable<Integer>>of(
          () -> use(link, email).statusCode(), () -> use(link, other).statusCode());

      var statuses = threads.invokeAll(uses).stream().map(one -> one.resultNow()).sorted().toList();

      assertThat(statuses).containsExactly(303, 410);
    }
    assertThat(accounts(email) + accounts(other)).isEqualTo(1);
  }
}

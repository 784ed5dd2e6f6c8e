package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {

  private static Response signIn(String email, String password, String to) {
    return stranger().formParam("email", email).formParam("password", password).formParam("to", to).post("/sign-in");
  }

  @Test
  void aBrowserIsSignedInByACookieThatScriptsAndOtherSitesCannotUse() {
    var person = TestPerson.onFullPath();

    var answer = signIn(person.email(), TestPerson.PASSWORD, "/profile");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/profile");
    var cookie = answer.detailedCookie(TestPerson.COOKIE);
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.hasMaxAge()).isFalse();
    assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(person.token());
  }

  @Test
  void onlyTheHashOfATokenIsKept() {
    var person = TestPerson.onFullPath();

    QuarkusTransaction.requiringNew().run(() -> {
      assertThat(Session.count("tokenHash", person.token())).isZero();
      assertThat(Session.count("tokenHash", new Token(person.token()).hash())).isEqualTo(1);
    });
  }

  @Test
  void aHashMadeInAnotherWayIsMadeAnewAndThePasswordStaysGood() {
    var person = TestPerson.onFullPath();
    // "lantern by the sea", with the parameters that were Lectern's first.
    keepHash(person,
        "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$98K5f/U6gyQNej6aNhVSdyOV4GDZB+cpu1wSsoCAiRU");

    assertThat(signIn(person.email(), "wrong in any way", "").statusCode()).isEqualTo(422);
    assertThat(hashOf(person)).startsWith("$argon2id$v=19$m=19456,");
    assertThat(signIn(person.email(), "lantern by the sea", "").statusCode()).isEqualTo(303);

    var anew = hashOf(person);
    assertThat(anew).doesNotStartWith("$argon2id$v=19$m=19456,");
    assertThat(signIn(person.email(), "lantern by the sea", "").statusCode()).isEqualTo(303);
    assertThat(hashOf(person)).isEqualTo(anew);
  }

  @Test
  void aHashIsNotMadeAnewOfAPasswordThatWasJustChanged() {
    var person = TestPerson.onFullPath();
    var asItWas = QuarkusTransaction.requiringNew().call(() -> Account.byEmail(person.email()).orElseThrow());

    keepHash(person, "of the new password");
    QuarkusTransaction.requiringNew().run(() -> asItWas.rehash("of the old password"));
    assertThat(hashOf(person)).isEqualTo("of the new password");

    keepHash(person, asItWas.passwordHash);
    QuarkusTransaction.requiringNew().run(() -> asItWas.rehash("the same, made anew"));
    assertThat(hashOf(person)).isEqualTo("the same, made anew");
  }

  private static void keepHash(TestPerson person, String hash) {
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("passwordHash = ?1 where emailKey = ?2", hash, Account.key(person.email())));
  }

  private static String hashOf(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> Account.byEmail(person.email()).orElseThrow().passwordHash);
  }

  @Test
  void aProgramGetsATokenAndIsToldForHowLongItIsGood() {
    var person = TestPerson.onFullPath();

    var answer = stranger().contentType("application/json")
        .body(Map.of("email", person.email(), "password", TestPerson.PASSWORD))
        .post("/api/v1/tokens");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getLong("expiresIn")).isEqualTo(12 * 60 * 60);
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
  void signingInLeadsToNoOtherSite(String to) {
    var person = TestPerson.onFullPath();

    assertThat(signIn(person.email(), TestPerson.PASSWORD, to).header("Location")).isEqualTo("/");
    assertThat(person.browser().queryParam("to", to).get("/sign-in").header("Location")).isEqualTo("/");
  }

  @Test
  void aWrongPasswordShowsTheFormAgainWithTheAddress() {
    var person = TestPerson.onFullPath();

    var answer = signIn(person.email(), "not the password", "/profile");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.asString())
        .contains("<title>Error: Sign in", "The address or the password is wrong. Check both and try again")
        .contains("value=\"" + person.email() + "\"", "name=\"to\" value=\"/profile\"")
        .doesNotContain("not the password");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "no address", "a\u0000b@example.org", "a\uFFFE@example.org", "' or 1=1 --", "%@example.org", "{#if}", "<b>"})
  void anythingMayBeTypedAsAnAddress(String email) {
    assertThat(signIn(email, "whatever it is", "").statusCode()).isEqualTo(422);
    var answer = stranger().contentType("application/json")
        .body(Map.of("email", email, "password", "\u0000"))
        .post("/api/v1/tokens");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:sign-in-refused");
  }

  @Test
  void aBrokenCharacterInAnAddressIsOnlyWrong() {
    var answer = stranger().contentType("application/json")
        .body("{\"email\": \"a\\ud800@example.org\", \"password\": \"\\udc00 and so on\"}")
        .post("/api/v1/tokens");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void anEndlessPasswordIsOnlyWrong() {
    var person = TestPerson.onFullPath();

    assertThat(signIn(person.email(), "x".repeat(60_000), "").statusCode()).isEqualTo(422);
    assertThat(signIn("x".repeat(60_000), "whatever it is", "").statusCode()).isEqualTo(422);
  }

  @Test
  void signingInNeedsBoth() {
    var answer = stranger().contentType("application/json").body(new HashMap<>()).post("/api/v1/tokens");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(stranger().contentType("application/json").post("/api/v1/tokens").statusCode()).isEqualTo(401);
  }

  @Test
  void aFieldThatIsThereTwiceSignsNobodyElseIn() {
    var person = TestPerson.onFullPath();
    var answer = stranger().contentType("application/x-www-form-urlencoded")
        .body("email=nobody%40example.org&email=" + person.email().replace("@", "%40") + "&password=wrong+password"
            + "&password=" + TestPerson.PASSWORD.replace(" ", "+"))
        .post("/sign-in");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void aDisabledAccountIsRefusedLikeAWrongPassword() {
    var person = TestPerson.onFullPath();
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("disabledAt = createdAt where personId = ?1", person.id()));

    var answer = signIn(person.email(), TestPerson.PASSWORD, "/");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("The address or the password is wrong.");
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    var person = TestPerson.onFullPath();
    assertThat(person.browser().get("/profile").statusCode()).isEqualTo(200);

    var answer = person.browser().post("/sign-out");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
    assertThat(answer.detailedCookie(TestPerson.COOKIE).getMaxAge()).isZero();
    assertThat(answer.detailedCookie(TestPerson.COOKIE).getValue()).isEmpty();
    assertThat(answer.header("Clear-Site-Data")).contains("\"cache\"");
    assertThat(person.browser().get("/profile").header("Location")).isEqualTo("/sign-in?to=%2Fprofile");
    assertThat(person.api().get("/api/v1/courses/sample-course").statusCode()).isEqualTo(401);
  }

  @Test
  void signingOutEndsOnlyThisSession() {
    var person = TestPerson.onFullPath();
    var other = TestPerson.signIn(person.email(), TestPerson.PASSWORD);

    person.browser().post("/sign-out");

    assertThat(TestPerson.browser(other).get("/profile").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyIsSignedOutByALink() {
    var person = TestPerson.onFullPath();

    assertThat(person.browser().get("/sign-out").statusCode()).isEqualTo(405);
    assertThat(person.browser().get("/profile").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInCannotSignOut() {
    assertThat(stranger().post("/sign-out").statusCode()).isEqualTo(401);
  }
}

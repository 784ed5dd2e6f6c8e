package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JoiningTest {

  private final String email = TestPerson.newEmail();

  private Map<String, String> application() {
    return new HashMap<>(Map.of("email", email, "password", TestPerson.PASSWORD, "name", "Ada Sample",
        "jobNetwork", "POLNET", "language", "fr"));
  }

  private static Response joinByApi(Map<String, String> application) {
    return stranger().contentType("application/json").body(application).post("/api/v1/accounts");
  }

  private static Response joinByForm(Map<String, String> application) {
    return stranger().contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(application)
        .post("/join");
  }

  private long accounts() {
    return QuarkusTransaction.requiringNew().call(() -> Account.count("emailKey", Account.key(email)));
  }

  @Test
  void aProgramJoinsAndIsAPersonWithAnAccountAndAnEngagement() {
    var answer = joinByApi(application());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.jsonPath().getString("name")).isEqualTo("Ada Sample");
    assertThat(answer.asString()).doesNotContain("assword", "argon2", email);
    var id = UUID.fromString(answer.jsonPath().getString("id"));
    QuarkusTransaction.requiringNew().run(() -> {
      var person = Person.find(id).orElseThrow();
      assertThat(person.name).isEqualTo("Ada Sample");
      assertThat(person.language).isEqualTo("fr");
      assertThat(Account.of(id)).singleElement().satisfies(account -> {
        assertThat(account.email).isEqualTo(email);
        assertThat(account.passwordHash).startsWith("$argon2id$").doesNotContain(TestPerson.PASSWORD);
      });
      assertThat(Engagement.known(id)).singleElement().satisfies(engagement -> {
        assertThat(engagement.jobNetwork).isEqualTo("POLNET");
        assertThat(engagement.recordedBy).isEqualTo(id);
      });
    });
  }

  @Test
  void aBrowserJoinsAndIsSignedIn() {
    var answer = joinByForm(application());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
    var profile = TestPerson.browser(answer.cookie(TestPerson.COOKIE)).get("/profile");
    assertThat(profile.statusCode()).isEqualTo(200);
    assertThat(profile.asString()).contains(email, "value=\"Ada Sample\"", "<option value=\"POLNET\" selected>");
  }

  @Test
  void joiningLeadsBackToWhereSomebodyWantedToGo() {
    var application = application();
    application.put("to", "/courses/sample-course");

    assertThat(joinByForm(application).header("Location")).isEqualTo("/courses/sample-course");
  }

  @Test
  void joiningLeadsToNoOtherSite() {
    var application = application();
    application.put("to", "//evil.example/");

    assertThat(joinByForm(application).header("Location")).isEqualTo("/");
  }

  @Test
  void aJobNetworkAndALanguageAreNotNeeded() {
    var application = application();
    application.put("jobNetwork", "");
    application.remove("language");

    var answer = joinByApi(application);

    assertThat(answer.statusCode()).isEqualTo(201);
    var id = UUID.fromString(answer.jsonPath().getString("id"));
    QuarkusTransaction.requiringNew().run(() -> assertThat(Engagement.history(id)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "name| |Enter your full name",
      "email|no address|Enter an e-mail address like name@example.org",
      "password|short|Your password must have at least 8 characters",
      "password|password1|This password is among the first that people guess; choose another",
      "jobNetwork|NOSUCHNET|Choose a job network of the list",
      "jobNetwork|OLDNET|Choose a job network of the list",
      "language|tlh|Choose a language of the list"})
  void whatIsWrongIsSaidAtItsFieldAndTheRestIsKept(String field, String value, String message) {
    var application = application();
    application.put(field, value == null ? "" : value);

    var byForm = joinByForm(application);
    var byApi = joinByApi(application);

    assertThat(byForm.statusCode()).isEqualTo(422);
    assertThat(byForm.cookies()).isEmpty();
    var html = byForm.htmlPath();
    assertThat(html.getString("html.head.title")).startsWith("Error: Join");
    assertThat(html.getString("**.find { it.@role == 'alert' }.ul.li.a.@href")).isEqualTo("#" + field);
    assertThat(byForm.asString())
        .contains("id=\"" + field + "-error\"><span class=\"hidden\">Error: </span>" + message);
    application.entrySet()
        .stream()
        .filter(entry -> !entry.getKey().equals("password") && !entry.getKey().equals(field))
        .forEach(entry -> assertThat(byForm.asString()).contains("value=\"" + entry.getValue() + "\""));
    assertThat(byForm.asString()).doesNotContain(TestPerson.PASSWORD);
    assertThat(byApi.statusCode()).isEqualTo(422);
    assertThat(byApi.jsonPath().getString("type")).isEqualTo("urn:lectern:problem:invalid-input");
    assertThat(byApi.jsonPath().getString("detail")).isEqualTo(message);
    assertThat(byApi.jsonPath().getString("errors[0].field")).isEqualTo(field);
    assertThat(accounts()).isZero();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    var answer = joinByApi(Map.of());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getList("errors.field")).containsExactly("name", "email", "password");
    assertThat(stranger().post("/join").statusCode()).isIn(415, 422);
    assertThat(stranger().contentType("application/json").post("/api/v1/accounts").statusCode()).isEqualTo(422);
  }

  @Test
  void aHostileNameIsOnlyText() {
    var application = application();
    application.put("name", "<script>alert(1)</script>\"'{#if}");
    application.put("password", "short");

    var answer = joinByForm(application);

    assertThat(answer.asString()).doesNotContain("<script>alert")
        .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;{#if}\"");
  }

  @Test
  void anAddressInOtherCapitalsIsTheSameAddress() {
    assertThat(joinByApi(application()).statusCode()).isEqualTo(201);
    var application = application();
    application.put("email", "  " + email.toUpperCase(Locale.ROOT) + " ");

    var byApi = joinByApi(application);
    var byForm = joinByForm(application);

    assertThat(byApi.statusCode()).isEqualTo(422);
    assertThat(byApi.jsonPath().getString("errors[0].field")).isEqualTo("email");
    assertThat(byForm.statusCode()).isEqualTo(422);
    assertThat(byForm.asString()).contains("You cannot join with this address.");
    assertThat(accounts()).isEqualTo(1);
    assertThat(TestPerson.signIn(email.toUpperCase(Locale.ROOT), TestPerson.PASSWORD)).isNotBlank();
  }

  @Test
  void whoKeepsTryingAnAddressThatIsTakenHasToWait() {
    assertThat(joinByApi(application()).statusCode()).isEqualTo(201);
    for (var one = 0; one < 5; one++) {
      assertThat(joinByApi(application()).jsonPath().getString("detail"))
          .startsWith("You cannot join with this address.");
    }

    var answer = joinByApi(application());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("detail")).isEqualTo("Too many tries. Wait 1 min and try again");
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void ofManyWhoJoinWithOneAddressAtTheSameMomentOneDoes() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var joins = IntStream.range(0, 6).<Callable<Integer>>mapToObj(one -> () -> joinByApi(application()).statusCode());

      var statuses = threads.invokeAll(joins.toList()).stream().map(one -> one.resultNow()).sorted().toList();

      assertThat(statuses).containsExactly(201, 422, 422, 422, 422, 422);
    }
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void whoIsSignedInNeedsNotJoin() {
    var answer = TestPerson.onFullPath().browser().get("/join");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/");
  }
}

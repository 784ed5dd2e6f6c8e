package org.lectern.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.assessment.Learner;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AdministrationTest {

  private static final String FULL = "find { it.path == 'full' }.";

  private TestPerson administrator;

  @BeforeEach
  void join() {
    administrator = TestPerson.administrator();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/people", "/admin/people.csv",
      "/admin/certificates", "/admin/certificates.csv", "/admin/content", "/admin/courses/sample-course/progress",
      "/admin/courses/sample-course/progress.csv", "/api/v1/admin/people",
      "/api/v1/admin/courses/sample-course/progress", "/api/v1/admin/content-problems"})
  void onlyAdministratorsSeeTheirDesk(String address) {
    administrator.api().get(address).then().statusCode(200);
    TestPerson.onFullPath().api().get(address).then().statusCode(403);
    TestPerson.stranger().get(address).then().statusCode(address.startsWith("/api/") ? 401 : 303);
  }

  @Test
  void peopleAreFoundByAPartOfNameOrAddressInAnyCase() {
    var person = TestPerson.onFullPath();

    administrator.api()
        .queryParam("search", person.email().toUpperCase(java.util.Locale.ROOT))
        .get("/api/v1/admin/people")
        .then()
        .statusCode(200)
        .body("total", equalTo(1), "people[0].id", equalTo(person.id().toString()),
            "people[0].emails", equalTo(List.of(person.email())), "people[0].jobNetwork", equalTo("POLNET"));
    administrator.browser()
        .queryParam("search", person.email())
        .get("/admin/people")
        .then()
        .body(allOf(containsString("1 of "), containsString("/admin/people/" + person.id())));
  }

  @Test
  void aSignThatDatabasesReadAsAnySignIsOnlyItself() {
    administrator.api()
        .queryParam("search", "100%_!")
        .get("/api/v1/admin/people")
        .then()
        .statusCode(200)
        .body("total", equalTo(0), "people", hasSize(0), "pages", equalTo(1));
  }

  @Test
  void whatABarShowsIsSaidWithTheSignsOfTheLanguage() {
    TestPerson.onFullPath();

    assertThat(administrator.browser().header("Accept-Language", "zh").get("/admin").asString())
        .containsPattern("role=\"img\" aria-label=\"[^\"]+：[^\"]+[0-9]，[^\"]+[0-9]\"")
        .doesNotContainPattern("role=\"img\" aria-label=\"[^\"]*[:,] ");
  }

  @Test
  void nobodyFoundSaysWhatToTry() {
    administrator.browser()
        .queryParam("search", "<script>nobody")
        .get("/admin/people")
        .then()
        .statusCode(200)
        .body(containsString("Nothing fits these filters."));
  }

  @Test
  void blanksAroundAJobNetworkAreNoPartOfIt() {
    var person = TestPerson.onAbridgedPath();
    var address = "/api/v1/admin/people/" + person.id() + "/engagements";

    administrator.api()
        .body(Map.of("jobNetwork", " POLNET "))
        .post(address)
        .then()
        .statusCode(201)
        .body("engagements[0].jobNetwork", equalTo("POLNET"));
    administrator.api()
        .body(Map.of("jobNetwork", "  "))
        .post(address)
        .then()
        .statusCode(201)
        .body("engagements[0].jobNetwork", nullValue());
  }

  @Test
  void aJobNetworkOfThePastCanBeChosenForItsTime() {
    var person = TestPerson.onAbridgedPath();
    var address = "/admin/people/" + person.id();

    administrator.browser()
        .get(address)
        .then()
        .body(containsString(
            "<option value=\"OLDNET\">OLDNET: A network of the past (To 31 December 2019)</option>"));
    administrator.browser()
        .formParam("jobNetwork", "OLDNET")
        .formParam("validFrom", "2018-01-01")
        .post(address
            + "/engagements")
        .then()
        .statusCode(303);
  }

  @Test
  void aChangeOfJobNetworkChangesThePathAndKeepsTheHistory() {
    var person = TestPerson.onAbridgedPath();

    administrator.browser()
        .formParam("jobNetwork", "POLNET")
        .formParam("validFrom", "2020-03-01")
        .post("/admin/people/" + person.id() + "/engagements")
        .then()
        .statusCode(303);

    person.api().get("/api/v1/courses/sample-course").then().body("path", equalTo("full"));
    administrator.api()
        .get("/api/v1/admin/people/" + person.id())
        .then()
        .body("engagements", hasSize(2))
        .body("engagements.findAll { it.replacedAt == null }.jobNetwork", equalTo(List.of("POLNET")))
        .body("engagements.findAll { it.replacedAt != null }.jobNetwork", equalTo(List.of("ITECNET")))
        .body("engagements.find { it.replacedAt == null }.validFrom", equalTo("2020-03-01"))
        .body("engagements.find { it.replacedAt == null }.validTo", nullValue())
        .body("engagements.find { it.replacedAt == null }.recordedBy", equalTo(administrator.id().toString()));
  }

  @Test
  void anImpossibleChangeIsShownAgainAndChangesNothing() {
    var person = TestPerson.onAbridgedPath();

    administrator.browser()
        .formParam("jobNetwork", "NOSUCHNET")
        .formParam("validFrom", "1 March")
        .post("/admin/people/" + person.id() + "/engagements")
        .then()
        .statusCode(422)
        .body(allOf(containsString("There is a problem"), containsString("Write the date as year-month-day"),
            containsString("<title>Error: ")));
    administrator.api()
        .body(Map.of("jobNetwork", "NOSUCHNET"))
        .post("/api/v1/admin/people/" + person.id() + "/engagements")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:lectern:problem:unknown-job-network"));
    administrator.api().get("/api/v1/admin/people/" + person.id()).then().body("engagements", hasSize(1));
  }

  @Test
  void onlyAdministratorsChangeEngagements() {
    var person = TestPerson.onAbridgedPath();

    person.api()
        .body(Map.of("jobNetwork", "POLNET"))
        .post("/api/v1/admin/people/" + person.id() + "/engagements")
        .then()
        .statusCode(403);
    person.browser()
        .formParam("jobNetwork", "POLNET")
        .post("/admin/people/" + person.id() + "/engagements")
        .then()
        .statusCode(403);
    person.api().get("/api/v1/courses/sample-course").then().body("path", equalTo("abridged"));
  }

  @Test
  void whoeverDoesNotExistIsNotFound() {
    var nobody = UUID.randomUUID();

    administrator.browser().get("/admin/people/" + nobody).then().statusCode(404);
    administrator.api().get("/api/v1/admin/people/" + nobody + "/registrations").then().statusCode(404);
    administrator.api().get("/api/v1/admin/people/" + nobody + "/statements").then().statusCode(404);
    administrator.api().get("/api/v1/admin/courses/no-such-course/progress").then().statusCode(404);
  }

  @Test
  void thePageOfAPersonShowsWhatTheyDid() {
    var learner = Learner.ready("POLNET").person();

    administrator.browser()
        .get("/admin/people/" + learner.id())
        .then()
        .statusCode(200)
        .body(allOf(containsString(learner.email()), containsString("POLNET"), containsString("completed"),
            containsString("s1-welcome"), containsString("Full path")));
    administrator.api()
        .get("/api/v1/admin/people/" + learner.id() + "/registrations")
        .then()
        .body("course", equalTo(List.of("sample-course")), "number", equalTo(List.of(1)));
    administrator.api()
        .get("/api/v1/admin/people/" + learner.id() + "/statements")
        .then()
        .body("statements.activity", hasItem("s1-welcome"), "statements[0].verb", equalTo("completed"));
  }

  @Test
  void everybodyIsCountedOnceOnThePathOfTheirNetwork() {
    var before = progress();
    TestPerson.onFullPath();
    Learner.ready("POLNET");

    var after = progress();

    assertThat(after.people() - before.people()).isEqualTo(2);
    assertThat(after.notStarted() - before.notStarted()).isEqualTo(1);
    assertThat(after.toBeAssessed() - before.toBeAssessed()).isEqualTo(1);
    assertThat(after.notStarted() + after.underWay() + after.toBeAssessed() + after.passed())
        .isEqualTo(after.people());
  }

  private record Counts(int people, int notStarted, int underWay, int toBeAssessed, int passed) {}

  private Counts progress() {
    var json = administrator.api()
        .get("/api/v1/admin/courses/sample-course/progress")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
    return new Counts(json.getInt(FULL + "people"), json.getInt(FULL + "notStarted"), json.getInt(FULL + "underWay"),
        json.getInt(FULL + "toBeAssessed"), json.getInt(FULL + "passed"));
  }

  @Test
  void theFileHasALineForEachPersonAndNoFormulas() {
    var learner = Learner.ready("POLNET").person();
    learner.browser()
        .formParam("name", "=HYPERLINK(\"x\")")
        .formParam("jobNetwork", "POLNET")
        .post("/profile")
        .then()
        .statusCode(303);

    var lines = administrator.api()
        .get("/admin/courses/sample-course/progress.csv")
        .then()
        .statusCode(200)
        .header("Content-Type", "text/csv;charset=UTF-8")
        .header("Content-Disposition", containsString("progress-sample-course-"))
        .extract()
        .asString()
        .split("\r\n");

    assertThat(lines[0]).isEqualTo(
        "\uFEFFperson,name,email,jobNetwork,path,provisional,completed,units,passedAt,edition,asOf,state,department,dutyStation");
    assertThat(lines).filteredOn(line -> line.startsWith(learner.id().toString()))
        .singleElement()
        .asString()
        .startsWith(learner.id() + ",\"'=HYPERLINK(\"\"x\"\")\"," + learner.email() + ",POLNET,full,false,6,6,,1.0+");
  }
}

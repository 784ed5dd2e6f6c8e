package org.lectern.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.administration.BulkItem.Outcome;
import org.lectern.people.AccountLocks;
import org.lectern.people.AuditEntry;
import org.lectern.people.Engagement;
import org.lectern.people.Engagements;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Changes of many people, through the screens. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BulkTest {

  private static final String DAY = "2026-02-01";

  private TestPerson administrator;

  @Inject
  Bulk bulk;

  @Inject
  Judging judging;

  @Inject
  Engagements engagements;

  @Inject
  AccountLocks locks;

  @BeforeEach
  void join() {
    administrator = TestPerson.administrator();
  }

  private static UUID drafted(io.restassured.response.Response answer) {
    answer.then().statusCode(303);
    return UUID.fromString(answer.header("Location").replaceFirst(".*/", ""));
  }

  private RequestSpecification form(List<TestPerson> people) {
    var form = administrator.browser();
    people.forEach(person -> form.formParam("person", person.id().toString()));
    return form;
  }

  private UUID draft(String kind, TestPerson... people) {
    return drafted(form(List.of(people)).formParam("kind", kind).post("/admin/changes"));
  }

  private UUID draftOfDepartment(String department, TestPerson... people) {
    return drafted(form(List.of(people)).formParam("kind", "engagement")
        .formParam("set-department", "on")
        .formParam("department", department)
        .formParam("validFrom", DAY)
        .post("/admin/changes"));
  }

  /** Confirms, and works beside the worker until all is done. */
  private void carryOut(UUID change) {
    administrator.browser().post("/admin/changes/" + change + "/confirmation").then().statusCode(303);
    bulk.work(change);
  }

  private static long count(UUID change, Outcome outcome) {
    return QuarkusTransaction.requiringNew().call(() -> BulkItem.counts(change)).getOrDefault(outcome, 0L);
  }

  private static List<String> departments(TestPerson person) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Engagement.known(person.id()).stream().map(known -> String.valueOf(known.department)).toList());
  }

  @Test
  void nothingHappensBeforeItIsConfirmed() {
    var ada = TestPerson.onFullPath();
    var change = draftOfDepartment("Lanterns", ada, TestPerson.onAbridgedPath());

    administrator.browser()
        .get("/admin/changes/" + change)
        .then()
        .statusCode(200)
        .body(allOf(containsString("Nothing is changed yet"), containsString("Change 2 people now"),
            containsString("Lanterns"), containsString("/admin/people/" + ada.id())));
    assertThat(departments(ada)).containsExactly("null");
  }

  @Test
  void aConfirmedChangeIsMadeOnceAndWrittenDown() {
    var ada = TestPerson.join("POLNET");
    var change = draftOfDepartment("Lighthouses", ada);

    carryOut(change);
    carryOut(change);

    assertThat(departments(ada)).contains("Lighthouses");
    assertThat(count(change, Outcome.DONE)).isEqualTo(1);
    assertThat(QuarkusTransaction.requiringNew().call(() -> AuditEntry.about(ada.id().toString())))
        .filteredOn(entry -> entry.act.equals("engagement-changed") && !ada.id().equals(entry.actor))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.actor).isEqualTo(administrator.id());
          assertThat(entry.detail).contains("Lighthouses", DAY);
        });
    ada.api().get("/api/v1/courses/sample-course").then().body("path", org.hamcrest.Matchers.equalTo("full"));
    administrator.browser().get("/admin/changes/" + change).then().body(containsString("Changed: 1"));
  }

  @Test
  void whatIsSoAlreadyIsToldAndNotDoneAgain() {
    var ada = TestPerson.onFullPath();
    carryOut(draftOfDepartment("Lanterns", ada));

    var again = draftOfDepartment("Lanterns", ada);

    assertThat(count(again, Outcome.UNCHANGED)).isEqualTo(1);
    administrator.browser()
        .get("/admin/changes/" + again)
        .then()
        .body(allOf(containsString("So already: nothing to change: 1"), not(containsString("/confirmation"))));
  }

  @Test
  void somebodyWithALaterEngagementIsLeftAloneAndTheReasonTold() {
    var ada = TestPerson.onFullPath();
    administrator.api()
        .body(java.util.Map.of("jobNetwork", "ITECNET", "validFrom", "2199-01-01"))
        .post("/api/v1/admin/people/" + ada.id() + "/engagements")
        .then()
        .statusCode(201);

    var change = draftOfDepartment("Lanterns", ada);

    assertThat(count(change, Outcome.REFUSED)).isEqualTo(1);
    administrator.browser()
        .get("/admin/changes/" + change)
        .then()
        .body(containsString("something else is recorded for later"));
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndComesBackWhenEnabled() {
    var ada = TestPerson.onFullPath();
    ada.api().get("/api/v1/certificates").then().statusCode(200);

    carryOut(draft("disable", ada));

    ada.api().get("/api/v1/certificates").then().statusCode(401);
    administrator.browser().get("/admin/people/" + ada.id()).then().body(containsString("disabled since"));
    administrator.browser()
        .queryParam("search", ada.email())
        .queryParam("account", "disabled")
        .get("/admin/people")
        .then()
        .body(containsString(ada.email()));

    carryOut(draft("enable", ada));

    assertThat(TestPerson.signIn(ada.email(), TestPerson.PASSWORD)).isNotEmpty();
    ada.api().get("/api/v1/certificates").then().statusCode(401);
  }

  @Test
  void signingOutEndsSessionsAndLeavesTheAccount() {
    var ada = TestPerson.onFullPath();

    carryOut(draft("sign-out", ada));

    ada.api().get("/api/v1/certificates").then().statusCode(401);
    assertThat(TestPerson.signIn(ada.email(), TestPerson.PASSWORD)).isNotEmpty();
  }

  @Test
  void nobodyDisablesThemselves() {
    var change = draft("disable", administrator, TestPerson.onFullPath());

    assertThat(count(change, Outcome.REFUSED)).isEqualTo(1);
    assertThat(count(change, Outcome.PLANNED)).isEqualTo(1);
    carryOut(change);
    administrator.browser().get("/admin").then().statusCode(200);
  }

  @Test
  void allOfAListAreThoseWhomItsFiltersLeave() {
    var ada = TestPerson.onFullPath();
    TestPerson.onFullPath();
    var list = "/admin/people?search=" + ada.email().replace("@", "%40");
    administrator.browser()
        .queryParam("list", list)
        .queryParam("of", "all")
        .get("/admin/changes/new")
        .then()
        .statusCode(200)
        .body(containsString("1 person is chosen."));

    var change = drafted(administrator.browser()
        .formParam("list", list)
        .formParam("kind", "sign-out")
        .post("/admin/changes"));

    assertThat(count(change, Outcome.PLANNED)).isEqualTo(1);
    administrator.browser().get("/admin/changes/" + change).then().body(containsString("/admin/people/" + ada.id()));
  }

  @Test
  void aFormWithMistakesIsShownAgainWithWhatWasTyped() {
    var ada = TestPerson.onFullPath();
    form(List.of(ada)).post("/admin/changes")
        .then()
        .statusCode(422)
        .body(
            allOf(containsString("Choose what is to be done"), containsString("<p class=\"error\" id=\"kind-error\">"),
                containsString("id=\"kind\" aria-describedby=\"kind-error\"")));
    form(List.of(ada)).formParam("kind", "engagement")
        .formParam("set-department", "on")
        .formParam("department", "=cmd")
        .formParam("validFrom", "soon")
        .post("/admin/changes")
        .then()
        .statusCode(422)
        .body(allOf(containsString("Write the date as year-month-day"), containsString("value=\"=cmd\""),
            containsString("not beginning with"), containsString("aria-describedby=\"department-error\""),
            containsString("<p class=\"error\" id=\"department-error\">"),
            containsString("aria-describedby=\"validFrom-error\"")));
    form(List.of(ada)).formParam("kind", "engagement")
        .formParam("validFrom", DAY)
        .post("/admin/changes")
        .then()
        .statusCode(422)
        .body(matchesPattern("(?s).*<div class=\"field wrong\">\\s*<p class=\"error\" id=\"set-jobNetwork-error\">.*"
            + "name=\"set-jobNetwork\" value=\"on\" aria-invalid=\"true\" aria-describedby=\"set-jobNetwork-error\".*"));
    form(List.of()).formParam("kind", "disable")
        .post("/admin/changes")
        .then()
        .statusCode(422)
        .body(containsString("Choose somebody first"));
  }

  @Test
  void whoeverConfirmsADraftOfSomebodyElseIsWrittenDownAndIsNotDisabledByIt() {
    var other = TestPerson.administrator();
    var ada = TestPerson.onFullPath();
    var change = draft("disable", ada, other);

    other.browser().post("/admin/changes/" + change + "/confirmation").then().statusCode(303);
    bulk.work(change);

    assertThat(actors("bulk-change-confirmed", change)).containsExactly(other.id());
    assertThat(actors("accounts-disabled", ada.id())).containsExactly(other.id());
    other.browser()
        .get("/admin/changes/" + change + "?outcome=refused")
        .then()
        .statusCode(200)
        .body(allOf(containsString("<dt>Drafted by</dt>"), containsString("<dt>Confirmed by</dt>"),
            containsString("/admin/people/" + other.id())));
  }

  @Test
  void whoeverGivesADraftUpIsWrittenDown() {
    var other = TestPerson.administrator();
    var change = draft("disable", TestPerson.onFullPath());

    other.browser().post("/admin/changes/" + change + "/discard").then().statusCode(303);

    assertThat(actors("bulk-change-discarded", change)).containsExactly(other.id());
    other.browser().get("/admin/changes/" + change).then().body(containsString("<dt>Given up by</dt>"));
  }

  private static List<UUID> actors(String act, UUID subject) {
    return QuarkusTransaction.requiringNew()
        .call(() -> AuditEntry.about(subject.toString())
            .stream()
            .filter(entry -> entry.act.equals(act))
            .map(entry -> entry.actor)
            .toList());
  }

  @Test
  void whatWasGivenUpIsNeverDone() {
    var ada = TestPerson.onFullPath();
    var change = draft("disable", ada);

    administrator.browser().post("/admin/changes/" + change + "/discard").then().statusCode(303);
    carryOut(change);

    ada.api().get("/api/v1/certificates").then().statusCode(200);
  }

  @Test
  void aChangeThatWasCutOffIsFinishedByWhoeverLooksNext() {
    var people = new TestPerson[]{TestPerson.onFullPath(), TestPerson.onFullPath(), TestPerson.onFullPath()};
    var change = draftOfDepartment("Lanterns", people);
    // As it is when a node confirms it, does a part, and goes away.
    bulk.confirm(change, administrator.id());
    QuarkusTransaction.requiringNew()
        .run(() -> BulkItem.next(change, 1).forEach(item -> item.come(Outcome.DONE, null, java.time.Instant.EPOCH)));

    bulk.work(change);

    assertThat(count(change, Outcome.DONE)).isEqualTo(3);
    assertThat(departments(people[0])).doesNotContain("Lanterns");
    assertThat(departments(people[2])).contains("Lanterns");
    administrator.browser().get("/admin/changes/" + change).then().body(containsString("<dd>done</dd>"));
  }

  @Test
  void nobodyIsGivenUpBecauseTheDatabaseIsAway() {
    var stopped = false;
    // The job of this server may have done it in between.
    for (var tries = 0; tries < 10 && !stopped; tries++) {
      var change = draftOfDepartment("Lanterns", TestPerson.onFullPath(), TestPerson.onFullPath());
      bulk.confirm(change, administrator.id());

      stopped = stopsForWantOfADatabase(change);

      assertThat(count(change, Outcome.REFUSED)).isZero();
      bulk.work(change);
      assertThat(count(change, Outcome.DONE)).isEqualTo(2);
    }
    assertThat(stopped).isTrue();
  }

  /** Works on a change with a database that is away for longer than one piece of work waits for it, and the next. */
  private boolean stopsForWantOfADatabase(UUID change) {
    var back = System.nanoTime() + Duration.ofSeconds(9).toNanos();
    var cutOff = new Bulk(() -> {
      if (System.nanoTime() < back) {
        throw new IllegalStateException(new SQLException("the connection is lost", "08006"));
      }
      return InstantSource.system().instant();
    }, judging, engagements, locks);
    try {
      cutOff.work(change);
      return false;
    } catch (IllegalStateException away) {
      assertThat(away).hasRootCauseInstanceOf(SQLException.class);
      return true;
    }
  }

  @Test
  void aFileIsLookedAtBeforeAnythingOfItIsDone() {
    var ada = TestPerson.onFullPath();
    var grace = TestPerson.onAbridgedPath();
    var change = drafted(administrator.browser()
        .multiPart("file", "staff.csv", ("email,validFrom,department,jobNetwork\n" + ada.email() + "," + DAY
            + ",Lanterns,ITECNET\n" + grace.email() + "," + DAY + ",Lighthouses,POLNET\n").getBytes(
                java.nio.charset.StandardCharsets.UTF_8),
            "text/csv")
        .post("/admin/changes/file"));

    assertThat(departments(ada)).containsExactly("null");
    administrator.browser().get("/admin/changes/" + change).then().body(containsString("staff.csv"));
    carryOut(change);

    assertThat(departments(ada)).contains("Lanterns");
    assertThat(departments(grace)).contains("Lighthouses");
    grace.api().get("/api/v1/courses/sample-course").then().body("path", org.hamcrest.Matchers.equalTo("full"));
  }

  @Test
  void nothingOfAFileWithAMistakeIsKept() {
    var ada = TestPerson.onFullPath();
    administrator.browser()
        .multiPart("file", "staff.csv", ("email,validFrom,department\n" + ada.email() + "," + DAY
            + ",Lanterns\nnobody@example.org," + DAY + ",Lanterns\n").getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "text/csv")
        .post("/admin/changes/file")
        .then()
        .statusCode(422)
        .body(allOf(containsString("<th scope=\"row\">3</th>"), containsString("Nobody here has this address")));
    assertThat(departments(ada)).containsExactly("null");
  }

  @Test
  void aMissingFileIsToldAtItsField() {
    administrator.browser()
        .multiPart("file", "staff.csv", new byte[0], "text/csv")
        .post("/admin/changes/file")
        .then()
        .statusCode(422)
        .body(allOf(containsString("<p class=\"error\" id=\"file-error\">"),
            containsString("aria-describedby=\"file-hint file-error\"")));
  }

  @Test
  void onlyAdministratorsChangeOthers() {
    var ada = TestPerson.onFullPath();
    var change = draft("disable", ada);
    for (var address : List.of("/admin/changes", "/admin/changes/new", "/admin/changes/file",
        "/admin/changes/" + change)) {
      administrator.browser().get(address).then().statusCode(200);
      ada.browser().get(address).then().statusCode(403);
    }
    ada.browser().post("/admin/changes/" + change + "/confirmation").then().statusCode(403);
    ada.browser()
        .formParam("person", ada.id().toString())
        .formParam("kind", "enable")
        .post("/admin/changes")
        .then()
        .statusCode(403);
    assertThat(count(change, Outcome.PLANNED)).isEqualTo(1);
    administrator.browser().get("/admin/changes/" + UUID.randomUUID()).then().statusCode(404);
  }
}

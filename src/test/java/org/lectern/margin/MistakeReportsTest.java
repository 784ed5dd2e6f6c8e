package org.lectern.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

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

/** Mistakes that readers report, on their way to administrators. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MistakeReportsTest {

  private static final String WELCOME = "/courses/sample-course/s1-welcome";

  @Inject
  TestClock clock;

  @AfterEach
  void setClockRight() {
    clock.setRight();
  }

  private static Response report(TestPerson person, UUID id, String what, String quotation) {
    return person.browser()
        .formParam("report", id)
        .formParam("language", "en")
        .formParam("what", what)
        .formParam("quotation", quotation)
        .post(WELCOME + "/mistakes");
  }

  private static List<MistakeReport> of(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> MistakeReport.list("personId", person.id()));
  }

  @Test
  void aReportNamesTheFileTheLanguageAndTheEdition() {
    var person = TestPerson.onFullPath();
    var id = UUID.randomUUID();

    var answer = report(person, id, "The glass has no lid", "The glass.");
    report(person, id, "The glass has no lid", "The glass.");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(WELCOME + "?done=report#report-mistake");
    assertThat(person.browser().get(WELCOME + "?done=report").asString())
        .contains("Thank you. Administrators will look");
    assertThat(of(person)).singleElement().satisfies(kept -> {
      assertThat(kept.file).isEqualTo("sample-course/en/01-the-lantern/01-welcome.md");
      assertThat(kept.language).isEqualTo("en");
      assertThat(kept.edition).startsWith("1.0+");
      assertThat(kept.what).isEqualTo("The glass has no lid");
      assertThat(kept.quotation).isEqualTo("The glass.");
      assertThat(kept.handledAt).isNull();
    });
  }

  @Test
  void aMistakeInATranslationNamesTheFileOfTheTranslation() {
    var person = TestPerson.join("POLNET", "fr");

    person.browser().formParam("language", "fr").formParam("what", "accent").post(WELCOME + "/mistakes");

    assertThat(of(person)).singleElement().satisfies(kept -> {
      assertThat(kept.file).isEqualTo("sample-course/fr/01-la-lanterne/01-bienvenue.md");
      assertThat(kept.unitTitle).isEqualTo("Bienvenue");
      assertThat(kept.quotation).isNull();
    });
  }

  @Test
  void aReportThatSaysNothingOrTooMuchIsShownAgain() {
    var person = TestPerson.onFullPath();

    var empty = report(person, UUID.randomUUID(), " ", "some words");
    var tooLong = report(person, UUID.randomUUID(), "x".repeat(2_001), "");

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.asString()).contains("<title>Error: Mistake in: Welcome", "Say what is wrong",
        "some words</textarea>");
    assertThat(tooLong.asString()).contains("Enter at most 2000 characters");
    assertThat(of(person)).isEmpty();
  }

  @Test
  void aReportThatComesAfterTheSessionHasEndedIsHandedBack() {
    var person = TestPerson.onFullPath();
    person.browser().post("/sign-out");

    var answer = report(person, UUID.randomUUID(), "the lid", "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.asString()).contains("You are signed out", "the lid</textarea>");
    assertThat(of(person)).isEmpty();
  }

  @Test
  void anotherReportFromAFormThatWasSentBeforeIsTakenToo() {
    var person = TestPerson.onFullPath();
    var form = UUID.randomUUID();
    for (var what : List.of("the lid", "the lid", "the handle")) {
      assertThat(report(person, form, what, "").statusCode()).isEqualTo(303);
    }
    var stranger = TestPerson.onFullPath();
    report(stranger, form, "the lid", "");

    assertThat(of(person)).extracting(kept -> kept.what).containsExactlyInAnyOrder("the lid", "the handle");
    assertThat(of(stranger)).extracting(kept -> kept.what).containsExactly("the lid");
  }

  @Test
  void thereIsALimitWithinAnHourAndTheTextIsHandedBack() {
    var person = TestPerson.onFullPath();
    for (var number = 0; number < MistakeReports.PER_HOUR; number++) {
      assertThat(report(person, UUID.randomUUID(), "mistake " + number, "").statusCode()).isEqualTo(303);
    }

    var refused = report(person, UUID.randomUUID(), "one more", "");
    var another = report(TestPerson.onFullPath(), UUID.randomUUID(), "one more", "");
    clock.pass(Duration.ofMinutes(61));
    var later = report(person, UUID.randomUUID(), "one more", "");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.asString()).contains("You have reported 10 mistakes within an hour", "one more</textarea>");
    assertThat(another.statusCode()).isEqualTo(303);
    assertThat(later.statusCode()).isEqualTo(303);
    assertThat(of(person)).hasSize(MistakeReports.PER_HOUR + 1);
  }

  @Test
  void anAdministratorSeesItAndMarksItAsHandled() {
    var reporter = TestPerson.onFullPath();
    var administrator = TestPerson.administrator();
    var what = "A lid is missing " + UUID.randomUUID();
    var id = UUID.randomUUID();
    report(reporter, id, what, "");
    var open = openCount();

    assertThat(administrator.browser().get("/admin").asString()).contains("href=\"/admin/mistakes\"", "Open: " + open);
    assertThat(administrator.browser().get("/admin/mistakes").asString()).contains(what,
        "sample-course/en/01-the-lantern/01-welcome.md", "Reported by " + reporter.name(),
        "action=\"/admin/mistakes/" + id + "/handling\"");
    var answer = administrator.browser().formParam("page", "3").post("/admin/mistakes/" + id + "/handling");
    TestPerson.administrator().browser().post("/admin/mistakes/" + id + "/handling");

    assertThat(answer.header("Location")).isEqualTo("/admin/mistakes?page=3");
    assertThat(of(reporter)).singleElement()
        .satisfies(kept -> assertThat(kept.handledBy).isEqualTo(administrator.id()));
    assertThat(administrator.browser().get("/admin/mistakes").asString()).doesNotContain(what);
    assertThat(administrator.browser().get("/admin/mistakes/handled").asString()).contains(what,
        "Handled by " + administrator.name());
    assertThat(openCount()).isEqualTo(open - 1);
  }

  private static long openCount() {
    return QuarkusTransaction.requiringNew().call(() -> MistakeReport.countOpen());
  }

  @Test
  void theAddressOfTheFormLeadsToThePageWhateverStandsInIt() {
    var answer = TestPerson.onFullPath().browser().urlEncodingEnabled(false).get("/courses/a%20b/c%3Fd/mistakes");

    assertThat(answer.header("Location")).isEqualTo("/courses/a%20b/c%3Fd#report-mistake");
  }

  @Test
  void theListIsForAdministrators() {
    var person = TestPerson.onFullPath();

    assertThat(person.browser().get("/admin/mistakes").statusCode()).isEqualTo(403);
    assertThat(person.browser().get("/admin/mistakes/handled").statusCode()).isEqualTo(403);
    assertThat(person.browser().post("/admin/mistakes/" + UUID.randomUUID() + "/handling").statusCode())
        .isEqualTo(403);
    assertThat(TestPerson.administrator()
        .browser()
        .post("/admin/mistakes/" + UUID.randomUUID() + "/handling")
        .statusCode()).isEqualTo(404);
  }
}

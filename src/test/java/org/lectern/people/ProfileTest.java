package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProfileTest {

  @Inject
  Engagements engagements;

  @Test
  void aPersonChangesTheirNameLanguageAndJobNetwork() {
    var person = TestPerson.onAbridgedPath();

    var answer = person.browser()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("name", "Ada Núñez")
        .formParam("language", "fr")
        .formParam("jobNetwork", "POLNET")
        .post("/profile");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/profile?done=profile");
    var page = person.browser().get("/profile?done=profile").asString();
    assertThat(page).contains("class=\"done\" role=\"status\"", "value=\"Ada Núñez\"",
        "<option value=\"POLNET\" selected>POLNET\u00a0: ",
        "<option value=\"fr\" lang=\"fr\" selected>français</option>");
    assertThat(person.api().get("/api/v1/courses/sample-course").jsonPath().getString("path")).isEqualTo("full");
    assertThat(person.api().get("/api/v1/courses/sample-course").jsonPath().getString("language")).isEqualTo("fr");
  }

  @Test
  void savingWithoutAChangeRecordsNothing() {
    var person = TestPerson.onFullPath();
    for (var time = 0; time < 2; time++) {
      person.browser().formParam("name", person.name()).formParam("jobNetwork", "POLNET").post("/profile");
    }

    QuarkusTransaction.requiringNew().run(() -> assertThat(Engagement.history(person.id())).hasSize(1));
  }

  @Test
  void whatIsWrongIsShownWithWhatWasTypedAndNothingIsSaved() {
    var person = TestPerson.onFullPath();

    var answer = person.browser()
        .formParam("name", "")
        .formParam("language", "fr")
        .formParam("jobNetwork", "DEVNET")
        .post("/profile");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("<a href=\"#name\">Enter your full name</a>",
        "<option value=\"DEVNET\" selected>", "<option value=\"fr\" lang=\"fr\" selected>");
    var page = person.browser().get("/profile").asString();
    assertThat(page).contains("value=\"" + person.name() + "\"", "<option value=\"POLNET\" selected>");
  }

  @Test
  void aJobNetworkAndALanguageThatCannotBeChosenAnyMoreStayUntilSomebodyChangesThem() {
    var person = TestPerson.onFullPath();
    QuarkusTransaction.requiringNew().run(() -> {
      engagements.change(person.id(), EngagementChange.ofJobNetwork("OLDNET"), engagements.today(), person.id());
      Person.find(person.id()).orElseThrow().language = "pt";
    });

    var page = person.browser().get("/profile").asString();
    assertThat(page).contains("<option value=\"OLDNET\" selected>", "<option value=\"pt\" lang=\"pt\" selected>");
    var answer = person.browser()
        .formParam("name", "Ada")
        .formParam("language", "pt")
        .formParam("jobNetwork", "OLDNET")
        .post("/profile");

    assertThat(answer.statusCode()).isEqualTo(303);
    QuarkusTransaction.requiringNew().run(() -> {
      assertThat(Engagement.on(person.id(), engagements.today())).extracting(known -> known.jobNetwork)
          .containsExactly("OLDNET");
      assertThat(Person.find(person.id()).orElseThrow()).extracting(known -> known.name, known -> known.language)
          .containsExactly("Ada", "pt");
    });
  }

  @Test
  void whatAdministratorsRecordedForLaterIsNotLost() {
    var person = TestPerson.onFullPath();
    var later = engagements.today().plusDays(40);
    engagements.setJobNetwork(person.id(), "DEVNET", later, person.id());

    var answer = person.browser().formParam("name", "Ada").formParam("jobNetwork", "LOGNET").post("/profile");
    var same = person.browser().formParam("name", "Ada").formParam("jobNetwork", "POLNET").post("/profile");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("Ask an administrator to change your job network.",
        "<option value=\"LOGNET\" selected>");
    assertThat(same.statusCode()).isEqualTo(303);
    QuarkusTransaction.requiringNew()
        .run(() -> assertThat(Engagement.on(person.id(), later)).extracting(known -> known.jobNetwork)
            .containsExactly("DEVNET"));
  }

  @Test
  void messagesOfPagesAreNotMadeOfAddresses() {
    var page = TestPerson.onFullPath().browser().queryParam("done", "<b>anything").get("/profile").asString();

    assertThat(page).doesNotContain("anything", "class=\"done\"");
  }

  @Test
  void theProfileIsForWhoIsSignedIn() {
    assertThat(stranger().get("/profile").statusCode()).isEqualTo(303);
    assertThat(stranger().formParam("name", "X").post("/profile").statusCode()).isEqualTo(401);
    assertThat(stranger().formParam("password", "X").post("/profile/password").statusCode()).isEqualTo(401);
  }
}

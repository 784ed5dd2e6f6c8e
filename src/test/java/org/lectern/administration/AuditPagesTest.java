package org.lectern.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.certificate.Graduate;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditPagesTest {

  private TestPerson administrator;

  @BeforeEach
  void join() {
    administrator = TestPerson.administrator();
  }

  private String trail(Object word) {
    var answer = administrator.browser().queryParam("search", word).get("/admin/audit");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void onlyAdministratorsReadTheTrail() {
    stranger().get("/admin/audit").then().statusCode(303);
    TestPerson.onFullPath().browser().get("/admin/audit").then().statusCode(403);
    administrator.browser().get("/admin/audit").then().statusCode(200);
  }

  @Test
  void whatSomebodyDidWithTheirAccountIsThere() {
    var person = TestPerson.onFullPath();
    person.browser()
        .formParam("currentPassword", TestPerson.PASSWORD)
        .formParam("password", "another lantern by the sea")
        .post("/profile/password")
        .then()
        .statusCode(303);
    person.browser().post("/sign-out").then().statusCode(303);

    assertThat(trail(person.id())).contains(">signed-in<", ">password-changed<", ">signed-out<", person.name(),
        "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=30000000", "page=999999", "page=-1", "page=abc", "search=%00", "search=a%00b"})
  void oddAddressesShowAPageAllTheSame(String query) {
    administrator.browser()
        .urlEncodingEnabled(false)
        .get("/admin/audit?" + query)
        .then()
        .statusCode(200);
    administrator.browser()
        .urlEncodingEnabled(false)
        .get("/admin/people/" + administrator.id() + "?" + query)
        .then()
        .statusCode(200);
  }

  @Test
  void guessesAreThereWithoutWhatWasTyped() {
    var person = TestPerson.onFullPath();
    for (var i = 0; i < 6; i++) {
      stranger().formParam("email", person.email()).formParam("password", "wrong guess").post("/sign-in");
    }

    assertThat(trail("password-refused")).contains(">password-refused<")
        .doesNotContain(person.email(), "wrong guess");
    assertThat(trail("password-check-locked")).contains(">password-check-locked<");
  }

  @Test
  void whatAdministratorsDoToPeopleAndCertificatesIsThere() {
    var graduate = Graduate.joins("Ada Audited");
    var serial = graduate.passes();
    administrator.browser()
        .formParam("jobNetwork", "POLNET")
        .formParam("validFrom", "2026-01-01")
        .post("/admin/people/" + graduate.person() + "/engagements")
        .then()
        .statusCode(303);
    administrator.browser().formParam("reason", "a mistake").post("/certificates/" + serial + "/revocation");
    administrator.browser()
        .get("/admin/courses/sample-course/progress.csv?search=Ada&state=passed&sort=-name&path=")
        .then()
        .statusCode(200);

    assertThat(trail(administrator.id())).contains(">engagement-changed<", "job_network: POLNET from 2026-01-01",
        ">certificate-revoked<", ">list-exported<", "<bdi>search, state = passed</bdi>", graduate.person().toString(),
        serial);
    assertThat(trail(serial)).contains(">certificate-revoked<").doesNotContain(">engagement-changed<");
  }

  @Test
  void eachLineLeadsToItsRequest() {
    var request = "audit-" + UUID.randomUUID();
    TestPerson.onFullPath().browser().header("X-Request-Id", request).post("/sign-out");

    assertThat(trail(request)).contains(">signed-out<", request);
  }

  @Test
  void hostileWordsAreOnlyText() {
    assertThat(trail("<script>alert(1)</script>' or 1=1 --")).contains("Nothing of the kind was recorded.")
        .doesNotContain("<script>alert");
  }
}

package org.lectern.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MetricsTest {

  @TestHTTPResource(value = "/metrics", management = true)
  @SuppressWarnings("NullAway.Init")
  URI metrics;

  private String scrape() {
    var answer = given().get(metrics);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  private double value(String series) {
    var line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE).matcher(scrape());
    assertThat(line.find()).as(series).isTrue();
    return Double.parseDouble(line.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/metrics", "/metrics", "/q/metrics/", "/q/backup", "/q/metrics/json"})
  void theWorldReadsNoneOfThem(String address) {
    assertThat(stranger().get(address).statusCode()).isEqualTo(404);
    assertThat(TestPerson.administrator().browser().get(address).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "jvm_memory_used_bytes", "http_server_requests_seconds_count", "agroal_active_count", "lectern_certificates_owed",
      "lectern_attempts_open", "lectern_jobs_overdue_seconds", "lectern_courses 1",
      "lectern_content_problems{severity=\"error\"} 0",
      "lectern_content_problems{severity=\"warning\"}", "lectern_limited_total{what=\"look-up\"}"})
  void whoReachesThePortOfOperatorsReadsThem(String series) {
    stranger().get("/join");

    assertThat(scrape()).contains(series);
  }

  @Test
  void statementsAreCounted() {
    var person = TestPerson.onFullPath();
    var before = value("lectern_statements_recorded_total");

    person.browser().post("/courses/sample-course/s1-welcome/completion").then().statusCode(303);

    assertThat(value("lectern_statements_recorded_total")).isEqualTo(before + 1);
  }

  @Test
  void refusedSignInsAreCounted() {
    var before = value("lectern_sign_ins_total{outcome=\"refused\"}");

    stranger().formParam("email", TestPerson.newEmail()).formParam("password", "wrong").post("/sign-in");

    assertThat(value("lectern_sign_ins_total{outcome=\"refused\"}")).isEqualTo(before + 1);
  }

  @Test
  void aPassWithoutACertificateIsOwed() {
    var person = TestPerson.onFullPath();
    person.browser().post("/courses/sample-course/s1-welcome/completion");
    var before = value("lectern_certificates_owed");

    QuarkusTransaction.requiringNew()
        .run(() -> Panache.getEntityManager()
            .createNativeQuery(
                """
                    insert into attempt (id, person_id, registration_id, course_id, assessment_id, number, state, path, edition,
                      language, seed, snapshot, opened_at, submitted_at, score)
                    select cast(?1 as uuid), person_id, id, course_id, 'a', 1, 'PASSED', 'full', edition, 'en', 0, '{}', opened_at,
                      opened_at, 90 from registration where person_id = ?2""")
            .setParameter(1, UUID.randomUUID().toString())
            .setParameter(2, person.id())
            .executeUpdate());

    assertThat(value("lectern_certificates_owed")).isEqualTo(before + 1);
  }

  @Test
  void noLabelNamesAPersonOrGrowsWithWhatIsAsked() {
    var person = TestPerson.onFullPath();
    var someone = UUID.randomUUID();
    var administrator = TestPerson.administrator();

    stranger().get("/admin/people/" + someone);
    person.browser().get("/admin/people/" + someone);
    person.api().get("/api/v1/admin/people/" + someone);
    stranger().post("/attempts/" + someone + "/submission");
    administrator.browser().get("/admin/people/" + person.id());
    stranger().get("/verify/XXXX-" + someone);
    stranger().get("/first-administrator/" + someone);
    stranger().get("/nowhere/" + someone);
    stranger().get("/assets/" + someone + ".js");
    stranger().get("/schemas/" + someone);
    stranger().get("/q/" + someone);
    stranger().get("/api/v1/attempts/" + someone);
    person.api().get("/api/v1/attempts/" + someone);
    person.browser().contentType("text/plain").body("a").post("/courses/sample-course/s1-welcome/answers/" + someone);
    person.browser().accept("image/png").get("/api/v1/attempts/" + someone);
    person.browser().put("/verify/" + someone);

    assertThat(scrape()).doesNotContain(someone.toString(), person.id().toString(), person.email());
  }
}

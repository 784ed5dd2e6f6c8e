package org.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.ReportReplica;
import org.lectern.platform.TestPerson;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Where the operator has set a replica, lists and figures are read there. The other tests show that none is needed. */
@QuarkusTest
@TestProfile(ReplicaTest.WithReplica.class)
@QuarkusTestResource(value = ReportReplica.class, restrictToAnnotatedClass = true)
class ReplicaTest {

  /** Connections are counted, which has to be known when the server is built. */
  public static class WithReplica implements QuarkusTestProfile {
    @Override
    public java.util.Map<String, String> getConfigOverrides() {
      return java.util.Map.of("quarkus.datasource.reports.jdbc.enable-metrics", "true");
    }
  }

  @Inject
  @DataSource("reports")
  AgroalDataSource replica;

  @Test
  void listsAndFiguresAreReadFromTheReplica() {
    var administrator = TestPerson.administrator();
    for (var address : List.of("/admin", "/admin/people", "/admin/people.csv",
        "/admin/courses/sample-course/progress")) {
      var before = replica.getMetrics().acquireCount();
      administrator.browser().get(address).then().statusCode(200);
      assertThat(replica.getMetrics().acquireCount()).as(address).isGreaterThan(before);
    }
    administrator.browser()
        .queryParam("search", administrator.email())
        .get("/admin/people")
        .then()
        .body(containsString(administrator.email()));
  }
}

package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.certificate.Graduate;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** No GET and no HEAD changes a row of any table, whoever asks and wherever. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LookingChangesNothingTest {

  @Inject
  AgroalDataSource database;

  /**
   * What counts looking itself: that a session is in use, how often somebody looks serials up, and how often they read in
   * another language than they wanted.
   */
  private static final Set<String> COUNTERS = Set.of("sign_in_session", "look_up_count", "language_demand");

  /** Every table but those that count looking. */
  private Map<String, String> everything() throws Exception {
    var found = new TreeMap<String, String>();
    try (var connection = database.getConnection()) {
      for (var table : Table.all(connection)) {
        if (!COUNTERS.contains(table.name())) {
          var fingerprint = table.fingerprint(connection);
          found.put(table.name(), fingerprint.rows() + " " + fingerprint.hash());
        }
      }
    }
    return found;
  }

  private static List<String> addresses(Graduate graduate, String serial) {
    var addresses = new ArrayList<>(List.of("/", "/join", "/sign-in", "/sign-out", "/profile", "/profile/password",
        "/courses/sample-course", "/courses/sample-course/s1-welcome", "/courses/sample-course/s1-welcome/completion",
        "/courses/sample-course/s1-check", "/courses/sample-course/s2-storm", "/courses/sample-course/assessment",
        "/courses/sample-course/attempts", "/verify/" + serial, "/certificates/" + serial,
        "/certificates/" + serial + ".pdf", "/certificates/" + serial + "/revocation",
        "/certificates/" + serial + "/reissue", "/admin", "/admin/people", "/admin/people/" + graduate.person(),
        "/admin/people/" + graduate.person() + "/engagements", "/admin/courses/sample-course/progress",
        "/admin/content-problems", "/theme", "/language", "/first-administrator/none"));
    addresses.addAll(List.of("/api/v1/accounts", "/api/v1/tokens", "/api/v1/courses", "/api/v1/courses/sample-course",
        "/api/v1/courses/sample-course/units/s1-welcome", "/api/v1/courses/sample-course/attempts",
        "/api/v1/statements", "/api/v1/certificates", "/api/v1/certificates/" + serial, "/api/v1/admin/people",
        "/api/v1/admin/people/" + graduate.person() + "/statements", "/q/health", "/q/openapi"));
    return addresses;
  }

  @Test
  void neitherForStrangersNorForLearnersNorForAdministrators() throws Exception {
    var graduate = Graduate.joins("Ada Looks");
    var serial = graduate.passes();
    var learner = TestPerson.onFullPath();
    var administrator = TestPerson.administrator();
    var before = everything();

    for (var address : addresses(graduate, serial)) {
      look(TestPerson.stranger(), address);
      look(graduate.browser(), address);
      look(graduate.api(), address);
      look(learner.browser(), address);
      look(administrator.browser(), address);
    }

    assertThat(everything()).isEqualTo(before);
  }

  private static void look(RequestSpecification somebody, String address) {
    assertThat(somebody.get(address).statusCode()).as(address).isLessThan(500);
    assertThat(somebody.head(address).statusCode()).as(address).isLessThan(500);
  }
}

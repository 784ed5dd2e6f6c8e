package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;

import java.util.UUID;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a request may cost the database: counted in statements, which no other work on the machine changes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatementCountTest {

  private static final String COURSE = "/courses/sample-course";

  @Inject
  SessionFactory database;

  private TestPerson person;

  @BeforeEach
  void somebodyHasBegun() {
    person = TestPerson.onFullPath();
    tell(person, completed("s1-welcome")).then().statusCode(200);
  }

  private long statementsOf(Runnable request) {
    var statistics = database.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    request.run();
    var count = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    return count;
  }

  @Test
  void aPageLooksOnce() {
    Runnable page = () -> person.browser().get(COURSE + "/s1-welcome").then().statusCode(200);
    page.run();

    assertThat(statementsOf(page)).isEqualTo(1);
  }

  @Test
  void whoTheNodeDoesNotRememberCostsOneMore() {
    var other = TestPerson.signIn(person.email(), TestPerson.PASSWORD);

    assertThat(statementsOf(
        () -> TestPerson.browser(other).get(COURSE + "/s1-welcome").then().statusCode(200))).isEqualTo(2);
  }

  @Test
  void theCourseAsksForTheLearnersProgress() {
    Runnable page = () -> person.browser().get(COURSE).then().statusCode(200);
    page.run();

    assertThat(statementsOf(page)).isLessThanOrEqualTo(2);
  }

  @Test
  void completingAPageLooksAndAddsARow() {
    assertThat(statementsOf(() -> person.browser()
        .formParam("statement", UUID.randomUUID().toString())
        .post(COURSE + "/s2-dark/completion")
        .then()
        .statusCode(303))).isLessThanOrEqualTo(2);
  }
}

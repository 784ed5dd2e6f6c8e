package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

  /** The least of several times: what the node does by itself now and then is not the request's. */
  private long leastOf(Runnable request) {
    return LongStream.range(0, 5).map(time -> statementsOf(request)).min().orElseThrow();
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

    assertThat(leastOf(page)).isEqualTo(1);
  }

  @Test
  void whoTheNodeDoesNotRememberCostsOneMore() {
    var others = IntStream.range(0, 5).mapToObj(i -> TestPerson.signIn(person.email(), TestPerson.PASSWORD)).toList();

    var least = others.stream()
        .mapToLong(other -> statementsOf(
            () -> TestPerson.browser(other).get(COURSE + "/s1-welcome").then().statusCode(200)))
        .min();
    assertThat(least).hasValue(2);
  }

  @Test
  void theCourseAsksForTheLearnersProgress() {
    Runnable page = () -> person.browser().get(COURSE).then().statusCode(200);

    assertThat(leastOf(page)).isEqualTo(2);
  }

  /** One look; the one statement that adds the row is not counted here. */
  @Test
  void completingAPageLooksOnce() {
    assertThat(leastOf(() -> person.browser()
        .formParam("statement", UUID.randomUUID().toString())
        .post(COURSE + "/s2-dark/completion")
        .then()
        .statusCode(303))).isEqualTo(1);
  }
}

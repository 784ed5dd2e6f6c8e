package org.lectern.home;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.lectern.assessment.Learner;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeskPagesTest {

  @Test
  void aStrangerSeesWhatThisIsAndHowToJoin() {
    TestPerson.stranger()
        .get("/")
        .then()
        .statusCode(200)
        .body(allOf(containsString("A sample course"), containsString("href=\"/join\""),
            containsString("href=\"/verify\""), not(containsString("Sign out"))));
  }

  @Test
  void whatIsOnlyThereInAnotherLanguageSaysSo() {
    TestPerson.stranger()
        .header("Accept-Language", "ru")
        .get("/")
        .then()
        .body(allOf(containsString("<h3 lang=\"en\" dir=\"auto\">A sample course</h3>"),
            containsString("<p lang=\"en\" dir=\"auto\">A very small course"),
            containsString("<li><bdi lang=\"en\">Full path</bdi>: 14 мин</li>")));
    TestPerson.join("ITECNET", "ru")
        .browser()
        .get("/")
        .then()
        .body(containsString("<span>Далее: <bdi lang=\"en\">Welcome</bdi>"));
  }

  @Test
  void somebodyNewIsShownWhereToStart() {
    TestPerson.onAbridgedPath()
        .browser()
        .get("/")
        .then()
        .statusCode(200)
        .body(allOf(containsString("A sample course"), containsString("0 of"),
            containsString("href=\"/courses/sample-course/s1-welcome\">Start</a>"),
            containsString("You have no certificate yet.")));
  }

  @Test
  void whoHasDoneEverythingIsSentToTheAssessment() {
    Learner.ready("ITECNET")
        .person()
        .browser()
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("href=\"/courses/sample-course/assessment\">Go to the final assessment</a>"));
  }
}

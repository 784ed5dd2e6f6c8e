package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.answeredRightly;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.lectern.content.Question;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CoursesTest {

  private static JsonPath course(TestPerson person) {
    var answer = person.api().get("/api/v1/courses/sample-course");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.jsonPath();
  }

  @Test
  void everybodySeesTheCatalogue() {
    var answer = stranger().header("Accept-Language", "fr").get("/api/v1/courses");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getList("id")).containsExactly("sample-course");
    assertThat(answer.jsonPath().getString("[0].title")).isEqualTo("Un cours d'exemple");
    assertThat(answer.jsonPath().getList("[0].languages", String.class)).containsExactlyInAnyOrder("en", "fr");
    assertThat(answer.jsonPath().getString("[0].version")).isEqualTo("1.0");
  }

  @Test
  void theCourseIsShownOnThePathOfTheJobNetworkAndSaysWhy() {
    var full = course(TestPerson.onFullPath());
    var abridged = course(TestPerson.onAbridgedPath());

    assertThat(full.getString("path")).isEqualTo("full");
    assertThat(full.getString("why")).isEqualTo("Your job network is POLNET: Full path, sample bulletin §1(a).");
    assertThat(full.getBoolean("provisional")).isFalse();
    assertThat(full.getList("modules.id")).containsExactly("s1", "s2", "s3");
    assertThat(abridged.getString("path")).isEqualTo("abridged");
    assertThat(abridged.getString("why"))
        .isEqualTo("Your job network is ITECNET: Abridged path, sample bulletin §1(b).");
    assertThat(abridged.getList("modules.id")).containsExactly("s1", "s2");
    assertThat(abridged.getList("modules.units.id.flatten()"))
        .containsExactly("s1-welcome", "s1-check", "s2-dark", "s2-case", "s2-check");
  }

  @Test
  void whoseJobNetworkIsUnknownHasTheDefaultPathForNow() {
    var course = course(TestPerson.join(null));

    assertThat(course.getString("path")).isEqualTo("abridged");
    assertThat(course.getBoolean("provisional")).isTrue();
    assertThat(course.getString("why"))
        .isEqualTo("Your job network is not known yet, so this is the Abridged path, for now.");
  }

  @Test
  void progressIsWhatTheLedgerTells() {
    var person = TestPerson.onAbridgedPath();
    var minutes = course(person).getInt("progress.minutesLeft");
    tell(person, completed("s1-welcome"));

    var course = course(person);

    assertThat(course.getMap("progress")).containsEntry("completed", 1)
        .containsEntry("total", 5)
        .containsEntry("percent", 20);
    assertThat(course.getInt("progress.minutesLeft")).isLessThan(minutes);
    assertThat(course.getBoolean("modules[0].units[0].completed")).isTrue();
    assertThat(course.getBoolean("modules[0].units[1].completed")).isFalse();
    assertThat(course.getBoolean("assessment.open")).isFalse();
  }

  @Test
  void theAssessmentOpensWhenEverythingIsDone() {
    var person = TestPerson.onAbridgedPath();
    tell(person, completed("s1-welcome"), completed("s2-dark"), answeredRightly("s2-check", "first"),
        answeredRightly("s2-check", "danger"));
    for (var question : Sample.check("s1-check").questions()) {
      tell(person, answeredRightly("s1-check", question.id()));
    }
    assertThat(course(person).getInt("progress.percent")).isEqualTo(80);
    tell(person, Telling.answered("s2-case/flicker", java.util.List.of(choice("flicker", "shutters"))),
        Telling.answered("s2-case/shutters", java.util.List.of(choice("shutters", "fire"))));

    var course = course(person);

    assertThat(course.getInt("progress.percent")).isEqualTo(100);
    assertThat(course.getBoolean("assessment.open")).isTrue();
    assertThat(course.getBoolean("assessment.passed")).isFalse();
  }

  private static String choice(String from, String to) {
    return Sample.story()
        .node(from)
        .orElseThrow()
        .choices()
        .stream()
        .filter(one -> one.to().equals(to))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void anotherJobNetworkKeepsWhatWasDone() {
    var person = TestPerson.onAbridgedPath();
    tell(person, completed("s1-welcome"), completed("s2-dark"));

    person.browser().formParam("name", person.name()).formParam("jobNetwork", "POLNET").post("/profile");

    var course = course(person);
    assertThat(course.getString("path")).isEqualTo("full");
    assertThat(course.getMap("progress")).containsEntry("completed", 2).containsEntry("total", 6);
    assertThat(tell(person, completed("s3-rooms")).statusCode()).isEqualTo(200);

    person.browser().formParam("name", person.name()).formParam("jobNetwork", "ITECNET").post("/profile");
    assertThat(course(person).getMap("progress")).containsEntry("completed", 2).containsEntry("total", 5);
    assertThat(Telling.completedOf(person)).contains("s3-rooms");
  }

  @Test
  void aPageComesAsHtmlInTheWantedLanguage() {
    var person = TestPerson.onFullPath();
    var english = person.api().get("/api/v1/courses/sample-course/units/s1-welcome").jsonPath();
    var french = person.api().get("/api/v1/courses/sample-course/units/s1-welcome?language=fr").jsonPath();
    var fallback = person.api().get("/api/v1/courses/sample-course/units/s2-dark?language=fr").jsonPath();
    var unknown = person.api().get("/api/v1/courses/sample-course/units/s1-welcome?language=tlh").jsonPath();

    assertThat(english.getString("type")).isEqualTo("page");
    assertThat(english.getString("html")).contains("is a light that you can carry", "{what happened}");
    assertThat(english.getList("sources")).containsExactly("The sample handbook, S/HB/1");
    assertThat(french.getString("language")).isEqualTo("fr");
    assertThat(french.getString("title")).isEqualTo("Bienvenue");
    assertThat(fallback.getString("language")).isEqualTo("en");
    assertThat(unknown.getString("language")).isEqualTo("en");
  }

  @Test
  void aCheckComesWithoutItsKey() {
    var answer = TestPerson.onFullPath().api().get("/api/v1/courses/sample-course/units/s1-check");

    assertThat(answer.jsonPath().getList("questions.id"))
        .containsExactly("glass", "parts", "evening", "match", "who");
    assertThat(answer.jsonPath().getList("questions.type"))
        .containsExactly("single-choice", "multiple-choice", "ordering", "matching", "short-text");
    assertThat(answer.jsonPath().getList("questions[0].options.id")).containsExactly("a", "b", "c");
    assertThat(answer.jsonPath().getList("questions[1].options.id")).contains("the-wheel");
    assertThat(answer.jsonPath().getList("questions[3].right.id")).hasSize(3);
    assertThat(answer.asString()).doesNotContain("correct", "feedback", "accepted");
    for (var question : Sample.check("s1-check").questions()) {
      feedback(question).forEach(text -> assertThat(answer.asString()).doesNotContain(text));
    }
  }

  private static java.util.List<String> feedback(Question question) {
    return switch (question) {
      case Question.SingleChoice choice -> choice.options().stream().map(Question.Option::feedback).toList();
      case Question.MultipleChoice choice -> choice.options().stream().map(Question.Option::feedback).toList();
      case Question.Ordering ordering -> java.util.List.of(ordering.feedback());
      case Question.Matching matching -> java.util.List.of(matching.feedback());
      case Question.ShortText text -> java.util.List.of(text.feedback());
    };
  }

  @Test
  void aCaseComesAsItsNodes() {
    var story = TestPerson.onFullPath().api().get("/api/v1/courses/sample-course/units/s2-case").jsonPath();

    assertThat(story.getString("type")).isEqualTo("case");
    assertThat(story.getString("start")).isEqualTo("flicker");
    assertThat(story.getList("nodes.id"))
        .containsExactly("flicker", "shutters", "stairs", "safe", "waiting", "fire");
    assertThat(story.getList("nodes[0].choices.to")).containsExactly("shutters", "stairs");
    assertThat(story.getString("nodes[3].ending.outcome")).isEqualTo("good");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var person = TestPerson.onFullPath();
    for (var address : new String[]{"/api/v1/courses/nothing", "/api/v1/courses/nothing/units/s1-welcome",
        "/api/v1/courses/sample-course/units/nothing", "/api/v1/courses/sample-course/units/final-assessment"}) {
      assertThat(person.api().get(address).statusCode()).as(address).isEqualTo(404);
    }
  }

  @Test
  void coursesAreForWhoIsSignedIn() {
    assertThat(stranger().get("/api/v1/courses/sample-course").statusCode()).isEqualTo(401);
    assertThat(stranger().get("/api/v1/courses/sample-course/units/s1-welcome").statusCode()).isEqualTo(401);
  }
}

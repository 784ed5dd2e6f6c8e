package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.content.ContentProblem;
import org.lectern.content.Shelf;
import org.lectern.platform.EditableContent;
import org.lectern.platform.Settings;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An author saves files while learners read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = EditableContent.class, restrictToAnnotatedClass = true)
class ContentEditTest {

  /** Much more than an edit takes, so that a busy machine does not matter. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject
  Settings settings;

  @Inject
  Shelf shelf;

  private Path file(String name) {
    return settings.content().resolve("sample-course/en").resolve(name);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting until " + what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private boolean hasErrors() {
    return shelf.problems().stream().anyMatch(problem -> problem.severity() == ContentProblem.Severity.ERROR);
  }

  @Test
  void aBrokenEditKeepsServingTheLastGoodContentAndTheNextGoodOneIsShown() throws Exception {
    var person = TestPerson.onFullPath();
    var welcomePage = file("01-the-lantern/01-welcome.md");
    var good = Files.readString(welcomePage);
    assertThat(welcome(person)).contains("is a light that you can carry");

    Files.writeString(welcomePage, good.replace("title: Welcome", "titel: Welcome"));
    await("the mistake is seen", this::hasErrors);

    assertThat(welcome(person)).contains("<h1>Welcome</h1>", "is a light that you can carry");
    assertThat(shelf.problems()).anySatisfy(problem -> {
      assertThat(problem.file()).isEqualTo("sample-course/en/01-the-lantern/01-welcome.md");
      assertThat(problem.line()).isEqualTo(3);
    });
    assertThat(person.browser().post("/courses/sample-course/s1-welcome/completion").statusCode()).isEqualTo(303);

    Files.writeString(welcomePage, good.replace("is a light that you can carry", "is a light that you may carry"));
    await("the mended page is shown", () -> welcome(person).contains("is a light that you may carry"));

    assertThat(hasErrors()).isFalse();
    assertThat(welcome(person)).contains("You have done this.");
    Files.writeString(welcomePage, good);
    await("the old page is back", () -> welcome(person).contains("is a light that you can carry"));
  }

  private static String welcome(TestPerson person) {
    var answer = person.browser().get("/courses/sample-course/s1-welcome");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void aCheckWhoseLastOpenQuestionWasTakenOutSaysHowItIsDone() throws Exception {
    var person = TestPerson.onFullPath();
    var check = file("02-the-dark/03-check.md");
    var good = Files.readString(check);
    Telling.tell(person, Telling.answered("s2-check/first", java.util.List.of("a")));
    assertThat(check(person)).doesNotContain("is not done yet");

    Files.writeString(check, good.substring(0, good.indexOf("## What is dangerous")));
    await("the question is gone", () -> !check(person).contains("What is dangerous"));

    assertThat(check(person)).contains("this check was changed since you answered them, and is not done yet");
    Telling.tell(person, Telling.answered("s2-check/first", java.util.List.of("a")));
    assertThat(check(person)).contains("You have done this.").doesNotContain("is not done yet");
    Files.writeString(check, good);
    await("the question is back", () -> check(person).contains("What is dangerous"));
  }

  private static String check(TestPerson person) {
    return person.browser().get("/courses/sample-course/s2-check").asString();
  }

  @Test
  void anAnswerToAQuestionThatWasChangedMeanwhileIsNeitherLostNorInTheWay() throws Exception {
    var person = TestPerson.onFullPath();
    var check = file("02-the-dark/03-check.md");
    var good = Files.readString(check);
    var statement = Telling.answered("s2-check/danger", java.util.List.of("c"));
    Telling.tell(person, statement);

    Files.writeString(check, good.substring(0, good.indexOf("- [ ] A closed window")));
    await("the option is gone",
        () -> !person.browser().get("/courses/sample-course/s2-check").asString().contains("A closed window"));

    var page = person.browser().get("/courses/sample-course/s2-check");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).doesNotContain("Not quite.");
    var again = Telling.tell(person, statement);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.jsonPath().getString("[0].feedback")).isNull();
    assertThat(Telling.ledger(person)).singleElement()
        .satisfies(kept -> assertThat(kept.responses()).containsExactly("c"));
    Files.writeString(check, good);
    await("the option is back",
        () -> person.browser().get("/courses/sample-course/s2-check").asString().contains("A closed window"));
  }
}

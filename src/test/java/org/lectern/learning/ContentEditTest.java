package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.content.ContentProblem;
import org.lectern.content.Shelf;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** An author saves files while learners read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ContentEditTest.OwnContent.class)
class ContentEditTest {

  /** Much more than an edit takes, so that a busy machine does not matter. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Path CONTENT = copy(Path.of("src/test/resources/content"));
  private static final Path WELCOME = CONTENT.resolve("sample-course/en/01-the-lantern/01-welcome.md");

  @Inject
  Shelf shelf;

  /** A server with a content folder that the test may edit. */
  public static class OwnContent implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lectern.content", System.getProperty("lectern.test.content", CONTENT.toString()));
    }
  }

  private static Path copy(Path from) {
    try {
      // The profile is read in another class loader than the test, and both must mean one folder.
      var known = System.getProperty("lectern.test.content");
      if (known != null) {
        return Path.of(known);
      }
      var to = Files.createTempDirectory("lectern-content");
      System.setProperty("lectern.test.content", to.toString());
      try (var files = Files.walk(from)) {
        for (var file : files.toList()) {
          var copied = to.resolve(from.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copied);
          } else {
            Files.copy(file, copied);
          }
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    var good = Files.readString(WELCOME);
    assertThat(welcome(person)).contains("is a light that you can carry");

    Files.writeString(WELCOME, good.replace("title: Welcome", "titel: Welcome"));
    await("the mistake is seen", this::hasErrors);

    assertThat(welcome(person)).contains("<h1>Welcome</h1>", "is a light that you can carry");
    assertThat(shelf.problems()).anySatisfy(problem -> {
      assertThat(problem.file()).isEqualTo("sample-course/en/01-the-lantern/01-welcome.md");
      assertThat(problem.line()).isEqualTo(3);
    });
    assertThat(person.browser().post("/courses/sample-course/s1-welcome/completion").statusCode()).isEqualTo(303);

    Files.writeString(WELCOME, good.replace("is a light that you can carry", "is a light that you may carry"));
    await("the mended page is shown", () -> welcome(person).contains("is a light that you may carry"));

    assertThat(hasErrors()).isFalse();
    assertThat(welcome(person)).contains("You have done this.");
    Files.writeString(WELCOME, good);
    await("the old page is back", () -> welcome(person).contains("is a light that you can carry"));
  }

  private static String welcome(TestPerson person) {
    var answer = person.browser().get("/courses/sample-course/s1-welcome");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void anAnswerToAQuestionThatWasChangedMeanwhileIsNeitherLostNorInTheWay() throws Exception {
    var person = TestPerson.onFullPath();
    var check = CONTENT.resolve("sample-course/en/02-the-dark/03-check.md");
    var translated = CONTENT.resolve("sample-course/fr/02-le-noir/03-verification.md");
    var good = Files.readString(check);
    var goodTranslation = Files.readString(translated);
    var statement = Telling.answered("s2-check/danger", java.util.List.of("c"));
    Telling.tell(person, statement);

    Files.writeString(translated, goodTranslation.substring(0, goodTranslation.indexOf("- [ ] Une fenêtre")));
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
    Files.writeString(translated, goodTranslation);
    await("the option is back",
        () -> person.browser().get("/courses/sample-course/s2-check").asString().contains("A closed window"));
  }
}

package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lectern.learning.Telling.completedOf;
import static org.lectern.learning.Telling.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What the scripts of a unit send, and what they are answered. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeptAnswersTest {

  private static final String COURSE = "/courses/sample-course/";

  /** Bytes of all scripts of a unit's page, compressed. */
  private static final int LIMIT = 8_000;

  private TestPerson person;

  @BeforeEach
  void somebodyJoins() {
    person = TestPerson.onFullPath();
  }

  private RequestSpecification script() {
    return person.browser()
        .header("Prefer", "return=representation")
        .header("Accept", "text/html, application/json")
        .header("Lectern-Person", person.id());
  }

  @Test
  void anAnswerIsAnsweredWithThePageThatTellsIt() {
    var answer = script().formParam("response", "b").post(COURSE + "s1-check/answers/glass");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("class=\"verdict\"", "✓ Right.", "Without the glass the first gust");
  }

  @Test
  void aChoiceIsAnsweredWithThePageOfTheNextNode() {
    var page = person.browser().get(COURSE + "s2-case").asString();
    var choice = Pattern.compile("name=\"choice\" value=\"([^\"]+)\"").matcher(page);
    assertThat(choice.find()).isTrue();

    var answer = script().formParam("choice", choice.group(1)).post(COURSE + "s2-case/choices/flicker");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("You close the shutters");
  }

  @Test
  void aPageThatIsDoneIsOnlyConfirmed() {
    var answer = script().post(COURSE + "s1-welcome/completion");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(completedOf(person)).containsExactly("s1-welcome");
  }

  @Test
  void aMissingAnswerIsAskedForWithThePage() {
    var answer = script().post(COURSE + "s1-check/answers/glass");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.contentType()).startsWith("text/html");
  }

  @Test
  void aRefusalIsToldAsAProblem() {
    var answer = script().formParam("response", "a").post(COURSE + "s1-check/answers/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<String>path("detail")).isNotBlank();
  }

  @Test
  void whatWasKeptHappenedWhenItWasDone() {
    script().formParam("ago", "7200").post(COURSE + "s1-welcome/completion");

    assertThat(ledger(person)).singleElement().satisfies(kept -> {
      assertThat(Duration.between(kept.timestamp, kept.stored)).isBetween(Duration.ofHours(2),
          Duration.ofHours(2).plusSeconds(10));
      assertThat(kept.stored).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "999999999999"})
  void anAgeThatCannotBeIsPassedOver(String ago) {
    assertThat(script().formParam("ago", ago).post(COURSE + "s1-welcome/completion").statusCode()).isEqualTo(204);

    assertThat(ledger(person)).singleElement()
        .satisfies(
            kept -> assertThat(kept.timestamp).isCloseTo(kept.stored, within(10, ChronoUnit.SECONDS)));
  }

  @Test
  void whatSomebodyElseDidIsRefused() {
    var other = TestPerson.onFullPath();

    var answer = person.browser()
        .header("Lectern-Person", other.id())
        .header("Accept", "text/html, application/json")
        .post(COURSE + "s1-welcome/completion");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.<String>path("type")).isEqualTo("urn:lectern:problem:another-person");
    assertThat(ledger(person)).isEmpty();
    assertThat(ledger(other)).isEmpty();
  }

  @Test
  void thePageSaysWhoseItIsAndWhatItWillSay() {
    assertThat(person.browser().get(COURSE + "s1-welcome").asString()).contains("data-person=\"" + person.id() + "\"",
        "data-retry=\"Not saved yet, will retry\"", "data-next=\"/courses/sample-course/s1-check\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1-welcome", "s1-check", "s2-case", "s2-dark"})
  void theScriptsOfAUnitAreLight(String unit) throws IOException {
    var page = person.browser().get(COURSE + unit).asString();
    var scripts = Pattern.compile("<script[^>]* src=\"(/assets/[^\"?]+)").matcher(page);
    var bytes = 0;
    while (scripts.find()) {
      bytes += compressed(Path.of("src/main/resources/META-INF/resources" + scripts.group(1)));
    }

    assertThat(bytes).isBetween(1, LIMIT);
  }

  private static int compressed(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(file));
    }
    return bytes.size();
  }
}

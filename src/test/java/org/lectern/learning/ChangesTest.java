package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.learning.Telling.completed;
import static org.lectern.learning.Telling.tell;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.content.Shelf;
import org.lectern.ledger.EditionUnit;
import org.lectern.ledger.Statement;
import org.lectern.platform.EditableContent;
import org.lectern.platform.Settings;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Learners are told what an author has changed while they were away. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = EditableContent.class, restrictToAnnotatedClass = true)
class ChangesTest {

  /** Much more than an edit takes, so that a busy machine does not matter. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String COURSE = "/courses/sample-course";
  private static final String UPDATED = "updated since you read it";

  @Inject
  Settings settings;

  @Inject
  Shelf shelf;

  private String edition() {
    return shelf.library().course("sample-course").orElseThrow().edition().toString();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting until " + what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static boolean isWrittenDown(String edition) {
    return QuarkusTransaction.requiringNew()
        .call(() -> EditionUnit.of("sample-course", "en", List.of(edition)).containsKey(edition));
  }

  private static String page(TestPerson person, String address) {
    return person.browser().get(COURSE + address).asString();
  }

  @Test
  void whatChangedIsToldUntilItIsSeen() throws Exception {
    var person = TestPerson.onFullPath();
    var faithful = TestPerson.onFullPath();
    var abridged = TestPerson.onAbridgedPath();
    tell(person, completed("s1-welcome"), completed("s2-dark"));
    var before = edition();
    await("the first edition is written down", () -> isWrittenDown(before));
    assertThat(page(person, "")).doesNotContain("Changed since your last visit", UPDATED);

    var folder = settings.content().resolve("sample-course/en");
    var welcome = folder.resolve("01-the-lantern/01-welcome.md");
    var added = folder.resolve("03-the-house/02-new.md");
    var good = Files.readString(welcome);
    Files.writeString(added, "---\nid: s3-new\ntitle: A new room\n---\nIt was added.\n");
    Files.writeString(welcome, good.replace("that you can carry", "that anybody can carry"));
    await("both edits are there", () -> page(person, "/s1-welcome").contains("that anybody can carry")
        && person.browser().get(COURSE + "/s3-new").statusCode() == 200);
    var after = edition();
    await("the new edition is written down", () -> isWrittenDown(after));

    tellsWhatIsNew(person);
    assertThat(page(faithful, "")).as("who did nothing before").doesNotContain("Changed since your last visit");
    saysItAgain(person);
    tell(abridged, completed("s1-welcome"));

    Files.delete(added);
    Files.writeString(welcome, good);
    await("the old text is back", () -> page(person, "/s1-welcome").contains("that you can carry"));
    await("the page is gone", () -> person.browser().get(COURSE + "/s3-new").statusCode() == 404);
    assertThat(page(person, "")).contains("No longer part of the course:</span> <bdi>A new room</bdi>", UPDATED);
    assertThat(page(abridged, "")).as("on whose path it never was")
        .contains("Changed since your last visit")
        .doesNotContain("A new room");
  }

  @Test
  void anAttemptThatWasOpenedBeforeAnEditIsNoVisit() {
    var course = shelf.library().course("sample-course").orElseThrow();
    var person = TestPerson.onFullPath();
    var progress = Progress.of(course, "en", person.id(), LocalDate.of(2026, 11, 30));
    var read = new Statement.Visit("s1-welcome", edition(), Instant.parse("2026-11-30T10:00:00Z"));
    var submitted = new Statement.Visit(course.assessment().id(), "0.9+0", Instant.parse("2026-11-30T11:00:00Z"));

    var changes = Changes.between(progress, List.of(read, submitted), Map.of("0.9+0", Map.of()));

    assertThat(changes.sinceLastVisit()).isEmpty();
  }

  private static void tellsWhatIsNew(TestPerson person) {
    var course = page(person, "");

    assertThat(course).contains("Changed since your last visit",
        "Updated:</span> <a href=\"/courses/sample-course/s1-welcome\" hreflang=\"en\"><bdi>Welcome</bdi></a>",
        "New:</span> <a href=\"/courses/sample-course/s3-new\" hreflang=\"en\"><bdi>A new room</bdi></a>");
    assertThat(course.split(UPDATED, -1)).as("one unit is marked").hasSize(2);
    assertThat(course).contains("2 of 7 done");
    assertThat(page(person, "/s1-welcome")).contains("This was changed since you completed it.", "You have done this.",
        ">Done, next</button>");
    assertThat(page(person, "/s2-dark")).doesNotContain("This was changed");
  }

  private static void saysItAgain(TestPerson person) {
    tell(person, completed("s3-new"));
    assertThat(page(person, "")).doesNotContain("Changed since your last visit").contains(UPDATED);

    assertThat(person.browser().post(COURSE + "/s1-welcome/completion").statusCode()).isEqualTo(303);

    assertThat(page(person, "")).doesNotContain(UPDATED).contains("3 of 7 done");
    assertThat(page(person, "/s1-welcome")).doesNotContain("This was changed", "Done, next");
  }
}

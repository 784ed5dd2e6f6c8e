package org.lectern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.EditableContent;
import org.lectern.platform.Settings;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An author saves files while learners search. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = EditableContent.class, restrictToAnnotatedClass = true)
class SearchEditTest {

  /** Much more than an edit takes, so that a busy machine does not matter. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject
  Settings settings;

  @Inject
  Search search;

  private boolean finds(String query) {
    var finding = search.find(query, "en", Optional.empty());
    return !finding.isSome() && finding.instead().isEmpty() && !finding.entries().isEmpty();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting until " + what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  @Test
  void whatIsSavedIsFoundWhatIsGoneIsNotAndABrokenEditChangesNothing() throws Exception {
    var page = settings.content().resolve("sample-course/en/01-the-lantern/01-welcome.md");
    var good = Files.readString(page);
    assertThat(finds("\"light that you can carry\"")).isTrue();
    assertThat(finds("zabaglione")).isFalse();

    Files.writeString(page, good.replace("is a light that you can carry", "is a zabaglione that you can eat"));
    await("the new words are found", () -> finds("zabaglione"));

    assertThat(finds("\"light that you can carry\"")).isFalse();

    Files.writeString(page, good.replace("title: Welcome", "titel: Tiramisu"));
    Thread.sleep(1_000);
    assertThat(finds("zabaglione")).isTrue();

    Files.writeString(page, good);
    await("the old words are back", () -> finds("\"light that you can carry\""));
    assertThat(finds("zabaglione")).isFalse();
  }
}

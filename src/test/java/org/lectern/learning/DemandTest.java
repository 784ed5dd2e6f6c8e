package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is read in another language than wanted is counted, and administrators see it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DemandTest {

  private static final String COURSE = "/courses/sample-course/";

  @Inject
  Demand demand;

  private long times(String wanted, String shown) {
    demand.flush();
    return QuarkusTransaction.requiringNew()
        .call(() -> LanguageDemand.<LanguageDemand>list("courseId = 'sample-course' and wanted = ?1 and shown = ?2",
            wanted, shown).stream().mapToLong(row -> row.times).sum());
  }

  @Test
  void aPageThatIsNotTranslatedIsCounted() {
    var person = TestPerson.join("POLNET", "fr");
    var before = times("fr", "en");

    person.browser().get(COURSE + "s2-dark");
    person.browser().get(COURSE + "s2-dark");
    person.browser().get(COURSE + "s1-welcome");

    assertThat(times("fr", "en")).isEqualTo(before + 2);
    assertThat(times("fr", "fr")).isZero();
  }

  @Test
  void aResourceThatIsNotTranslatedIsCounted() {
    var person = TestPerson.join("POLNET", "ru");
    var before = times("ru", "en");

    person.browser().get(COURSE + "resources/house-rules");

    assertThat(times("ru", "en")).isEqualTo(before + 1);
  }

  @Test
  void severalNodesAddToOneSum() throws Exception {
    var key = Map.of(new LanguageDemand.Key("sample-course", "zh", "eo", LocalDate.of(2026, 11, 21)), 3L);
    var nodes = java.util.stream.Stream.generate(() -> (Callable<Boolean>) () -> {
      org.lectern.platform.Transactions.retrying(() -> key.forEach(LanguageDemand::add));
      return true;
    }).limit(4).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(nodes)) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(times("zh", "eo")).isEqualTo(12);
  }

  @Test
  void administratorsSeeWhatWasWanted() {
    TestPerson.join("POLNET", "es").browser().get(COURSE + "s2-dark");
    demand.flush();

    var page = TestPerson.administrator().browser().get("/admin/languages").asString();

    assertThat(page).contains("Read in another language than wanted", "<bdi>A sample course</bdi>",
        "<td><bdi lang=\"es\">español</bdi></td><td><bdi lang=\"en\">English</bdi></td>", "People by language",
        "None chosen");
    assertThat(TestPerson.administrator().browser().get("/admin").asString()).contains("href=\"/admin/languages\"");
    assertThat(TestPerson.onFullPath().browser().get("/admin/languages").statusCode()).isEqualTo(403);
  }
}

package org.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A list of people that is longer than a page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PeopleListTest {

  private static final int MANY = 120;

  @Inject
  EntityManager entities;

  @Inject
  InstantSource clock;

  private void manyPeopleCalled(String name) {
    QuarkusTransaction.requiringNew().run(() -> {
      for (var number = 100; number < 100 + MANY; number++) {
        entities.createNativeQuery("insert into person (id, name, created_at) values (?1, ?2, ?3)")
            .setParameter(1, UUID.randomUUID())
            .setParameter(2, name + " " + number)
            .setParameter(3, clock.instant())
            .executeUpdate();
      }
    });
  }

  @Test
  void whatWasSearchedForGoesAlongFromPageToPage() {
    var name = "Keeper & Co=100% " + UUID.randomUUID();
    manyPeopleCalled(name);
    var administrator = TestPerson.administrator();

    var first = administrator.browser().queryParam("search", name).get("/admin/people");
    var next = first.htmlPath().getString("**.find { it.@rel == 'next' }.@href");
    var second = administrator.browser().urlEncodingEnabled(false).get(next);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(next).contains("page=2", "search=Keeper+%26+Co%3D100%25+");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.asString()).contains("Keeper &amp; Co=100% ").doesNotContain(name + " 100");
  }

  @Test
  void whatIsAskedForStaysChosenAlsoWhenNobodyHasIt() {
    var page = TestPerson.administrator()
        .browser()
        .queryParam("department", "Nobody's <office>")
        .queryParam("jobNetwork", "GONENET")
        .get("/admin/people")
        .asString();

    assertThat(page).contains(
        "<option value=\"Nobody&#39;s &lt;office&gt;\" selected>Nobody&#39;s &lt;office&gt;</option>",
        "<option value=\"GONENET\" selected>GONENET</option>");
  }

  @Test
  void whatNoDatabaseCanSearchForIsNotThere() {
    var administrator = TestPerson.administrator();
    for (var search : new String[]{"\u0000", "a\u0000b", "%", "_", "!", "' or 1=1 --", "x".repeat(3_000)}) {
      var answer = administrator.browser().queryParam("search", search).get("/admin/people");
      assertThat(answer.statusCode()).as(search).isIn(200, 422);
    }
  }

  @Test
  void aPageThatTheListDoesNotHaveLeadsBackToTheFirst() {
    var administrator = TestPerson.administrator();

    var page = administrator.browser().get("/admin/people?page=400").asString();

    assertThat(page).contains("The list does not go on so far.",
        "<a href=\"/admin/people?sort=name\">To the first page</a>");
    for (var odd : new String[]{"0", "-1", "abc", "99999999999", "1.5", ""}) {
      assertThat(administrator.browser().queryParam("page", odd).get("/admin/people").asString()).as(odd)
          .contains("<th scope=\"row\">");
    }
  }

  @Test
  void aProgramReadsBeyondWhatScreensShow() {
    var answer = TestPerson.administrator().api().get("/api/v1/admin/people?page=401");

    assertThat(answer.jsonPath().getInt("page")).isEqualTo(401);
    assertThat(answer.jsonPath().getList("people")).isEmpty();
  }

  @Test
  void nobodyIsInAStateThatAccountsDoNotHave() {
    var administrator = TestPerson.administrator();

    var answer = administrator.browser().queryParam("account", "maybe").get("/admin/people").asString();

    assertThat(answer).doesNotContain("name=\"person\"").contains("<p class=\"note\">");
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListQueryTest {

  private record Found(UUID id, String name) {}

  private static final ListQuery<Found> PEOPLE = new ListQuery<>(Found.class,
      "select p.id, p.name from Person p where p.id in :ids* and p.name <> :but");

  @Inject
  SessionFactory database;

  private List<UUID> find(List<UUID> ids, String but) {
    return database.fromStatelessSession(session -> PEOPLE.rows(session, Map.of("ids", ids), Map.of("but", but)))
        .stream()
        .map(Found::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 32})
  void findsWhoIsInAListOfAnyLength(int length) {
    var first = TestPerson.onFullPath().id();
    var last = TestPerson.onFullPath().id();
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < length; i++) {
      ids.add(UUID.randomUUID());
    }
    ids.set(0, first);
    ids.set(length - 1, last);

    assertThat(find(ids, "nobody")).containsExactlyInAnyOrderElementsOf(
        length == 1 ? List.of(last) : List.of(first, last));
  }

  @Test
  void aValueThatIsNoListCounts() {
    var person = TestPerson.onFullPath();
    var name = database.fromStatelessSession(
        session -> PEOPLE.rows(session, Map.of("ids", List.of(person.id())), Map.of("but", "nobody")))
        .getFirst()
        .name();

    assertThat(find(List.of(person.id()), name)).isEmpty();
  }

  @Test
  void whatIsNoListOfTheseLengthsIsRefused() {
    assertThatThrownBy(() -> find(List.of(), "nobody")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> find(Collections.nCopies(33, UUID.randomUUID()), "nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lectern.content.Course;
import org.lectern.content.Loading;
import org.lectern.content.Shelf;
import org.lectern.content.Unit;
import org.lectern.learning.Progress;
import org.lectern.people.Engagements;
import org.lectern.platform.TestDatabase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the database computes for everybody at once is what is computed for each person alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CourseProgressTest {

  private static final int PEOPLE = 110;
  private static final int LEGION = 4_000;
  private static final List<String> NETWORKS = List.of("POLNET", "DEVNET", "ITECNET", "LOGNET", "OLDNET", "");

  @Inject
  EntityManager entities;

  @Inject
  InstantSource clock;

  @Inject
  Shelf shelf;

  @Inject
  Engagements engagements;

  @Inject
  ProgressList progress;

  @Inject
  Figures figures;

  private final Random random = new Random(7);

  private String chance(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void insert(String sql, Object... values) {
    var query = entities.createNativeQuery(sql);
    for (var i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }

  private UUID person(String name) {
    var id = UUID.randomUUID();
    insert("insert into person (id, name, created_at) values (?1, ?2, ?3)", id, name, clock.instant());
    return id;
  }

  /** Engagements that overlap, are over, have not begun, or are not believed any more. */
  private void engage(UUID person) {
    var today = engagements.today();
    for (var number = random.nextInt(4); number > 0; number--) {
      var network = chance(NETWORKS);
      var department = chance(List.of("Lanterns", "Lighthouses", ""));
      insert("""
          insert into engagement (id, person_id, job_network, department, supervisor, valid_from, valid_to, recorded_at,
          recorded_by, replaced_at) values (?1, ?2, nullif(?3, ''), nullif(?4, ''), false, ?5, ?6, ?7, ?2, ?8)""",
          UUID.randomUUID(), person, network, department, today.plusDays(random.nextInt(-400, 30)),
          day(random.nextInt(3) == 0 ? today.plusDays(random.nextInt(-20, 20)) : null), clock.instant(),
          moment(random.nextInt(5) == 0 ? clock.instant() : null));
    }
  }

  private static Object day(@Nullable LocalDate day) {
    return new org.hibernate.query.TypedParameterValue<>(org.hibernate.type.StandardBasicTypes.LOCAL_DATE, day);
  }

  private static Object moment(@Nullable Instant moment) {
    return new org.hibernate.query.TypedParameterValue<>(org.hibernate.type.StandardBasicTypes.INSTANT, moment);
  }

  private void learn(UUID person, Course course) {
    var units = new ArrayList<>(course.in("en")
        .modulesOf(course.path("full").orElseThrow())
        .stream()
        .flatMap(module -> module.units().stream())
        .map(Unit::id)
        .toList());
    units.add("a-unit-that-is-no-more");
    var runs = random.nextInt(3);
    for (var run = 1; run <= runs; run++) {
      var registration = UUID.randomUUID();
      insert(
          "insert into registration (id, person_id, course_id, number, edition, opened_at) values (?1, ?2, ?3, ?4, '1', ?5)",
          registration, person, course.id(), run, clock.instant());
      var share = random.nextInt(12);
      for (var unit : units) {
        if (random.nextInt(10) < share) {
          say(person, registration, "COMPLETED", unit);
          say(person, registration, "ANSWERED", unit + "/q");
        }
      }
      if (random.nextInt(3) == 0) {
        say(person, registration, chance(List.of("PASSED", "FAILED")), course.assessment().id());
      }
    }
  }

  /** Says it once or twice, and sometimes takes it back. */
  private void say(UUID person, UUID registration, String verb, String activity) {
    for (var times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
      var id = statement(person, registration, verb, activity, null);
      if (random.nextInt(6) == 0) {
        statement(person, registration, "VOIDED", activity, id);
      }
    }
  }

  private UUID statement(UUID person, UUID registration, String verb, String activity, @Nullable UUID voids) {
    var id = UUID.randomUUID();
    insert(
        """
            insert into statement (person_id, id, registration_id, verb, activity, edition, language, happened_at, stored_at,
            authority, voids) values (?1, ?2, ?3, ?4, ?5, '1', 'en', ?6, ?6, ?1, ?7)""",
        person, id, registration, verb,
        activity, clock.instant().minusSeconds(random.nextInt(1_000_000)),
        new org.hibernate.query.TypedParameterValue<>(org.hibernate.type.StandardBasicTypes.UUID, voids));
    return id;
  }

  private Course course() {
    return shelf.library().course("sample-course").orElseThrow();
  }

  private List<UUID> crowd(String name) {
    return QuarkusTransaction.requiringNew().call(() -> {
      var people = new ArrayList<UUID>();
      for (var number = 0; number < PEOPLE; number++) {
        var person = person(name + " " + number);
        engage(person);
        learn(person, course());
        people.add(person);
      }
      return people;
    });
  }

  private Listing listing(Map<String, String> filters, int page) {
    return new Listing("/admin/courses/sample-course/progress", filters, "name", false, page);
  }

  private List<ProgressList.Row> rows(Map<String, String> filters) {
    var rows = new ArrayList<ProgressList.Row>();
    progress.each(course(), listing(filters, 1), rows::add);
    return rows;
  }

  private static CourseState state(Progress one) {
    if (one.isPassed()) {
      return CourseState.PASSED;
    }
    if (!one.isStarted()) {
      return CourseState.NOT_STARTED;
    }
    return one.isPathCompleted() ? CourseState.TO_BE_ASSESSED : CourseState.UNDER_WAY;
  }

  @Test
  void everybodysProgressIsTheProgressOfEach() {
    var name = "Crowd " + UUID.randomUUID();
    var people = crowd(name);

    var rows = rows(Map.of("search", name)).stream().collect(Collectors.toMap(ProgressList.Row::id, row -> row));

    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(people);
    for (var person : people) {
      var one = QuarkusTransaction.requiringNew().call(() -> Progress.of(course(), "en", person, engagements.today()));
      var row = java.util.Objects.requireNonNull(rows.get(person));
      assertThat(row.path()).isEqualTo(one.choice().path().id());
      assertThat(row.network()).isEqualTo(one.choice().jobNetwork().orElse(""));
      assertThat(row.done()).isEqualTo(one.done());
      assertThat(row.total()).isEqualTo(one.total());
      assertThat(row.state()).isEqualTo(state(one));
      assertThat(row.passed().isPresent()).isEqualTo(one.isPassed());
    }
    assertThat(rows.values().stream().map(ProgressList.Row::state).distinct())
        .contains(CourseState.NOT_STARTED, CourseState.UNDER_WAY, CourseState.TO_BE_ASSESSED, CourseState.PASSED);
  }

  @Test
  void everyFilterLeavesTheRowsItNames() {
    var name = "Filtered " + UUID.randomUUID();
    crowd(name);
    var all = rows(Map.of("search", name));

    for (var state : CourseState.filters()) {
      var wanted = CourseState.asked(state).orElseThrow();
      assertThat(rows(Map.of("search", name, "state", state)))
          .containsExactlyElementsOf(all.stream().filter(row -> wanted.contains(row.state())).toList());
      for (var page : new int[]{1, 9}) {
        assertThat(progress.some(course(), listing(Map.of("search", name, "state", state), page)).found())
            .isEqualTo(all.stream().filter(row -> wanted.contains(row.state())).count());
      }
    }
    assertThat(rows(Map.of("search", name, "path", "full")))
        .containsExactlyElementsOf(all.stream().filter(row -> row.path().equals("full")).toList());
    assertThat(rows(Map.of("search", name, "department", "Lanterns")))
        .containsExactlyElementsOf(all.stream().filter(row -> row.departments().contains("Lanterns")).toList());
    assertThat(rows(Map.of("search", name, "department", "-")))
        .containsExactlyElementsOf(all.stream().filter(row -> row.departments().isEmpty()).toList());
  }

  @Test
  void theFiguresAreTheNumbersOfTheRows() {
    crowd("Counted " + UUID.randomUUID());

    var all = rows(Map.of());
    var counted = figures.of(course());

    for (var group : counted.paths()) {
      var states = new HashMap<CourseState, Long>();
      all.stream()
          .filter(row -> row.path().equals(group.item()))
          .forEach(row -> states.merge(row.state(), 1L, Long::sum));
      assertThat(group.states()).isEqualTo(states);
    }
    for (var group : counted.by(CourseFigures.By.DEPARTMENT)) {
      assertThat(group.people()).as(group.item()).isEqualTo(rows(Map.of("department", group.item())).size());
    }
    for (var group : counted.by(CourseFigures.By.NETWORK)) {
      assertThat(group.people()).as(group.item()).isEqualTo(rows(Map.of("jobNetwork", group.item())).size());
    }
    assertThat(counted.passedByMonth()).isEqualTo(all.stream()
        .flatMap(row -> row.passed().stream())
        .collect(
            Collectors.groupingBy(at -> java.time.YearMonth.from(at.atZone(ZoneOffset.UTC)), Collectors.counting())));
  }

  /** The next figures are counted while the last ones are shown, by no request. */
  @Test
  void theyCanBeCountedBehind() {
    crowd("Behind " + UUID.randomUUID());

    var behind = CompletableFuture.supplyAsync(() -> figures.of(course()), ForkJoinPool.commonPool()).join();

    assertThat(behind.everybody()).isEqualTo(figures.of(course()).everybody());
    assertThat(behind.everybody().people()).isGreaterThanOrEqualTo(PEOPLE);
  }

  @Test
  void aQuestionIsTheSameForOneEditionAndDay() {
    var today = LocalDate.of(2026, 11, 30);
    var other = Loading.of(Path.of("content"), today).library().courses().values().iterator().next();

    assertThat(new Figures.Question(course(), today)).isEqualTo(new Figures.Question(course(), today))
        .hasSameHashCodeAs(new Figures.Question(course(), today))
        .isNotEqualTo(new Figures.Question(course(), today.plusDays(1)))
        .isNotEqualTo(new Figures.Question(other, today));
  }

  @Test
  void aPageShowsTheSameAsTheFile() {
    var name = "Paged " + UUID.randomUUID();
    crowd(name);

    for (var sort : List.of("name", "department", "dutyStation", "path", "state", "done", "passed")) {
      var listing = new Listing("/admin/courses/sample-course/progress", Map.of("search", name), sort, true, 2);
      var whole = new ArrayList<UUID>();
      progress.each(course(), listing, row -> whole.add(row.id()));
      var page = progress.some(course(), listing);

      assertThat(page.found()).isEqualTo(PEOPLE);
      assertThat(page.people()).as(sort).containsExactlyElementsOf(whole.subList(Table.ROWS, 2 * Table.ROWS));
    }
  }

  private void run(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }

  /** Were each compared with each, the database would give up long before the end. */
  @Test
  void thousandsAreCountedOneByOne() {
    var before = figures.of(course()).everybody().people();
    var names = "from person where name like 'Legion %'";
    var digit = "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) ";
    try {
      run("insert into person (id, name, created_at)"
          + " select cast('00000000-0000-4000-8000-00000000' || a.d || b.d || c.d || e.d as uuid), 'Legion ' || a.d,"
          + " current_timestamp from " + digit + "a(d), " + digit + "b(d), " + digit + "c(d), " + digit + "e(d)"
          + " where a.d < " + LEGION / 1000);
      run("insert into engagement (id, person_id, job_network, department, supervisor, valid_from, recorded_at,"
          + " recorded_by) select id, id, 'POLNET', 'Legion', false, date '2024-01-01', created_at, id " + names);
      run("insert into registration (id, person_id, course_id, number, edition, opened_at)"
          + " select id, id, 'sample-course', 1, '1', created_at " + names);

      var counted = figures.of(course());

      assertThat(counted.everybody().people()).isEqualTo(before + LEGION);
      var legion = counted.by(CourseFigures.By.DEPARTMENT).stream().filter(group -> group.item().equals("Legion"));
      assertThat(legion).singleElement()
          .satisfies(group -> assertThat(group.in(CourseState.NOT_STARTED)).isEqualTo(LEGION));
      assertThat(progress.some(course(), listing(Map.of("state", "not-started", "department", "Legion"), 1)).found())
          .isEqualTo(LEGION);
    } finally {
      run("delete from registration where person_id in (select id " + names + ")");
      run("delete from engagement where person_id in (select id " + names + ")");
      run("delete " + names);
    }
  }
}

package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, each a process of its own with a content folder of its own, without sticky sessions. */
@Tag("crash")
class ClusterTest {

  /** Several batches, so that both nodes get some. */
  private static final int PEOPLE = 290;
  private static final String PAGE = "sample-course/en/01-the-lantern/01-welcome.md";
  private static final String OLD = "is a light that you can carry";
  private static final String NEW = "is a light that you may carry";

  @TempDir
  Path folder;

  private final AnswerKey key = new AnswerKey();
  private final List<PackagedServer> nodes = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private MortalPostgres postgres;

  @BeforeEach
  void startTwoNodes() throws Exception {
    assumeTrue(PackagedServer.database().equals("postgresql"), "on H2 there is one node");
    postgres = new MortalPostgres(folder.resolve("postgres"));
    // One after the other in the list, at the same time on the computer: only one of them may make the tables.
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var starting : threads
          .invokeAll(List.<Callable<PackagedServer>>of(() -> start("one"), () -> start("two")))) {
        nodes.add(starting.get());
      }
    }
    nodes.forEach(node -> awaitReady(node, 200));
  }

  @AfterEach
  void stop() throws IOException {
    nodes.forEach(PackagedServer::close);
    if (postgres != null) {
      postgres.close();
    }
  }

  private PackagedServer start(String name) throws IOException, InterruptedException {
    var content = folder.resolve(name);
    if (!Files.exists(content)) {
      copy(AnswerKey.CONTENT, content);
    }
    return PackagedServer.start(folder, Map.of("lectern.content", content.toString(), "quarkus.datasource.jdbc.url",
        postgres.url(), "quarkus.datasource.username", "postgres"));
  }

  /** Without the translations, which would be behind after an edit. */
  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/fr/")).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** The next node, in turn: as a proxy does that knows nothing of sessions. */
  private String next() {
    return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size())).address();
  }

  private static void await(String what, Duration patience, BooleanSupplier condition) {
    var end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting until " + what).isLessThan(end);
      pause(50);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitReady(PackagedServer node, int status) {
    await(node.address() + " says " + status, Duration.ofSeconds(30),
        () -> given().get(node.address() + "/q/health/ready").statusCode() == status);
  }

  private static boolean shows(PackagedServer node, DistantLearner learner, String text) {
    return learner.browser()
        .baseUri(node.address())
        .get("/courses/sample-course/s1-welcome")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .contains(text);
  }

  private void edit(String node) throws IOException {
    var page = folder.resolve(node).resolve(PAGE);
    Files.writeString(page, Files.readString(page).replace(OLD, NEW));
  }

  @Test
  void aLearnerWhoMeetsAnotherNodeWithEachRequestGetsACertificate() throws Exception {
    var learner = DistantLearner.joining(this::next, key);
    learner.completeThePath();
    var attempt = learner.openAttempt();
    var seq = 0L;
    var items = learner.items(attempt);
    for (var item : items.subList(0, items.size() / 2)) {
      learner.answer(attempt, item, ++seq, learner.right(item)).then().statusCode(200);
    }

    nodes.removeLast().kill();

    for (var item : items.subList(items.size() / 2, items.size())) {
      learner.answer(attempt, item, ++seq, learner.right(item)).then().statusCode(200);
    }
    assertThat(learner.submit(attempt).jsonPath().getInt("score")).isEqualTo(100);
    nodes.add(start("three"));
    nodes.forEach(node -> awaitReady(node, 200));
    assertThat(learner.certificates()).hasSize(1).isEqualTo(learner.certificates());
  }

  @Test
  void whoSignsOutOnOneNodeIsSignedOutOnTheOther() throws Exception {
    var learner = DistantLearner.joining(this::next, key);
    nodes.forEach(node -> assertThat(profile(node, learner)).isEqualTo(200));

    learner.browser()
        .baseUri(nodes.getFirst().address())
        .post("/sign-out")
        .then()
        .statusCode(303);

    assertThat(profile(nodes.getFirst(), learner)).as("at once where they signed out").isEqualTo(303);
    await("the other node knows", Duration.ofSeconds(10), () -> profile(nodes.getLast(), learner) == 303);
  }

  private static int profile(PackagedServer node, DistantLearner learner) {
    return learner.browser().baseUri(node.address()).get("/profile").statusCode();
  }

  @Test
  void newContentIsShownWhenBothNodesHaveIt() throws Exception {
    var learner = DistantLearner.joining(this::next, key);
    edit("one");
    for (var end = System.nanoTime() + 4_000_000_000L; System.nanoTime() < end; pause(100)) {
      nodes.forEach(node -> assertThat(shows(node, learner, OLD)).as(node.address()).isTrue());
    }

    edit("two");

    nodes.forEach(
        node -> await(node.address() + " shows it", Duration.ofSeconds(20), () -> shows(node, learner, NEW)));
    nodes.forEach(node -> awaitReady(node, 200));
  }

  @Test
  void aNodeThatIsDeadOrFrozenKeepsNobodyWaitingForLongerThanItsHeartbeat() throws Exception {
    var learner = DistantLearner.joining(() -> nodes.getFirst().address(), key);
    nodes.getLast().freeze();
    edit("one");
    edit("two");
    await("the living node shows it", Duration.ofSeconds(30), () -> shows(nodes.getFirst(), learner, NEW));

    nodes.getLast().thaw();

    awaitReady(nodes.getLast(), 200);
    await("the thawed node shows it", Duration.ofSeconds(20), () -> shows(nodes.getLast(), learner, NEW));
  }

  @Test
  void aNodeThatComesWithOtherContentIsNotReadyUntilItHasTheSame() throws Exception {
    copy(AnswerKey.CONTENT, folder.resolve("three"));
    edit("three");
    nodes.add(start("three"));
    awaitReady(nodes.getLast(), 503);
    pause(2_000);
    awaitReady(nodes.getLast(), 503);

    edit("one");
    edit("two");

    var learner = DistantLearner.joining(this::next, key);
    nodes.forEach(node -> {
      await(node.address() + " shows it", Duration.ofSeconds(20), () -> shows(node, learner, NEW));
      awaitReady(node, 200);
    });
  }

  @Test
  void twoNodesThatRaceOnOneAttemptMakeOneOfEverything() throws Exception {
    for (var round = 0; round < 3; round++) {
      var learner = DistantLearner.joining(this::next, key);
      learner.completeThePath();

      var attempts = together(8, learner::openAttempt);
      assertThat(attempts.stream().distinct()).hasSize(1);
      var attempt = attempts.getFirst();
      var seq = new AtomicInteger();
      for (var item : learner.items(attempt)) {
        together(2, () -> learner.answer(attempt, item, seq.incrementAndGet(), learner.right(item)).statusCode());
      }
      var results = together(8,
          () -> learner.submit(attempt).then().statusCode(200).extract().<Map<String, Object>>path(""));

      assertThat(results.stream().map(result -> result.get("score")).distinct()).containsExactly(100);
      assertThat(learner.certificates()).hasSize(1);
    }
    try (var connection = postgres.connect();
        var rows = connection.createStatement()
            .executeQuery("select count(*) = count(distinct registration_id), count(*) from certificate")) {
      rows.next();
      assertThat(rows.getBoolean(1)).as("one certificate for each registration").isTrue();
      assertThat(rows.getInt(2)).isEqualTo(3);
    }
  }

  @Test
  void aChangeOfManyPeopleThatBothNodesWorkOffIsMadeOnceThoughOneIsKilled() throws Exception {
    var staff = new Staff(PEOPLE, nodes, postgres);
    var changes = List.of(staff.upload(next()), staff.signOut(next()));
    for (var change : changes) {
      assertThat(together(8, () -> staff.confirm(next(), change))).containsOnly(303);
      await("everybody is changed", Duration.ofSeconds(40), () -> staff.isDone(next(), change));
    }
    staff.assertThatEachIsChangedOnceBy(changes);

    var last = staff.upload(next());
    var held = staff.hold(PEOPLE / 2);
    staff.confirm(nodes.getLast().address(), last);
    await("it stands still in the middle", Duration.ofSeconds(10), () -> staff.changed(last) > PEOPLE / 3);
    nodes.removeLast().kill();
    assertThat(staff.changed(last)).as("how many were changed when it was killed").isLessThan(PEOPLE / 2);
    held.close();
    // The job of the node that is left would find it as well, some seconds later.
    staff.confirm(next(), last);
    await("the node that is left has done the rest", Duration.ofSeconds(40), () -> staff.isDone(next(), last));
    staff.assertThatEachIsChangedOnceBy(List.of(changes.getFirst(), changes.getLast(), last));
  }

  private static <T> List<T> together(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(times)) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
        results.add(future.get());
      }
      return results;
    }
  }
}

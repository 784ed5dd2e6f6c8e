package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong with a server and its database goes wrong, one after the other, while learners are at
 * work. Each fault once, or again and again for {@code torture.minutes}, in an order and at moments that
 * {@code torture.seed} decides.
 */
@Tag("crash")
class FaultsTest {

  /** How soon the server answers when the database is back. */
  private static final Duration BACK = Duration.ofSeconds(10);
  private static final int MINUTES = Integer.getInteger("torture.minutes", 0);
  private static final int LEARNERS = MINUTES > 0 ? 8 : 3;
  private static final boolean POSTGRESQL = PackagedServer.database().equals("postgresql");
  private static final boolean PRLIMIT = Files.isExecutable(Path.of("/usr/bin/prlimit"));

  /** Something goes wrong and is put right; afterwards the server and the database are there, or come back by themselves. */
  private interface Fault {
    void happen() throws Exception;
  }

  @TempDir
  Path folder;

  private final AnswerKey key = new AnswerKey();
  private final Map<String, Fault> faults = new LinkedHashMap<>();
  private MortalPostgres postgres;
  private Wire wire;
  private volatile PackagedServer server;

  @BeforeEach
  void start() throws Exception {
    if (POSTGRESQL) {
      postgres = new MortalPostgres(folder.resolve("postgres"));
      wire = Wire.to(postgres.port());
    }
    startServer();
    list();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    if (postgres != null) {
      wire.close();
      postgres.close();
    }
  }

  private void startServer() throws IOException, InterruptedException {
    var settings = new HashMap<>(Map.of("lectern.content", AnswerKey.CONTENT.toString()));
    if (POSTGRESQL) {
      settings.put("quarkus.datasource.jdbc.url", MortalPostgres.url(wire.port()));
      settings.put("quarkus.datasource.username", "postgres");
    }
    server = PackagedServer.start(folder, settings);
  }

  private void list() {
    faults.put("the server is killed", () -> {
      server.kill();
      startServer();
    });
    faults.put("the server is frozen and thawed", () -> {
      server.freeze();
      pause(2_000);
      server.thaw();
    });
    if (!POSTGRESQL) {
      return;
    }
    faults.put("the database is killed", () -> {
      postgres.kill();
      pause(500);
      postgres.start();
    });
    faults.put("the server and the database are killed", () -> {
      server.kill();
      postgres.kill();
      postgres.start();
      startServer();
    });
    faults.put("the database is frozen and thawed", () -> {
      postgres.freeze();
      pause(2_000);
      postgres.thaw();
    });
    faults.put("all connections are ended by the database", () -> sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null"));
    faults.put("the wire is cut, and cut again", () -> {
      wire.drop();
      pause(300);
      wire.cut();
      pause(1_500);
      wire.mend();
    });
    faults.put("the wire is slow", () -> {
      wire.slow(Duration.ofMillis(40));
      pause(2_500);
      wire.slow(Duration.ZERO);
    });
    faults.put("the ledger is locked", () -> {
      try (var connection = postgres.connect()) {
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table statement in exclusive mode");
        pause(2_000);
        connection.rollback();
      }
    });
    if (PRLIMIT) {
      faults.put("the disk of the database is full", this::fillTheDiskOfTheDatabase);
    }
  }

  /** PostgreSQL ends by itself when it cannot write its log; an operator makes room, and starts it again. */
  private void fillTheDiskOfTheDatabase() throws Exception {
    postgres.limitFiles("0");
    await("PostgreSQL notices", Duration.ofSeconds(30), () -> !postgres.isRunning());
    var refused = given().formParams("email", UUID.randomUUID() + "@example.org", "password", "no such thing")
        .post(server.address() + "/sign-in");
    assertThat(refused.statusCode()).isIn(500, 503);
    assertThat(refused.asString()).contains("<h1>");
    assertThat(given().get(server.address() + "/sign-in").statusCode()).isIn(200, 503);
    postgres.kill();
    postgres.start();
  }

  private void sql(String sql) throws SQLException {
    try (var connection = postgres.connect(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void pause(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  @Test
  void whatWasAcknowledgedSurvivesEverything() throws Exception {
    var end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    var seed = Long.getLong("torture.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    say("seed %d", seed);
    var random = new Random(seed);
    var rounds = 0;
    do {
      try (var town = new Town(LEARNERS, () -> server.address(), key)) {
        for (var name : shuffled(random)) {
          awaitWork(town, random.nextInt(5, 41), Duration.ofSeconds(60));
          suffer(name, town);
        }
        await("everybody could pass", Duration.ofSeconds(60), () -> town.passed() >= LEARNERS);
        town.rest();
        town.assertThatNothingIsLost();
        assertThatTheBooksAreInOrder(town);
        say("round %d: %d acknowledgements, %d certificates, nothing lost, nothing twice", ++rounds,
            town.acknowledged(), town.passed());
      }
    } while (System.nanoTime() < end);
  }

  private List<String> shuffled(Random random) {
    var names = new ArrayList<>(faults.keySet());
    if (!POSTGRESQL) {
      // The few of them would rarely meet a submission.
      names.addAll(faults.keySet());
    }
    Collections.shuffle(names, random);
    return names;
  }

  private void suffer(String name, Town town) throws Exception {
    var doing = town.doing();
    var before = System.nanoTime();
    faults.get(name).happen();
    var over = System.nanoTime();
    var took = awaitWork(town, 3, BACK);
    say("%s (%d ms) amid %s; at work again after %d ms", name, (over - before) / 1_000_000, doing, took.toMillis());
  }

  /** Waits until this many more things were acknowledged. */
  private Duration awaitWork(Town town, int more, Duration patience) throws Exception {
    var enough = town.acknowledged() + more;
    return await("somebody could work", patience, () -> town.acknowledged() >= enough);
  }

  private Duration await(String what, Duration patience, BooleanSupplier condition) throws Exception {
    var start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new AssertionError("not within " + patience + ": " + what + "\n" + last(server.log()));
      }
      pause(20);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String last(String log) {
    return log.substring(Math.max(0, log.length() - 8_000));
  }

  private static void say(String format, Object... values) {
    System.out.printf("torture: " + format + "%n", values);
  }

  /** Reads the database itself; the server does not run. */
  private void assertThatTheBooksAreInOrder(Town town) throws Exception {
    server.kill();
    try (var connection = connect()) {
      assertThat(rows(connection, "select cast(id as varchar(36)) from statement")).containsAll(town.statements())
          .doesNotHaveDuplicates();
      assertThat(rows(connection, "select registration_id from attempt group by registration_id having count(*) > 1"))
          .as("second attempts")
          .isEmpty();
      assertThat(rows(connection, "select a.id from attempt a where (a.submitted_at is null) <> (a.score is null)"
          + " or a.submitted_at is not null and 1 <> (select count(*) from statement s"
          + " where s.person_id = a.person_id and s.registration_id = a.registration_id and s.verb in ('PASSED', 'FAILED'))"))
          .as("half attempts")
          .isEmpty();
      assertThat(
          rows(connection, "select registration_id from certificate group by registration_id having count(*) > 1"))
          .as("double certificates")
          .isEmpty();
      assertThat(rows(connection, "select c.serial from certificate c"
          + " where not exists (select 1 from certificate_file f where f.serial = c.serial)"))
          .as("certificates without a file")
          .isEmpty();
    }
    startServer();
  }

  private Connection connect() throws SQLException {
    return POSTGRESQL
        ? postgres.connect()
        : DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/lectern") + ";IFEXISTS=TRUE", "lectern",
            "");
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void aDiskThatIsFullRefusesWorkAndLosesNone() throws Exception {
    assumeTrue(PRLIMIT, "there is prlimit");
    assumeTrue(!POSTGRESQL, "the files of PostgreSQL are not those of the server: that is one of the faults");
    try (var town = new Town(2, () -> server.address(), key)) {
      awaitWork(town, 20, Duration.ofSeconds(60));
      server.limitFiles(Long.toString(Files.size(folder.resolve("data/lectern.mv.db"))));
      pause(4_000);
      assertThat(given().get(server.address() + "/sign-in").statusCode()).isIn(200, 500, 503);
      server.limitFiles("unlimited");
      server.kill();
      startServer();
      awaitWork(town, 3, BACK);
      awaitWork(town, 20, Duration.ofSeconds(60));
      town.rest();
      town.assertThatNothingIsLost();
      assertThatTheBooksAreInOrder(town);
    }
  }
}

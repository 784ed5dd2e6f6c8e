package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** What operators do to the server as it is shipped: back it up while it runs, and stop it while people work. */
@Tag("crash")
class RunningServerTest {

  @TempDir
  Path folder;

  private EmbeddedPostgres postgres;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    settings.put("lectern.content", AnswerKey.CONTENT.toString());
    settings.put("quarkus.log.console.json.enabled", "false");
    if (PackagedServer.database().equals("postgresql")) {
      postgres = EmbeddedPostgres.start();
      settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
      settings.put("quarkus.datasource.username", "postgres");
    }
  }

  @AfterEach
  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** How a command ended, and what it said. */
  private record Ended(int code, String said) {}

  private static Path app() {
    return Path.of(Objects.requireNonNull(System.getProperty("packaged.server"))).getParent();
  }

  /** Runs the command that {@code ./lectern backup} and {@code ./lectern restore} run, in a process of its own. */
  private Ended command(Map<String, String> with, String... arguments) throws IOException, InterruptedException {
    var app = app();
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    with.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", "%1$s/app/*:%1$s/lib/main/*:%1$s/lib/boot/*".formatted(app),
        "org.lectern.operation.BackupCommand"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  /** Java would check them at each start: see {@code quarkus.class-loading.removed-resources}. */
  @Test
  void noLibraryIsSigned() throws IOException {
    try (var files = Files.walk(app())) {
      var libraries = files.filter(file -> file.toString().endsWith(".jar")).toList();
      assertThat(libraries).hasSizeGreaterThan(100);
      for (var library : libraries) {
        try (var jar = new ZipFile(library.toFile())) {
          assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.matches("META-INF/[^/]+\\.SF")))
              .describedAs(library.getFileName().toString())
              .isEmpty();
        }
      }
    }
  }

  private static void join(PackagedServer server, String email) {
    given().baseUri(server.address())
        .contentType("application/json")
        .body(Map.of("email", email, "password", "seven green lanterns", "name", "Ada Backup"))
        .post("/api/v1/accounts")
        .then()
        .statusCode(201);
  }

  private static int signIn(PackagedServer server, String email) {
    return given().baseUri(server.address())
        .contentType("application/json")
        .body(Map.of("email", email, "password", "seven green lanterns"))
        .post("/api/v1/tokens")
        .statusCode();
  }

  @Test
  void itIsBackedUpWhileItRunsAndComesBackAsItWasThen() throws Exception {
    var file = folder.resolve("now.backup");
    try (var server = PackagedServer.start(folder, settings)) {
      join(server, "before@example.org");
      assertThat(command(settings, "backup", file.toString()).said()).contains("read again and found whole");
      join(server, "after@example.org");
    }

    var restored = command(settings, "restore", file.toString(), "--yes");

    assertThat(restored.said()).startsWith("Restored ").contains("What was there before is kept: ");
    try (var server = PackagedServer.start(folder, settings)) {
      assertThat(signIn(server, "before@example.org")).isEqualTo(200);
      assertThat(signIn(server, "after@example.org")).isEqualTo(401);
    }
  }

  @Test
  void nothingIsRestoredUnderARunningServer() throws Exception {
    var file = folder.resolve("now.backup");
    try (var server = PackagedServer.start(folder, settings)) {
      join(server, "before@example.org");
      command(settings, "backup", file.toString());

      var refused = command(settings, "restore", file.toString(), "--yes");

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.said()).containsAnyOf("The server is running with this database",
          "Others are connected to this database");
      assertThat(signIn(server, "before@example.org")).isEqualTo(200);
    }
  }

  @Test
  void whoIsToldToStopFirstSaysSoAndFinishesWhatIsUnderWay() throws Exception {
    settings.put("quarkus.shutdown.delay", "3s");
    try (var server = PackagedServer.start(folder, settings); var client = HttpClient.newHttpClient()) {
      assertThat(status(client, server.address() + "/q/health/ready")).isEqualTo(200);
      server.askToStop();

      awaitNotReady(client, server);
      assertThat(status(client, server.address() + "/join")).as("while it is not ready").isEqualTo(200);
      var slow = client.sendAsync(joining(server), HttpResponse.BodyHandlers.discarding());
      assertThat(slow.get(20, TimeUnit.SECONDS).statusCode()).as("what was under way").isEqualTo(201);
      assertThat(server.hasEndedWithin(20)).isTrue();
    }
  }

  private static HttpRequest joining(PackagedServer server) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/accounts"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(
            "{\"email\": \"slow@example.org\", \"password\": \"seven green lanterns\", \"name\": \"Ada Slow\"}"))
        .build();
  }

  /** Until the log says so, or the process has ended. */
  private static void await(String words, Path log, Process process) throws Exception {
    while (!Files.readString(log).contains(words) && process.isAlive()) {
      Thread.sleep(50);
    }
    assertThat(log).content().contains(words);
  }

  @Test
  void whoWaitsForTheDatabaseCanBeToldToStop() throws Exception {
    assumeTrue(postgres != null, "H2 is in the server");
    postgres.close();
    var log = folder.resolve("waiting.log");
    var process = PackagedServer.launch(folder, log, settings);
    try {
      await("waiting for the database: Connection to localhost", log, process);

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends long before it would give up").isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aWrongNameIsNotTriedAgainAndAgain() throws Exception {
    assumeTrue(postgres != null, "H2 is in the server");
    settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "no_such_database"));
    var log = folder.resolve("wrong.log");
    var process = PackagedServer.launch(folder, log, settings);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(log).content()
          .contains("The database does not let the server in: FATAL: database \"no_such_database\" does not exist")
          .doesNotContain("waiting for the database");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whoComesWhileTheDatabaseIsAwayIsToldSo() throws Exception {
    assumeTrue(postgres != null, "H2 is in the server");
    try (var server = PackagedServer.start(folder, settings)) {
      postgres.close();

      var page = given().redirects().follow(false).get(server.address() + "/verify/0000-0000-0000-0000-0");

      page.then().statusCode(503).header("Retry-After", "5");
      assertThat(page.asString()).contains("Our data cannot be reached at the moment", "Wait a few seconds")
          .doesNotContain("the last thing you sent");
      var form = given().formParam("email", "ada@example.org")
          .formParam("password", "x")
          .post(server.address() + "/sign-in");
      form.then().statusCode(503).header("Retry-After", "5");
      assertThat(form.asString()).contains("Our data cannot be reached at the moment", "the last thing you sent");
    }
  }

  private static void awaitNotReady(HttpClient client, PackagedServer server) throws Exception {
    for (var tries = 0; tries < 50; tries++) {
      if (status(client, server.address() + "/q/health/ready") == 503) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it never said that it is not ready");
  }

  private static int status(HttpClient client, String address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void theWorldSeesNoPagesOfDevelopersOrOperators() throws Exception {
    try (var server = PackagedServer.start(folder, settings); var client = HttpClient.newHttpClient()) {
      for (var page : List.of("/q/swagger-ui", "/q/swagger-ui/", "/q/dev-ui", "/q/metrics", "/q/backup", "/q/info",
          "/q/health-ui", "/h2-console")) {
        assertThat(status(client, server.address() + page)).as(page).isEqualTo(404);
      }
      assertThat(status(client, server.address() + "/q/openapi")).isEqualTo(200);
    }
  }

  @Test
  void theDoorForBackupsOpensOnlyWithItsSecret() throws Exception {
    assumeTrue(postgres == null, "PostgreSQL is asked without the server");
    try (var server = PackagedServer.start(folder, settings); var client = HttpClient.newHttpClient()) {
      assertThat(status(client, server.address() + "/join")).isEqualTo(200);
      var key = folder.resolve("data").resolve("lectern.door");
      for (var tries = 0; tries < 100 && !Files.exists(key); tries++) {
        Thread.sleep(50);
      }
      assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
      var port = Files.readString(key).split(" ", -1)[0];
      var door = URI.create("http://localhost:" + port + "/q/backup");

      for (var secret : List.of("", "Bearer ", "Bearer " + "0".repeat(64), "Basic x")) {
        var asked = HttpRequest.newBuilder(door)
            .header("Authorization", secret)
            .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(client.send(asked.build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(401);
      }
    }
  }
}

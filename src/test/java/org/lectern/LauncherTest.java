package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher says before it starts anything. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("lectern").toAbsolutePath();

  @TempDir
  Path folder;

  /** How a call of the launcher ended, and what it said. */
  private record Ended(int code, String said) {}

  @Test
  void helpNamesEveryCommand() throws Exception {
    var ended = call(LAUNCHER, Map.of(), "help");

    assertThat(ended.code()).isZero();
    assertThat(ended.said()).contains("./lectern run", "./lectern build", "./lectern dev", "./lectern check",
        "./lectern test",
        "./lectern screens", "./lectern numbers", "./lectern backup",
        "./lectern restore", "./lectern freshness");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "frobnicate        | \"frobnicate\" is no command of Lectern; ./lectern help lists them.",
      "run --port        | --port wants a number, for instance --port 8081.",
      "run --port http   | \"http\" is no port: choose a number from 1 to 65535.",
      "run --port=70000  | \"70000\" is no port: choose a number from 1 to 65535.",
      "run --verbose     | \"--verbose\" is no option of run or dev; ./lectern help lists them.",
      "build target      | \"target\" is no option of build; ./lectern help lists them.",
      "run content       | \"content\" is no setting: settings are written name=value.",
      "backup            | Say which file: ./lectern backup lectern.backup",
      "restore a b       | restore takes one file.",
      "restore --force a | \"--force\" is no option of restore; ./lectern help lists them.",
      "check --format xml | \"xml\" is no format of check: choose text or json.",
      "check one two     | check looks at one folder at a time.",
      "cluster --port    | --port wants a number, for instance --port 8081.",
      "cluster --port 0  | \"0\" is no port: choose a number from 1 to 65535.",
      "cluster --port=70000 | \"70000\" is no port: choose a number from 1 to 65535.",
      "cluster a         | \"a\" is no option of cluster; ./lectern help lists them.",
      "numbers --all     | numbers takes only a number of learners, for instance ./lectern numbers 100.",
      "numbers 100 5     | numbers takes only a number of learners, for instance ./lectern numbers 100.",
      "test MyTest       | test knows only --postgresql with a version; to run some of the tests, use Maven: mvn test -Dtest=…"})
  void whatItCannotDoItSaysInOneSentence(String arguments, String sentence) throws Exception {
    var ended = call(LAUNCHER, Map.of(), arguments.split(" "));

    assertThat(ended).isEqualTo(new Ended(3, sentence + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "cluster"})
  void aPortInUseIsToldWithAWayOut(String command) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var port = taken.getLocalPort();

      var ended = call(LAUNCHER, Map.of("LECTERN_JAVA_HOME", System.getProperty("java.home")), command, "--port",
          String.valueOf(port));

      assertThat(ended)
          .isEqualTo(new Ended(3, "Port " + port + " is in use by another program, perhaps another Lectern:"
              + " stop that one, or choose another port with --port " + (port + 1) + ".\n"));
    }
  }

  @Test
  void aManagementPortInUseIsToldWithAWayOut() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var port = taken.getLocalPort();

      var ended = call(builtLectern(), jdkOnPath(), "run", "--port", "0", "quarkus.management.port=" + port);

      assertThat(ended)
          .isEqualTo(new Ended(3, "Port " + port + " is in use by another program, perhaps another Lectern:"
              + " stop that one, or choose another port with quarkus.management.port=" + (port + 1) + ".\n"));
    }
  }

  @Test
  void itFindsItsFolderThroughLinksAndSpaces() throws Exception {
    var link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("a b")).resolve("first link"), LAUNCHER);
    var linkToLink = Files.createSymbolicLink(folder.resolve("second link"), Path.of("a b", "first link"));

    var ended = call(linkToLink, Map.of("LECTERN_JAVA_HOME", oldJdk().toString(), "QUARKUS_HTTP_PORT", "none"), "run");

    assertThat(link).isSymbolicLink();
    assertThat(ended.said()).isEqualTo("\"none\" is no port: choose a number from 1 to 65535.\n");
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var old = oldJdk();
      var settings = Map.of("LECTERN_JAVA_HOME", old.toString(), "JAVA_HOME", System.getProperty("java.home"));

      var ended = call(LAUNCHER, settings, "run", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(ended.said()).startsWith(
          "LECTERN_JAVA_HOME (" + old + ") is no JDK 21 or newer; looking elsewhere.\nPort ");
    }
  }

  @Test
  void checkLooksAtTheFolderThatWasNamed() throws Exception {
    var ended = call(builtLectern(), jdkOnPath(), "check", "my courses", "--format", "json");

    assertThat(ended.said().lines()).endsWith("org.lectern.content.CheckCommand", "my courses", "--format", "json");
  }

  @Test
  void backupsGoWhereTheCallerIs() throws Exception {
    var ended = call(builtLectern(), jdkOnPath(), "backup", "my backup", "quarkus.datasource.username=ada");

    assertThat(ended.said().lines()).contains("-Dquarkus.datasource.username=ada")
        .endsWith("org.lectern.operation.BackupCommand", "backup", folder.toRealPath() + "/my backup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/x.y=z.backup", "/tmp/x.y=z", "x.y=z.backup"})
  void aFileMayHaveANameLikeASetting(String file) throws Exception {
    var ended = call(builtLectern(), jdkOnPath(), "backup", file, "some.name=b",
        "quarkus.datasource.jdbc.url=jdbc:h2:file:/srv/a.backup");

    assertThat(ended.said().lines())
        .contains("-Dsome.name=b", "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:/srv/a.backup")
        .endsWith("org.lectern.operation.BackupCommand", "backup", folder.toRealPath().resolve(file).toString());
  }

  @Test
  void restoringIsConfirmedInWords() throws Exception {
    var ended = call(builtLectern(), jdkOnPath(), "restore", "--yes", "/srv/my backup");

    assertThat(ended.said().lines()).endsWith("org.lectern.operation.BackupCommand", "restore", "/srv/my backup",
        "--yes");
  }

  @Test
  void checkLooksAtItsOwnCoursesWithoutAFolder() throws Exception {
    var launcher = builtLectern();

    var ended = call(launcher, jdkOnPath(), "check");

    assertThat(ended.said().lines()).endsWith("org.lectern.content.CheckCommand",
        launcher.toRealPath().resolveSibling("content").toString());
  }

  @Test
  void runHandsSettingsOnWholeAndKeepsTheDataBesideItself() throws Exception {
    var launcher = builtLectern();

    var ended = call(launcher, jdkOnPath(), "run", "--port", "0", "lectern.content=/srv/our courses",
        "-Dsome.name=a;b*");

    assertThat(ended.said().lines()).contains("-Dquarkus.http.port=0", "-Dquarkus.http.host=localhost",
        "-Dlectern.content=/srv/our courses", "-Dsome.name=a;b*");
    assertThat(launcher.resolveSibling("data").resolve("running")).content().endsWith(" 0\n");
  }

  @Test
  void theDataAreReadableByTheirOwnerOnly() throws Exception {
    var launcher = builtLectern();

    call(launcher, jdkOnPath(), "run", "--port", "0");

    assertThat(Files.getPosixFilePermissions(launcher.resolveSibling("data")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(launcher.resolveSibling("data").resolve("running")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void buildStartsTheServerOnceToRememberItsClassesAndEnds() throws Exception {
    var launcher = builtLectern();

    var ended = call(launcher, jdkOnPath(), "build");

    assertThat(ended.code()).isZero();
    assertThat(launcher.resolveSibling("target").resolve("first-start.log")).content()
        .contains("-Dquarkus.datasource.jdbc.url=jdbc:h2:file:");
    assertThat(launcher.resolveSibling("data")).doesNotExist();
  }

  @Test
  void aBuildForPostgresqlIsStartedOnceOnADatabaseOfNobody() throws Exception {
    var launcher = builtLectern();
    var environment = new java.util.HashMap<>(jdkOnPath());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://production/lectern");
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "of production");

    var ended = call(launcher, environment, "build", "--postgresql");

    assertThat(ended.code()).isZero();
    var target = launcher.resolveSibling("target-postgresql");
    assertThat(target.resolve("first-start.log")).content()
        .contains("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:15432/postgres\n")
        .containsPattern("(?m)^QUARKUS_DATASOURCE_PASSWORD=[0-9a-f]{36}$")
        .doesNotContain("production");
    assertThat(folder.resolve("pg_ctl.log")).content().isEqualTo("started, with 0 settings\nstopped\n");
    assertThat(target.resolve("first-start")).doesNotExist();
  }

  @Test
  void aBuildForPostgresqlIsDoneAlsoWhereNoPostgresqlStarts() throws Exception {
    var launcher = builtLectern();
    Files.createFile(folder.resolve("no postgresql"));

    var ended = call(launcher, jdkOnPath(), "build", "--postgresql");

    var target = launcher.resolveSibling("target-postgresql");
    assertThat(ended).isEqualTo(new Ended(0, "Lectern is built, but starts will take longer than they could: "
        + target.toRealPath().resolve("first-start.log") + " says why.\n"));
    assertThat(target.resolve("first-start.log")).content().doesNotContain("quarkus");
    assertThat(target.resolve("first-start")).doesNotExist();
    assertThat(target.resolve("building")).doesNotExist();
  }

  @Test
  void aTrainingThatFailedIsTriedAgainByBuildOnly() throws Exception {
    var launcher = builtLectern();
    var log = launcher.resolveSibling("target").resolve("first-start.log");

    call(launcher, jdkOnPath(), "run", "--port", "0");
    assertThat(log).exists();
    Files.delete(log);
    call(launcher, jdkOnPath(), "run", "--port", "0");
    assertThat(log).doesNotExist();
    call(launcher, jdkOnPath(), "build");
    assertThat(log).exists();
  }

  @Test
  void oneOfTwoThatStartTogetherBuildsAndTheOtherWaits() throws Exception {
    var launcher = builtLectern();
    Files.delete(launcher.resolveSibling("target").resolve("built-by-lectern"));
    var environment = jdkAndMavenOnPath();

    var first = start(launcher, environment, "check");
    var second = start(launcher, environment, "check");

    var said = List.of(ended(first), ended(second));
    assertThat(said).allMatch(ended -> ended.code() == 0)
        .allMatch(ended -> ended.said().contains("org.lectern.content.CheckCommand"))
        .filteredOn(ended -> ended.said().contains("Building Lectern."))
        .hasSize(1);
    assertThat(said).filteredOn(
        ended -> ended.said().startsWith("Another command is building Lectern; waiting for it. (Process ")).hasSize(1);
    assertThat(launcher.resolveSibling("target").resolve("building")).doesNotExist();
  }

  @Test
  void nobodyWaitsForABuildThatWasCutShort() throws Exception {
    var launcher = builtLectern();
    var target = launcher.resolveSibling("target");
    Files.delete(target.resolve("built-by-lectern"));
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(Files.createDirectory(target.resolve("building")).resolve("process"), gone.pid() + "\n");

    var ended = call(launcher, jdkAndMavenOnPath(), "check");

    assertThat(ended.code()).isZero();
    assertThat(ended.said()).startsWith("Building Lectern.");
    assertThat(target.resolve("building")).doesNotExist();
  }

  @Test
  void aBuildThatIsStoppedEndsItsMavenAndLetsOthersBuild() throws Exception {
    var launcher = builtLectern();
    var target = launcher.resolveSibling("target");
    Files.delete(target.resolve("built-by-lectern"));
    var environment = new java.util.HashMap<>(jdkAndMavenOnPath());
    environment.put("SECONDS_TO_BUILD", "600");
    var stopped = start(launcher, environment, "check");
    var log = target.resolve("build.log");
    while (stopped.isAlive() && (!Files.exists(log) || Files.size(log) == 0)) {
      Thread.sleep(20);
    }

    stopped.toHandle().destroy();

    assertThat(ended(stopped).code()).isEqualTo(130);
    assertThat(target.resolve("building")).doesNotExist();
    assertThat(target.resolve("built-by-lectern")).doesNotExist();
  }

  @Test
  void aBuildThatFailsSaysWhyAndLetsOthersBuild() throws Exception {
    var launcher = builtLectern();
    var target = launcher.resolveSibling("target");
    Files.delete(target.resolve("built-by-lectern"));
    var environment = new java.util.HashMap<>(jdkAndMavenOnPath());
    environment.put("FAILING", "package");

    var ended = call(launcher, environment, "check");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said()).endsWith("Lectern could not be built. The lines above say why; all of them are in "
        + target.toRealPath().resolve("build.log") + ".\n");
    assertThat(target.resolve("building")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "run quarkus.datasource.jdbc.url=jdbc:postgresql://there/lectern          |                              | PostgreSQL",
      "run                                                                      | jdbc:postgresql://there/here | PostgreSQL",
      "backup a -Dquarkus.datasource.jdbc.url=jdbc:postgresql://there/lectern   | jdbc:h2:mem:a                | PostgreSQL",
      "restore a                                                                | jdbc:postgresql://there/here | PostgreSQL",
      "run --postgresql quarkus.datasource.jdbc.url=jdbc:h2:mem:a               | jdbc:postgresql://there/here | H2",
      "backup a --postgresql                                                    | jdbc:h2:mem:a                | H2",
      "restore a -Dquarkus.datasource.jdbc.url=jdbc:h2:mem:a --postgresql       |                              | H2"})
  void anAddressOfTheOtherDatabaseIsTold(String arguments, @Nullable String inEnvironment, String kind)
      throws Exception {
    var environment = inEnvironment == null
        ? Map.<String, String>of()
        : Map.of("QUARKUS_DATASOURCE_JDBC_URL", inEnvironment);

    var ended = call(LAUNCHER, environment, arguments.split(" "));

    assertThat(ended).isEqualTo(new Ended(3, "The address of the database (quarkus.datasource.jdbc.url) is one of "
        + (kind.equals("H2")
            ? "H2: leave --postgresql out, or give the address of a PostgreSQL.\n"
            : "a PostgreSQL: add --postgresql.\n")));
  }

  @Test
  void aServerOnAnotherDatabaseIsNotThatOfTheDataFolder() throws Exception {
    var launcher = builtLectern();
    var environment = new java.util.HashMap<>(jdkOnPath());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:mem:a");

    var ended = call(launcher, environment, "run", "--port", "0");

    assertThat(ended.code()).isZero();
    assertThat(launcher.resolveSibling("data")).doesNotExist();
  }

  @Test
  void testsRunOnH2AndOnPostgresql() throws Exception {
    var ended = call(builtLectern(), jdkAndMavenOnPath(), "test");

    assertThat(ended).isEqualTo(new Ended(0, """
        Testing with Java 25: on H2, and on PostgreSQL beside it (what that says comes afterwards).
        maven: -B -ntp verify
        On PostgreSQL:
        maven: -B -ntp -Dpostgresql -Dlive -Dformatter.skip=true -Dimpsort.skip=true verify
        Everything passed, on H2 and on PostgreSQL.
        """));
  }

  @ParameterizedTest
  @CsvSource({"-Dpostgresql, 'passed, on PostgreSQL they failed'", "'verify', 'failed, on PostgreSQL they failed'"})
  void testsThatFailOnEitherAreFailed(String failing, String outcome) throws Exception {
    var environment = new java.util.HashMap<>(jdkAndMavenOnPath());
    environment.put("FAILING", failing);

    var ended = call(builtLectern(), environment, "test");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said()).endsWith("On H2 the tests " + outcome + ".\n").doesNotContain("Everything passed");
  }

  @Test
  void testsRunOnTheVersionOfPostgresqlThatIsAskedFor() throws Exception {
    var ended = call(builtLectern(), jdkAndMavenOnPath(), "test", "--postgresql", "15");

    assertThat(ended.code()).isZero();
    assertThat(ended.said()).containsPattern(
        "maven: -B -ntp -Dpostgresql -Dembedded-postgres-binaries\\.version=15\\.\\d+\\.\\d+ verify\n")
        .doesNotContain("H2");
  }

  @Test
  void nothingIsBuiltBelowAServer() throws Exception {
    var launcher = builtLectern();
    var target = launcher.resolveSibling("target");
    Files.delete(target.resolve("built-by-lectern"));
    var environment = jdkAndMavenOnPath();
    var server = server(target);
    try {
      assertThat(call(launcher, environment, "build"))
          .isEqualTo(new Ended(3, "A server runs from what is built here (process "
              + server.pid() + "), and a new build would break it: stop it first, or build in another folder.\n"));
      assertThat(call(launcher, environment, "test"))
          .isEqualTo(new Ended(3, "A server runs from what is built here (process "
              + server.pid() + "), and this would break it: stop it first, or use another folder.\n"));
      assertThat(call(launcher, environment, "check").said())
          .startsWith("The sources are newer than what is built, but a server runs from that (process " + server.pid()
              + "), so this does too. To build anew, stop it first.\n")
          .contains("org.lectern.content.CheckCommand");
    } finally {
      server.destroyForcibly().waitFor();
    }
    assertThat(target.resolve("building")).doesNotExist();

    assertThat(call(launcher, environment, "check").said()).startsWith("Building Lectern.");
  }

  @Test
  void aServerWhoseBuildIsGoneStandsInForNothing() throws Exception {
    var launcher = builtLectern();
    var target = launcher.resolveSibling("target");
    Files.delete(target.resolve("quarkus-app").resolve("quarkus-run.jar"));
    var server = server(target);
    try {
      var ended = call(launcher, jdkAndMavenOnPath(), "check");

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.said()).startsWith("A server runs from what is built here (process " + server.pid() + ")");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void testsWaitForABuildForAnyDatabaseAndWhatWasBuiltIsBuiltAnewAfterThem() throws Exception {
    var launcher = builtLectern();
    var environment = new java.util.HashMap<>(jdkAndMavenOnPath());
    environment.put("SECONDS_TO_BUILD", "3");
    var target = launcher.resolveSibling("target-postgresql");
    Files.delete(target.resolve("built-by-lectern"));
    var build = start(launcher, environment, "build", "--postgresql");
    var log = target.resolve("build.log");
    while (build.isAlive() && !Files.exists(log)) {
      Thread.sleep(20);
    }

    var tests = call(launcher, environment, "test", "--postgresql", "15");

    assertThat(tests.code()).isZero();
    assertThat(tests.said()).startsWith("Another command is building Lectern; waiting for it. (Process " + build.pid());
    assertThat(ended(build).code()).isZero();
    assertThat(call(launcher, environment, "check").said()).startsWith("Building Lectern.");
  }

  @Test
  void aServerOfAnotherFolderStopsNoBuild() throws Exception {
    var launcher = builtLectern();
    Files.delete(launcher.resolveSibling("target").resolve("built-by-lectern"));
    var server = server(folder.resolve("elsewhere").resolve("target"));
    try {
      assertThat(call(launcher, jdkAndMavenOnPath(), "check").said()).startsWith("Building Lectern.");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /** What looks like a server that runs from this folder of a build. */
  private static Process server(Path target) throws IOException {
    var home = target.getParent();
    var real = Files.exists(home) ? home.toRealPath() : home;
    return new ProcessBuilder("sh", "-c", "read line", "java", "-jar",
        real.resolve("target/quarkus-app/quarkus-run.jar").toString()).start();
  }

  /** With a Maven that says its version, and otherwise its arguments; to build takes it a while. */
  private Map<String, String> jdkAndMavenOnPath() throws IOException {
    var program = Files.createDirectories(folder.resolve("maven")).resolve("mvn");
    Files.writeString(program, """
        #!/bin/sh
        if [ "$1" = -v ]; then
          echo 'Apache Maven 3.9.11'
        else
          echo "maven: $*"
          case " $* " in *" ${FAILING:-none} "*) exit 1 ;; esac
          case " $* " in *" package "*) exec sleep "${SECONDS_TO_BUILD:-1}" ;; esac
        fi
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var environment = new java.util.HashMap<>(jdkOnPath());
    environment.merge("PATH", program.getParent().toString(),
        (path, maven) -> maven + java.io.File.pathSeparator + path);
    return environment;
  }

  /** The launcher in a folder where everything is built. */
  private Path builtLectern() throws IOException {
    var home = Files.createDirectories(folder.resolve("Lectern's home"));
    Files.createDirectories(home.resolve("src").resolve("main"));
    Files.createDirectories(home.resolve(".mvn"));
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(LAUNCHER.resolveSibling("docker").resolve("throwaway-postgresql"),
        Files.createDirectories(home.resolve("docker")).resolve("throwaway-postgresql"));
    for (var target : List.of("target", "target-postgresql")) {
      var app = Files.createDirectories(home.resolve(target).resolve("quarkus-app"));
      Files.createFile(app.resolve("quarkus-run.jar"));
      var stamp = Files.createFile(home.resolve(target).resolve("built-by-lectern"));
      Files.setLastModifiedTime(stamp, FileTime.from(Files.getLastModifiedTime(app).toInstant().plusSeconds(60)));
    }
    return Files.copy(LAUNCHER, home.resolve("lectern"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** With programs of a PostgreSQL that is newer than any, and only write down that they were called. */
  private Map<String, String> jdkOnPath() throws IOException {
    var separator = java.io.File.pathSeparator;
    return Map.of("LECTERN_JAVA_HOME", "", "JAVA_HOME", "", "PATH",
        postgresql() + separator + jdk("25.0.1").resolve("bin") + separator + System.getenv("PATH"));
  }

  private Path postgresql() throws IOException {
    var folderOfPrograms = Files.createDirectories(folder.resolve("postgresql"));
    // Nobody is root, so that nothing is done in another's name.
    var programs = Map.of("id", "echo 1000",
        "initdb", """
            if [ "$1" = --version ]; then
              echo 'initdb (PostgreSQL) 999.1'
            else
              mkdir "$2"
            fi
            """,
        "pg_ctl", """
            [ ! -e '%1$s/no postgresql' ] || exit 1
            case "$*" in
              *" start") echo "started, with $(env | grep -c QUARKUS_) settings" >>'%1$s/pg_ctl.log' ;;
              *" stop") echo stopped >>'%1$s/pg_ctl.log' ;;
            esac
            """.formatted(folder));
    for (var program : programs.entrySet()) {
      var file = Files.writeString(folderOfPrograms.resolve(program.getKey()), "#!/bin/sh\n" + program.getValue());
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return folderOfPrograms;
  }

  private Path oldJdk() throws IOException {
    return jdk("17.0.15");
  }

  /** A JDK that says its version, and otherwise prints its arguments and what is set for Quarkus, each on a line. */
  private Path jdk(String version) throws IOException {
    var home = Files.createDirectories(folder.resolve("jdk " + version));
    for (var name : List.of("java", "javac")) {
      var program = Files.createDirectories(home.resolve("bin")).resolve(name);
      Files.writeString(program, """
          #!/bin/sh
          if [ "$1" = -version ]; then
            echo 'openjdk version "%s" 2025-04-15' >&2
          else
            printf '%%s\\n' "$@"
            env | grep ^QUARKUS_DATASOURCE_ || true
          fi
          """.formatted(version));
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }

  private Ended call(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    return ended(start(launcher, environment, arguments));
  }

  private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment()
        .keySet()
        .removeAll(List.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT", "QUARKUS_DATASOURCE_JDBC_URL"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended ended(Process process) throws Exception {
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }
}

package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(ended.said()).contains("./lectern run", "./lectern dev", "./lectern check", "./lectern test",
        "./lectern numbers");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "frobnicate        | \"frobnicate\" is no command of Lectern: use run, dev, check, test, numbers or help.",
      "run --port        | --port wants a number, for instance --port 8081.",
      "run --port http   | \"http\" is no port: choose a number from 1 to 65535.",
      "run --port=70000  | \"70000\" is no port: choose a number from 1 to 65535.",
      "run --verbose     | \"--verbose\" is no option of run or dev; ./lectern help lists them.",
      "run content       | \"content\" is no setting: settings are written name=value.",
      "check one two     | check looks at one folder at a time.",
      "test MyTest       | test takes no arguments; to run some of the tests, use Maven: mvn test -Dtest=…"})
  void whatItCannotDoItSaysInOneSentence(String arguments, String sentence) throws Exception {
    var ended = call(LAUNCHER, Map.of(), arguments.split(" "));

    assertThat(ended).isEqualTo(new Ended(3, sentence + "\n"));
  }

  @Test
  void aPortInUseIsToldWithAWayOut() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var port = taken.getLocalPort();

      var ended = call(LAUNCHER, Map.of("LECTERN_JAVA_HOME", System.getProperty("java.home")), "run", "--port",
          String.valueOf(port));

      assertThat(ended)
          .isEqualTo(new Ended(3, "Port " + port + " is in use by another program, perhaps another Lectern:"
              + " stop that one, or choose another port with --port " + (port + 1) + ".\n"));
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

  /** A JDK that says it is of version 17. */
  private Path oldJdk() throws IOException {
    var home = Files.createDirectories(folder.resolve("old jdk"));
    for (var name : List.of("java", "javac")) {
      var program = Files.createDirectories(home.resolve("bin")).resolve(name);
      Files.writeString(program, "#!/bin/sh\necho 'openjdk version \"17.0.15\" 2025-04-15' >&2\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }

  private Ended call(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("QUARKUS_HTTP_PORT");
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }
}

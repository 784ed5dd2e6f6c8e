package org.lectern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server as it is shipped, in a process of its own on a free port of this computer. */
final class PackagedServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s:]+:\\d+)");

  private final Process process;
  private final Path log;
  private final String address;

  private PackagedServer(Process process, Path log) throws IOException, InterruptedException {
    this.process = process;
    this.log = log;
    this.address = awaitAddress();
  }

  /** The database that the package was built for: {@code h2} or {@code postgresql}. */
  static String database() {
    return Objects.requireNonNull(System.getProperty("packaged.database"));
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param folder where it keeps its data, and its log
   */
  static PackagedServer start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
    var log = Files.createTempFile(folder, "server", ".log");
    return new PackagedServer(launch(folder, log, settings), log);
  }

  /** Starts it, and leaves what comes of it to the caller. */
  static Process launch(Path folder, Path log, Map<String, String> settings) throws IOException {
    var command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dquarkus.http.host=localhost", "-Dquarkus.http.port=0"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(Objects.requireNonNull(System.getProperty("packaged.server")));
    return new ProcessBuilder(command).directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private String awaitAddress() throws IOException, InterruptedException {
    for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plusMillis(50)) {
      var listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return listening.group(1);
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    kill();
    throw new IllegalStateException("the packaged server did not start:\n" + Files.readString(log));
  }

  /** Where it serves, without a slash at the end. */
  String address() {
    return address;
  }

  /** Ends it as a failing machine would: at once, without a chance to write or close anything (kill -9). */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, as a system does that stops (SIGTERM); it may finish what is under way. */
  void askToStop() {
    process.destroy();
  }

  boolean hasEndedWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  long pid() {
    return process.pid();
  }

  /** Ends it as an operator does: what is begun is finished. */
  void end() {
    process.destroy();
    process.onExit().join();
  }

  /** Lets it stand still, as on a machine that is overwhelmed. */
  void freeze() {
    MortalPostgres.signal("-STOP", List.of(process.toHandle()));
  }

  void thaw() {
    MortalPostgres.signal("-CONT", List.of(process.toHandle()));
  }

  /** Lets its files grow to this many bytes and no further. */
  void limitFiles(String bytes) throws IOException {
    MortalPostgres.limitFiles(bytes, process.toHandle());
  }

  /** What it has written into its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    kill();
  }
}

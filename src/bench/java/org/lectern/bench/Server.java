package org.lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged server, in a process of its own on a free port. */
final class Server implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:([0-9]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path log;
  private final int port;

  /**
   * Starts it.
   *
   * @param java the command with its options
   */
  Server(List<String> java, Map<String, String> settings, Path jar, Path folder)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(java);
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-Dquarkus.http.host=localhost");
    command.add("-Dquarkus.http.port=0");
    command.add("-jar");
    command.add(jar.toString());
    log = folder.resolve("server.log");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    process = builder.redirectOutput(log.toFile()).start();
    port = await();
  }

  private int await() throws IOException, InterruptedException {
    for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plusMillis(20)) {
      var listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return Integer.parseInt(listening.group(1));
      }
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    close();
    throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
  }

  int port() {
    return port;
  }

  long process() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

package org.lectern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL with a data folder that outlives it: it can be killed, frozen, and started again on the same port. */
final class MortalPostgres implements AutoCloseable {

  private final Path data;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  MortalPostgres(Path data) throws IOException {
    this.data = data;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start();
  }

  /** Starts it, and waits until it serves. */
  void start() throws IOException {
    running = EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .start();
  }

  int port() {
    return port;
  }

  String url() {
    return url(port);
  }

  /** As seen through something that stands before it. */
  static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  /** The one that serves, and those that it has started; none when it has ended. */
  private List<ProcessHandle> processes() {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .stream()
          .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
          .toList();
    } catch (NoSuchFileException ended) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRunning() {
    return !processes().isEmpty();
  }

  /** Ends all of it at once, as when the power goes (kill -9), unless it has ended by itself. */
  void kill() throws IOException {
    var all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    // It is nobody's child, and where nobody buries such a process it seems to live on.
    CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, 5, TimeUnit.SECONDS)
        .join();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    // Only lets go of what is noted about it in this process.
    close();
    running = null;
  }

  /** Lets its files grow to this many bytes and no further, those of processes that it starts later as well. */
  void limitFiles(String bytes) throws IOException {
    for (var process : processes()) {
      limitFiles(bytes, process);
    }
  }

  static void limitFiles(String bytes, ProcessHandle process) throws IOException {
    new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited").inheritIO()
        .start()
        .onExit()
        .join();
  }

  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    signal(signal, processes());
  }

  static void signal(String signal, List<ProcessHandle> processes) {
    var command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.close();
    }
  }
}

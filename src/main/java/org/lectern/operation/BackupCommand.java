package org.lectern.operation;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * {@code ./lectern backup} and {@code ./lectern restore}. The database is that of the settings, given as system
 * properties or in the environment as for the server.
 */
public final class BackupCommand {

  /** How often, and at which distance in milliseconds, a server that does not answer is asked again. */
  private static final int TRIES = 30;
  private static final long PAUSE = 200;
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 3;

  private final PrintStream out;
  private final Store store;
  private final String url;

  private BackupCommand(PrintStream out, Address database) {
    this.out = out;
    this.url = database.url();
    this.store = Store.of(url, database.user(), database.password());
  }

  /** Where a database is. */
  record Address(String url, String user, String password) {

    /** As the server finds it: what is given, or else what it was built with. */
    static Address fromSettings() throws IOException {
      var built = new Properties();
      try (var file = BackupCommand.class.getResourceAsStream("/application.properties")) {
        built.load(Objects.requireNonNull(file));
      }
      return new Address(setting("quarkus.datasource.jdbc.url", built), setting("quarkus.datasource.username", built),
          setting("quarkus.datasource.password", built));
    }

    private static String setting(String name, Properties built) {
      var variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
      var given = Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
      return given.orElseGet(() -> built.getProperty(name, ""));
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), Address.fromSettings(), System.out));
  }

  /** Ends with 0 when it is done, 1 when it could not be, 3 when it was asked for something else. */
  static int run(List<String> arguments, Address database, PrintStream out) {
    try {
      return new BackupCommand(out, database).run(arguments);
    } catch (IllegalArgumentException | Backup.Unusable | Store.InUse told) {
      out.println(told.getMessage());
      return told instanceof IllegalArgumentException ? MISUSED : FAILED;
    } catch (SQLException | IOException | org.flywaydb.core.api.FlywayException failed) {
      out.println(Told.of(failed));
      return FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private int run(List<String> arguments)
      throws SQLException, IOException, InterruptedException, Backup.Unusable, Store.InUse {
    var confirmed = arguments.contains("--yes");
    var words = arguments.stream().filter(word -> !word.equals("--yes")).toList();
    if (words.size() != 2) {
      throw new IllegalArgumentException("Say which file: ./lectern backup lectern.backup");
    }
    var file = Path.of(words.get(1)).toAbsolutePath();
    return switch (words.getFirst()) {
      case "backup" -> backup(file);
      case "restore" -> restore(file, confirmed);
      default -> throw new IllegalArgumentException("\"" + words.getFirst() + "\" is neither backup nor restore.");
    };
  }

  // ---- backup

  private int backup(Path file) throws SQLException, IOException, InterruptedException, Backup.Unusable {
    if (Files.exists(file)) {
      throw new IllegalArgumentException("There is a file " + file + " already; choose another name.");
    }
    var folder = file.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder " + folder + ".");
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    OperatorDoor.createPrivately(part);
    try {
      write(part);
      try (var backup = Backup.open(part)) {
        backup.check();
        Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        out.printf("Backed up %d rows of %d tables, read again and found whole: %s%n", backup.manifest().rows(),
            backup.manifest().tables().size(), file);
      }
      return DONE;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void write(Path part) throws SQLException, IOException, InterruptedException {
    try (var connection = store.open()) {
      write(connection, part);
    } catch (Store.InUse byServer) {
      askServer(part, byServer);
    }
  }

  private static void write(Connection connection, Path part) throws SQLException, IOException {
    try (var stream = Files.newOutputStream(part)) {
      var unused = Backup.write(connection, stream, InstantSource.system().instant());
    } catch (IOException failed) {
      throw Told.about(part, failed);
    }
  }

  /** A server that has just started writes its door down a moment later; one that was killed has left an old one. */
  private void askServer(Path part, Store.InUse why) throws IOException, InterruptedException {
    for (var tries = 1;; tries++) {
      try {
        askAtDoor(part, why);
        return;
      } catch (ConnectException | NoSuchFileException notThere) {
        if (tries == TRIES) {
          throw new IOException(
              why.getMessage() + ", and it cannot be asked: it is still starting, or you may not read "
                  + OperatorDoor.keyFile(url).orElseThrow(),
              notThere);
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void askAtDoor(Path part, Store.InUse why) throws IOException, InterruptedException {
    var key = OperatorDoor.keyFile(url)
        .filter(Files::isReadable)
        .orElseThrow(() -> new NoSuchFileException(why.getMessage()));
    var words = Files.readString(key, StandardCharsets.US_ASCII).strip().split(" ", -1);
    var request = HttpRequest.newBuilder(URI.create("http://localhost:%s/q/backup".formatted(words[0])))
        .header("Authorization", "Bearer " + words[1])
        .timeout(Duration.ofHours(1))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofFile(part));
      if (answer.statusCode() != 200) {
        throw new IOException(
            "The server could not make the backup (%d); its log says why.".formatted(answer.statusCode()));
      }
    }
  }

  // ---- restore

  private int restore(Path file, boolean confirmed)
      throws SQLException, IOException, Backup.Unusable, Store.InUse {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file " + file + ".");
    }
    try (var backup = Backup.open(file)) {
      backup.check();
      if (store.holdsData() && !confirmed) {
        throw new IllegalArgumentException(
            "There is data in the database already. To put the backup in its place, say --yes;"
                + " what is there is kept under another name.");
      }
      var leftOut = fill(backup);
      var kept = store.finish(InstantSource.system().instant());
      var restored = backup.manifest().without(leftOut);
      out.printf("Restored %d rows of %d tables, as they were at %s; counted and compared.%n", restored.rows(),
          restored.tables().size(), restored.written());
      for (var table : leftOut) {
        out.printf("Left out is a table that Lectern does not make; the backup still has it: %s (%d rows)%n",
            table.table(),
            table.rows());
      }
      if (!kept.isEmpty()) {
        out.printf("What was there before is kept: %s%n", kept);
      }
    }
    return DONE;
  }

  /** Gives what was left out. */
  private Set<Manifest.Contents> fill(Backup backup)
      throws SQLException, IOException, Backup.Unusable, Store.InUse {
    var whole = false;
    try (var connection = store.begin(backup.manifest().migration())) {
      var leftOut = new Restoring(connection, backup).run();
      whole = true;
      return leftOut;
    } finally {
      if (!whole) {
        store.forget();
      }
    }
  }
}

package org.lectern.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.flywaydb.core.Flyway;

/**
 * A database in one file of this computer.
 *
 * @param path without the extension that H2 gives it
 */
record H2File(Path path, String user, String password) implements Store {

  static final String PREFIX = "jdbc:h2:file:";
  private static final String EXTENSION = ".mv.db";
  /** Durable at each commit, and without a file beside it for what went wrong: whoever called is told. */
  private static final String SAFELY = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

  /** H2's numbers for a file that another process has open. */
  private static final List<Integer> LOCKED = List.of(90020, 90031);

  /** What is filled is used by nobody before it is whole. Written at each commit, it would become ten times as large. */
  private static final String IN_BULK = ";WRITE_DELAY=500;RETENTION_TIME=0;TRACE_LEVEL_FILE=0";

  /** The file remembers the settings of bulk; these are H2's own, and those of {@link #SAFELY}. */
  private static final List<String> AS_ALWAYS = List.of("set write_delay 0", "set retention_time 45000");

  private static Path file(Path path) {
    return path.resolveSibling(path.getFileName() + EXTENSION);
  }

  private Path staging() {
    return path.resolveSibling(path.getFileName() + "-restoring");
  }

  private String address(Path where) {
    return PREFIX + where.toAbsolutePath() + (where.equals(staging()) ? IN_BULK : SAFELY);
  }

  private Connection connect(Path where) throws SQLException, Store.InUse {
    try {
      return DriverManager.getConnection(address(where), user, password);
    } catch (SQLException e) {
      if (LOCKED.contains(e.getErrorCode())) {
        throw new Store.InUse("The server is running with this database: " + file(where));
      }
      throw e;
    }
  }

  @Override
  public Connection open() throws SQLException, Store.InUse {
    if (!Files.exists(file(path))) {
      throw new SQLException("There is no database at " + file(path) + ".");
    }
    return connect(path);
  }

  @Override
  public boolean holdsData() throws SQLException, Store.InUse {
    if (!Files.exists(file(path))) {
      return false;
    }
    try (var connection = connect(path)) {
      return Store.anyRows(connection);
    }
  }

  @Override
  public Connection begin(String migration) throws SQLException, IOException, Store.InUse, Backup.Unusable {
    forget();
    Files.createDirectories(path.toAbsolutePath().getParent());
    Store.migrate(Flyway.configure().dataSource(address(staging()), user, password), "h2",
        migration);
    return connect(staging());
  }

  /** The file that was there gets a second name before its first one is taken from it, so there is always one. */
  @Override
  public String finish(Instant now) throws SQLException, IOException, Store.InUse {
    try (var connection = connect(staging()); var statement = connection.createStatement()) {
      for (var setting : AS_ALWAYS) {
        statement.execute(setting);
      }
    }
    var kept = path.resolveSibling(path.getFileName() + "-before-restore-" + Store.suffix(now) + EXTENSION);
    var replaces = Files.exists(file(path));
    try (var filled = FileChannel.open(file(staging()), StandardOpenOption.WRITE)) {
      filled.force(true);
    }
    if (replaces) {
      Files.createLink(kept, file(path));
    }
    Files.move(file(staging()), file(path), StandardCopyOption.ATOMIC_MOVE);
    return replaces ? kept.toString() : "";
  }

  @Override
  public void forget() throws IOException {
    Files.deleteIfExists(file(staging()));
  }
}

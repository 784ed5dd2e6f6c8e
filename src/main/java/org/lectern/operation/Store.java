package org.lectern.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A database that is opened without the server. What is restored is first built beside what is there, and takes its place
 * in one step when it is whole; what was there is kept under another name.
 */
sealed interface Store permits H2File, PostgresServer {

  /**
   * The database at this address.
   *
   * @throws IllegalArgumentException when backups cannot handle it
   */
  static Store of(String url, String user, String password) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new PostgresServer(url, user, password);
    }
    var parts = url.split(";", 2);
    if (parts[0].startsWith(H2File.PREFIX)) {
      return new H2File(atHome(parts[0].substring(H2File.PREFIX.length())), user, password);
    }
    throw new IllegalArgumentException("Only databases in a file of H2 and in PostgreSQL can be backed up and restored,"
        + " and this is neither: " + parts[0]);
  }

  /** As H2 itself reads the name of a file. */
  private static Path atHome(String file) {
    return file.startsWith("~/") ? Path.of(System.getProperty("user.home"), file.substring(2)) : Path.of(file);
  }

  /**
   * Opens what is there.
   *
   * @throws InUse when a server has it open, and will not share it
   */
  Connection open() throws SQLException, InUse;

  /** Whether there is anything that would be lost. */
  boolean holdsData() throws SQLException, InUse;

  /** Begins an empty database beside what is there, with the tables of this version. */
  Connection begin(String migration) throws SQLException, IOException, InUse, Backup.Unusable;

  /**
   * Puts what was begun into its place. The connection of {@link #begin} is closed.
   *
   * @return where that is now which was there before; empty when nothing was
   */
  String finish(Instant now) throws SQLException, IOException, InUse;

  /** Throws away what was begun, after a failure. */
  void forget() throws SQLException, IOException;

  /** That a server has the database open. */
  final class InUse extends Exception {
    static final long serialVersionUID = 1;

    InUse(String message) {
      super(message);
    }
  }

  static String suffix(Instant now) {
    return DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC).format(now);
  }

  /**
   * Makes the tables of this version.
   *
   * @throws Backup.Unusable when the version is newer than all that this Lectern knows
   */
  static void migrate(FluentConfiguration flyway, String kind, String version) throws Backup.Unusable {
    var known = newest(flyway, "h2").compareTo(newest(flyway, "postgresql")) > 0
        ? newest(flyway, "h2")
        : newest(flyway, "postgresql");
    if (MigrationVersion.fromVersion(version).compareTo(known) > 0) {
      throw new Backup.Unusable("a newer Lectern wrote it: its tables have version %s, and this one knows %s"
          .formatted(version, known));
    }
    // The question mark: a version may be one of the other database alone.
    flyway.locations(locations(kind)).target(version + "?").load().migrate();
  }

  private static String[] locations(String kind) {
    return new String[]{"classpath:db/migration", "classpath:db/" + kind};
  }

  private static MigrationVersion newest(FluentConfiguration flyway, String kind) {
    return Arrays.stream(flyway.locations(locations(kind)).load().info().all())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(MigrationVersion.EMPTY);
  }

  static boolean anyRows(Connection connection) throws SQLException {
    for (var table : Table.all(connection)) {
      if (table.hasRows(connection)) {
        return true;
      }
    }
    return false;
  }
}

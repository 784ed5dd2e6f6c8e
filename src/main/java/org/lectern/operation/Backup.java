package org.lectern.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Everything in the database at one moment, in one file: a ZIP with one text for each table and, last of all, a manifest
 * that counts and hashes them. The text is the same whichever database it came from, so it goes back into either.
 */
final class Backup implements AutoCloseable {

  private static final String MANIFEST = "manifest";
  private static final String TABLES = "tables/";
  private static final String NOTHING = "There is nothing of Lectern in this database.";
  private static final int LONGEST_MANIFEST = 1 << 20;

  /** H2's own name for it; PostgreSQL's REPEATABLE READ is the same. */
  private static final int H2_SNAPSHOT = 6;

  private final ZipFile file;
  private final Manifest manifest;

  private Backup(ZipFile file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /** That a file cannot be restored. The message is a sentence for whoever wants to. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String why, Throwable cause) {
      super("This is no whole backup: " + why + ".", cause);
    }

    Unusable(String why) {
      super("This is no whole backup: " + why + ".");
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * Writes everything as it is at one moment, however much is written to the database meanwhile.
   *
   * @param connection in which nothing is under way; what it is set to is set back
   */
  static Manifest write(Connection connection, OutputStream out, Instant now) throws SQLException, IOException {
    var automatic = connection.getAutoCommit();
    var isolation = connection.getTransactionIsolation();
    connection.setAutoCommit(false);
    connection
        .setTransactionIsolation(Table.isPostgres(connection) ? Connection.TRANSACTION_REPEATABLE_READ : H2_SNAPSHOT);
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      var contents = new ArrayList<Manifest.Contents>();
      var migration = migration(connection);
      for (var table : Table.all(connection)) {
        contents.add(write(connection, table, zip));
      }
      var manifest = new Manifest(migration, now, contents);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return manifest;
    } finally {
      connection.rollback();
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(automatic);
    }
  }

  private static Manifest.Contents write(Connection connection, Table table, ZipOutputStream zip)
      throws SQLException, IOException {
    var fingerprint = new Fingerprint();
    zip.putNextEntry(new ZipEntry(TABLES + table.name()));
    table.forEachRow(connection, line -> {
      fingerprint.add(line);
      zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    });
    zip.closeEntry();
    return new Manifest.Contents(table.name(), fingerprint.rows(), fingerprint.hash(), table.columnNames());
  }

  /** The version that the tables have, from Flyway's list. */
  static String migration(Connection connection) throws SQLException {
    if (!hasHistory(connection)) {
      throw new SQLException(NOTHING);
    }
    var newest = """
        select "version" from "flyway_schema_history" where "success" = true and "version" is not null
        order by "installed_rank" desc""";
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(newest)) {
      var versions = new TreeSet<org.flywaydb.core.api.MigrationVersion>();
      while (rows.next()) {
        versions.add(org.flywaydb.core.api.MigrationVersion.fromVersion(rows.getString(1)));
      }
      if (versions.isEmpty()) {
        throw new SQLException(NOTHING);
      }
      return versions.last().getVersion();
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    try (var found = connection.getMetaData()
        .getTables(null, connection.getSchema(), "flyway\\_schema\\_history", null)) {
      return found.next();
    }
  }

  /** Opens a backup; {@link #check} before using it. */
  static Backup open(Path path) throws IOException, Unusable {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException wrong) {
      throw new Unusable("it was cut off, or is another kind of file", wrong);
    }
    try {
      return new Backup(zip, manifest(zip));
    } catch (IOException | IllegalArgumentException | Unusable wrong) {
      zip.close();
      throw wrong instanceof Unusable unusable ? unusable : new Unusable(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException, Unusable {
    var entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new Unusable("it has no list of what it holds");
    }
    try (var in = zip.getInputStream(entry)) {
      var bytes = in.readNBytes(LONGEST_MANIFEST + 1);
      if (bytes.length > LONGEST_MANIFEST) {
        throw new Unusable("its list of what it holds is too long");
      }
      return Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** Reads all of it, and compares what is there with what the manifest says. */
  void check() throws IOException, Unusable {
    var listed = new TreeSet<>(List.of(MANIFEST));
    for (var table : manifest.tables()) {
      if (!listed.add(TABLES + table.table())) {
        throw new Unusable("it lists the table " + table.table() + " twice");
      }
    }
    var present = new ArrayList<>(file.stream().map(ZipEntry::getName).sorted().toList());
    if (!present.equals(List.copyOf(listed))) {
      throw new Unusable("what it holds is not what it lists");
    }
    for (var table : manifest.tables()) {
      var fingerprint = new Fingerprint();
      try {
        forEachRow(table, fingerprint::add);
      } catch (IOException | SQLException | IllegalArgumentException damaged) {
        throw new Unusable("the table " + table.table() + " is damaged", damaged);
      }
      if (!table.matches(fingerprint)) {
        throw new Unusable("the table %s is not as it was written: %s".formatted(table.table(),
            table.rows() == fingerprint.rows()
                ? "of its %d rows at least one was changed".formatted(table.rows())
                : "it has %d rows, and had %d".formatted(fingerprint.rows(), table.rows())));
      }
    }
  }

  void forEachRow(Manifest.Contents table, Table.RowUse use) throws IOException, SQLException {
    var decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new BufferedReader(
        new InputStreamReader(file.getInputStream(file.getEntry(TABLES + table.table())), decoder))) {
      for (var line = Line.next(reader); line.isPresent(); line = Line.next(reader)) {
        use.accept(line.get());
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

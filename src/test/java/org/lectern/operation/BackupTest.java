package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.certificate.Graduate;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BackupTest {

  @Inject
  AgroalDataSource live;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String liveUrl;

  @TempDir
  Path folder;

  /** An empty database of the same kind as the one under test. */
  private BackupCommand.Address elsewhere;

  /** How a command ended, and what it said. */
  private record Ended(int code, String said) {
    boolean isWell() {
      return code == 0;
    }
  }

  @BeforeEach
  void makeAnotherDatabase() throws SQLException {
    elsewhere = liveUrl.startsWith("jdbc:postgresql:") ? newPostgres() : h2("elsewhere");
  }

  private BackupCommand.Address newPostgres() throws SQLException {
    var name = "restored_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = DriverManager.getConnection(liveUrl, "postgres", "")) {
      connection.createStatement().execute("create database " + name);
    }
    return new BackupCommand.Address(liveUrl.replaceFirst("/postgres\\b", "/" + name), "postgres", "");
  }

  private BackupCommand.Address h2(String name) {
    return new BackupCommand.Address("jdbc:h2:file:" + folder.resolve(name), "lectern", "");
  }

  private static Ended call(BackupCommand.Address database, String... arguments) {
    var said = new ByteArrayOutputStream();
    var code = BackupCommand.run(List.of(arguments), database, new PrintStream(said, true, StandardCharsets.UTF_8));
    return new Ended(code, said.toString(StandardCharsets.UTF_8));
  }

  private Path backup() throws Exception {
    var file = folder.resolve(UUID.randomUUID() + ".backup");
    try (var connection = live.getConnection(); var out = Files.newOutputStream(file)) {
      Backup.write(connection, out, java.time.Instant.parse("2026-11-21T12:00:00Z"));
    }
    return file;
  }

  private static Connection open(BackupCommand.Address database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static Map<String, String> fingerprints(Connection connection) throws Exception {
    var found = new LinkedHashMap<String, String>();
    for (var table : Table.all(connection)) {
      var fingerprint = table.fingerprint(connection);
      found.put(table.name(), fingerprint.rows() + " " + fingerprint.hash());
    }
    return found;
  }

  /** A backup of a moment in which nothing else wrote: counts of what was shown are added to the tables now and then. */
  private record Still(Path file, Map<String, String> fingerprints) {}

  private Still still() throws Exception {
    try (var connection = live.getConnection()) {
      for (var tries = 0; tries < 5; tries++) {
        var before = fingerprints(connection);
        var file = backup();
        if (fingerprints(connection).equals(before)) {
          return new Still(file, before);
        }
      }
    }
    throw new AssertionError("something writes all the time");
  }

  private static String single(Connection connection, String query) throws SQLException {
    try (var rows = connection.createStatement().executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  /** Something in every table that people fill, with a certificate that follows another. */
  private static void fill() {
    var graduate = Graduate.joins("Zoë O’Neil 李");
    var serial = graduate.passes();
    Graduate.administrator("Grace")
        .browser()
        .formParam("reason", "a \\N wrong\tname\r\n\\t")
        .formParam("name", "Zoë Ünal")
        .post("/certificates/" + serial + "/reissue")
        .then()
        .statusCode(303);
    TestPerson.onFullPath().browser().post("/courses/sample-course/s1-welcome/completion").then().statusCode(303);
  }

  @Test
  void everyTableComesBackAsItWas() throws Exception {
    fill();
    var still = still();

    assertThat(call(elsewhere, "restore", still.file().toString())).matches(Ended::isWell);

    try (var after = open(elsewhere)) {
      assertThat(fingerprints(after)).isEqualTo(still.fingerprints()).containsKeys("statement", "certificate_file");
    }
  }

  @Test
  void aConnectionThatIsJustBeingClosedDoesNotMatter() throws Exception {
    assumeTrue(liveUrl.startsWith("jdbc:postgresql:"), "H2 lets in only one");
    var file = backup();
    var leaving = open(elsewhere);
    var leaves = CompletableFuture.runAsync(() -> {
      try {
        leaving.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

    assertThat(call(elsewhere, "restore", file.toString())).matches(Ended::isWell);

    leaves.join();
  }

  @Test
  void statementsAreAppendOnlyInWhatComesBackToo() throws Exception {
    fill();
    call(elsewhere, "restore", backup().toString());

    try (var after = open(elsewhere)) {
      assertThatThrownBy(() -> after.createStatement().execute("delete from statement"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aBackupThatIsMadeWhilePeopleWriteIsOfOneMoment() throws Exception {
    var stop = new AtomicBoolean();
    Path file;
    try (var writers = Executors.newFixedThreadPool(2)) {
      for (var i = 0; i < 2; i++) {
        writers.execute(() -> {
          while (!stop.get()) {
            TestPerson.onFullPath().browser().post("/courses/sample-course/s1-welcome/completion");
          }
        });
      }
      file = backup();
      backup();
      stop.set(true);
    }

    var ended = call(elsewhere, "restore", file.toString());

    assertThat(ended.said()).startsWith("Restored ").contains("counted and compared");
    try (var after = open(elsewhere)) {
      assertThat(single(after, """
          select count(*) from person p where p.name like 'Ada Sample%'
          and not exists (select 1 from account a where a.person_id = p.id)""")).as("people without their account")
          .isEqualTo("0");
    }
  }

  @Test
  void whatOneDatabaseWroteTheOtherReads() throws Exception {
    assumeTrue(liveUrl.startsWith("jdbc:postgresql:"), "only the build for PostgreSQL has both");
    fill();
    var still = still();
    var small = h2("small");
    assertThat(call(small, "restore", still.file().toString())).matches(Ended::isWell);
    var back = folder.resolve("from-h2.backup");
    assertThat(call(small, "backup", back.toString())).matches(Ended::isWell);

    assertThat(call(elsewhere, "restore", back.toString())).matches(Ended::isWell);

    try (var after = open(elsewhere)) {
      assertThat(fingerprints(after)).isEqualTo(still.fingerprints());
    }
  }

  @Test
  void dataIsOnlyReplacedWhenSomebodySaysSoAndIsKept() throws Exception {
    fill();
    var file = backup();
    call(elsewhere, "restore", file.toString());
    fill();
    var later = still();

    var refused = call(elsewhere, "restore", later.file().toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.said()).startsWith("There is data in the database already.");
    var replaced = call(elsewhere, "restore", later.file().toString(), "--yes");

    assertThat(replaced.said()).contains("What was there before is kept: ");
    try (var after = open(elsewhere)) {
      assertThat(fingerprints(after)).isEqualTo(later.fingerprints());
    }
  }

  @Test
  void theCommandBacksUpWhatItRestored() throws Exception {
    fill();
    call(elsewhere, "restore", backup().toString());
    var file = folder.resolve("again.backup");

    var ended = call(elsewhere, "backup", file.toString());

    assertThat(ended.said()).startsWith("Backed up ").contains("read again and found whole");
    assertThat(call(elsewhere, "backup", file.toString()))
        .isEqualTo(new Ended(3, "There is a file " + file + " already; choose another name.\n"));
    assertThat(Files.getPosixFilePermissions(file)).extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws Exception {
    var file = backup();
    var bytes = Files.readAllBytes(file);
    for (var length : List.of(0, 10, bytes.length / 2, bytes.length - 1)) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));

      assertRefused(file, "it was cut off, or is another kind of file");
    }
  }

  @Test
  void aFileInWhichSomethingWasChangedIsRefused() throws Exception {
    fill();
    var file = backup();
    var lines = entries(file);
    change(lines, "tables/person", "Zoë", "Zoé");

    assertRefused(written(lines), "the table person is not as it was written: of its ");
  }

  @Test
  void aFileInWhichRowsAreMissingSaysHowMany() throws Exception {
    fill();
    var lines = entries(backup());
    var rows = lines.getOrDefault("tables/person", "").lines().count();
    change(lines, "tables/person", "^[^\n]*\n", "");

    assertRefused(written(lines),
        "the table person is not as it was written: it has %d rows, and had %d.".formatted(rows - 1, rows));
  }

  @Test
  void aFileWithATableTooManyOrTooFewIsRefused() throws Exception {
    var file = backup();
    var more = entries(file);
    more.put("../../evil", "x");
    assertRefused(written(more), "what it holds is not what it lists");

    var fewer = entries(file);
    fewer.remove("tables/person");
    assertRefused(written(fewer), "what it holds is not what it lists");
  }

  @Test
  void aListThatWantsToBeAnOrderToTheDatabaseIsRefused() throws Exception {
    var lines = entries(backup());
    change(lines, "manifest", "(?m)^person ", "person;drop ");

    assertRefused(written(lines), "it names a table or a column that cannot be one");
  }

  @Test
  void aTableThatIsNotLecternsIsLeftOutAndToldOf() throws Exception {
    var file = backup();
    var lines = entries(file);
    change(lines, "manifest", "\\z", "stranger 0 " + "0".repeat(64) + " id\n");
    lines.put("tables/stranger", "");

    var ended = call(elsewhere, "restore", written(lines).toString());

    assertThat(ended.code()).isZero();
    try (var ours = Backup.open(file); var after = open(elsewhere)) {
      assertThat(ended.said())
          .startsWith(
              "Restored %d rows of %d tables, ".formatted(ours.manifest().rows(), ours.manifest().tables().size()))
          .endsWith("Left out is a table that Lectern does not make; the backup still has it: stranger (0 rows)\n");
      assertThat(fingerprints(after)).containsKey("person").doesNotContainKey("stranger");
    }
  }

  @Test
  void aTableThatIsNotLecternsAndCannotBeBackedUpIsNamed() throws Exception {
    assertThat(call(elsewhere, "restore", backup().toString())).matches(Ended::isWell);
    try (var connection = open(elsewhere)) {
      connection.createStatement().execute("create table stranger (id integer primary key, opens time)");
    }
    var file = folder.resolve("again.backup");

    var ended = call(elsewhere, "backup", file.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .startsWithIgnoringCase("The table stranger cannot be backed up: backups do not know the type time")
        .endsWith("What is not Lectern's belongs into another schema.\n");
    assertThat(file).doesNotExist();
  }

  @Test
  void aBackupOfANewerLecternIsRefused() throws Exception {
    var lines = entries(backup());
    change(lines, "manifest", "\n[^\n]+\n", "\n999\n");

    assertRefused(written(lines), "a newer Lectern wrote it");
  }

  @Test
  void anotherZipIsRefused() throws Exception {
    assertRefused(written(new LinkedHashMap<>(Map.of("manifest", "hello\n"))), "it is not of the format");
    assertRefused(written(new LinkedHashMap<>(Map.of("readme", "hello\n"))), "it has no list of what it holds");
  }

  @Test
  void aRowThatBreaksARuleLeavesNothingBehind() throws Exception {
    fill();
    var lines = entries(backup());
    lines.put("tables/account", "");
    change(lines, "manifest", "(?m)^account \\d+ [0-9a-f]+", "account 0 " + "0".repeat(64));

    var ended = call(elsewhere, "restore", written(lines).toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said()).hasLineCount(1)
        .containsIgnoringCase("foreign key")
        .doesNotContain("insert into", "SQL statement");
    assertNothingWasRestored();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var nowhere = folder.resolve("nowhere");

    assertThat(call(elsewhere, "backup", nowhere.resolve("lectern.backup").toString()))
        .isEqualTo(new Ended(3, "There is no folder " + nowhere + ".\n"));
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedWithTheReason() throws Exception {
    var inTheWay = folder.resolve("lectern.backup.part");
    Files.createDirectories(inTheWay.resolve("inside"));

    assertThat(call(elsewhere, "backup", folder.resolve("lectern.backup").toString()))
        .isEqualTo(new Ended(1, inTheWay + ": it is a folder, and not empty\n"));
    assertThat(call(elsewhere, "backup", folder.resolve("x".repeat(300)).toString()).said())
        .contains("x.part: File name too long");
  }

  @Test
  void whereNothingOfLecternIsThereIsNothingToBackUp() throws Exception {
    open(elsewhere).close();
    var file = folder.resolve("nothing.backup");

    assertThat(call(elsewhere, "backup", file.toString()))
        .isEqualTo(new Ended(1, "There is nothing of Lectern in this database.\n"));
    assertThat(file).doesNotExist();
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsNamedWithItsUserButNotWithSecrets() {
    assumeTrue(liveUrl.startsWith("jdbc:postgresql:"), "it is about the driver of PostgreSQL");
    var stranger = elsewhereAs("stranger");
    var closed = new BackupCommand.Address("jdbc:postgresql://localhost:1/lectern?password=secret", "lectern", "");
    var file = folder.resolve("nothing.backup").toString();

    assertThat(call(stranger, "backup", file).said()).isEqualTo(
        "%s cannot be opened by the user \"stranger\": role \"stranger\" does not exist%n",
        stranger.url());
    assertThat(call(closed, "backup", file).said()).hasLineCount(1)
        .startsWith("jdbc:postgresql://localhost:1/lectern cannot be opened by the user \"lectern\": Connection to ")
        .doesNotContain("secret");
  }

  /** An address may itself say who comes, and would win. */
  private BackupCommand.Address elsewhereAs(String user) {
    return new BackupCommand.Address(elsewhere.url().split("\\?", 2)[0], user, "");
  }

  @Test
  void whoDoesNotOwnTheDatabaseIsToldToBeforeAnythingIsRestored() throws Exception {
    assumeTrue(liveUrl.startsWith("jdbc:postgresql:"), "a file of H2 has one user");
    var visitor = "visitor_" + UUID.randomUUID().toString().replace("-", "");
    String database;
    try (var connection = open(elsewhere)) {
      connection.createStatement().execute("create role " + visitor + " login");
      database = single(connection, "select current_database()");
    }

    assertThat(call(elsewhereAs(visitor), "restore", backup().toString()))
        .isEqualTo(new Ended(1,
            "Lectern's user must own the database and its schema, to restore into it: createdb --owner %s %s%n"
                .formatted(visitor, database)));
    assertNothingWasRestored();
  }

  private void assertRefused(Path file, String why) throws Exception {
    var ended = call(elsewhere, "restore", file.toString());

    assertThat(ended.said()).startsWith("This is no whole backup: ").contains(why);
    assertThat(ended.code()).isEqualTo(1);
    assertNothingWasRestored();
  }

  private void assertNothingWasRestored() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("restoring"));
    }
    if (elsewhere.url().startsWith("jdbc:postgresql:")) {
      try (var connection = open(elsewhere)) {
        assertThat(Table.all(connection)).isEmpty();
        assertThat(single(connection, "select count(*) from pg_namespace where nspname like 'lectern%'"))
            .isEqualTo("0");
      }
    } else {
      assertThat(folder.resolve("elsewhere.mv.db")).doesNotExist();
    }
  }

  private static void change(Map<String, String> entries, String entry, String pattern, String replacement) {
    entries.computeIfPresent(entry, (name, text) -> text.replaceFirst(pattern, replacement));
  }

  private static Map<String, String> entries(Path file) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : new ArrayList<>(zip.stream().toList())) {
        entries.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private Path written(Map<String, String> entries) throws IOException {
    var file = Files.createTempFile(folder, "changed", ".backup");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}

package org.lectern.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;

/**
 * Hands a backup to {@code ./lectern backup} while the server has the file of H2 open. The door is on the port of
 * operators, and opens with a secret that lies beside the database: whoever can read that can read the database too.
 */
@ApplicationScoped
public class OperatorDoor {

  /** How often, and at which distance in milliseconds, it is looked whether the port is open. */
  private static final int TRIES = 200;
  private static final long PAUSE = 50;
  private static final Logger LOG = Logger.getLogger(OperatorDoor.class);
  private static final String BEARER = "Bearer ";
  private static final String PART = ".part";

  private final AgroalDataSource database;
  private final InstantSource clock;
  private final Config config;
  private final Optional<Path> file;
  private final byte[] secret;
  private final ReentrantLock busy = new ReentrantLock();

  OperatorDoor(AgroalDataSource database, InstantSource clock, Config config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.file = keyFile(config.getValue("quarkus.datasource.jdbc.url", String.class));
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.secret = HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
  }

  /** Where port and secret are written for this database; nowhere, when others than this server can open it. */
  static Optional<Path> keyFile(String url) {
    return url.startsWith(H2File.PREFIX) && Store.of(url, "", "") instanceof H2File it
        ? Optional.of(it.path().resolveSibling(it.path().getFileName() + ".door"))
        : Optional.empty();
  }

  void route(@Observes ManagementInterface management) {
    management.router().post("/q/backup").blockingHandler(this::backup);
  }

  void listening(@ObservesAsync HttpServerStart started) {
    file.ifPresent(key -> {
      try {
        clearAway(key);
        var port = awaitPort();
        writePrivately(key, "%d %s\n".formatted(port, new String(secret, StandardCharsets.US_ASCII)));
      } catch (IOException e) {
        LOG.warnf("backups need the server stopped: %s cannot be written", key);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    });
  }

  /** The port of operators opens beside that of everybody, perhaps a moment later; until then any free one is 0. */
  private int awaitPort() throws InterruptedException {
    var port = config.getValue("quarkus.management.port", Integer.class);
    for (var tries = 0; port == 0 && tries < TRIES; tries++) {
      Thread.sleep(PAUSE);
      port = config.getValue("quarkus.management.port", Integer.class);
    }
    return port;
  }

  /** Makes a file that only its owner reads, where the file system knows owners. */
  static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    createPrivately(file);
    Files.writeString(file, text);
  }

  static void createPrivately(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file, PosixFilePermissions
          .asFileAttribute(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
    } else {
      Files.createFile(file);
    }
  }

  private void backup(RoutingContext context) {
    if (!isOpenTo(context.request().getHeader("Authorization"))) {
      LOG.warn("a backup was refused: the secret was wrong");
      context.response().setStatusCode(401).end();
      return;
    }
    if (!busy.tryLock()) {
      context.response().setStatusCode(409).end();
      return;
    }
    try {
      var key = file.orElseThrow();
      var part = Files.createTempFile(folder(key), key.getFileName().toString(), PART);
      // However this ends: sent, failed, or given up by whoever wanted it.
      context.addEndHandler(ended -> delete(part));
      try (var connection = database.getConnection(); var out = Files.newOutputStream(part)) {
        var manifest = Backup.write(connection, out, clock.instant());
        LOG.infof("backup: %d tables, %d rows", manifest.tables().size(), manifest.rows());
      }
      context.response().putHeader("Content-Type", "application/zip").sendFile(part.toString());
    } catch (SQLException | IOException e) {
      LOG.error("the backup failed", e);
      context.response().setStatusCode(500).end();
    } finally {
      busy.unlock();
    }
  }

  private static Path folder(Path key) {
    return Objects.requireNonNull(key.toAbsolutePath().getParent());
  }

  /** A server that went away in the middle of a backup of this database has left a copy of everything. */
  static void clearAway(Path key) throws IOException {
    var name = key.getFileName().toString();
    try (var neighbours = Files.newDirectoryStream(folder(key))) {
      for (var file : neighbours) {
        var left = file.getFileName().toString();
        if (left.startsWith(name) && left.endsWith(PART)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private boolean isOpenTo(@Nullable String authorization) {
    return file.isPresent() && authorization != null && authorization.startsWith(BEARER) && MessageDigest
        .isEqual(authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), secret);
  }

  @PreDestroy
  void close() {
    file.ifPresent(OperatorDoor::delete);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

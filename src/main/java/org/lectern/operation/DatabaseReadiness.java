package org.lectern.operation;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;

/**
 * Whether the database answers, has the tables of this version, and has a connection to spare. Asked by anybody as often
 * as they like, so it looks at most once a second, and only one request at a time waits for the answer.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);
  private static final int SECONDS_TO_ANSWER = 2;

  private final AgroalDataSource database;
  private final Flyway flyway;
  private final InstantSource clock;
  private final int connections;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Found found = new Found(Instant.EPOCH, "not asked yet");
  private @Nullable String version;

  DatabaseReadiness(
      AgroalDataSource database,
      Flyway flyway,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    this.database = database;
    this.flyway = flyway;
    this.clock = clock;
    this.connections = connections;
  }

  /**
   * What the last look found.
   *
   * @param trouble what is wrong; empty when nothing is
   */
  private record Found(Instant at, String trouble) {}

  @Override
  public HealthCheckResponse call() {
    var last = lookAgain();
    var answer = HealthCheckResponse.named("database")
        .status(last.trouble().isEmpty())
        .withData("connectionsInUse", database.getMetrics().activeCount())
        .withData("connectionsAtMost", connections)
        .withData("waiting", database.getMetrics().awaitingCount());
    Optional.ofNullable(version).ifPresent(migrated -> answer.withData("migratedTo", migrated));
    if (!last.trouble().isEmpty()) {
      answer.withData("trouble", last.trouble());
    }
    return answer.build();
  }

  private Found lookAgain() {
    var now = clock.instant();
    var fresh = !now.isBefore(found.at()) && now.isBefore(found.at().plus(GOOD_FOR));
    if (fresh || !looking.tryLock()) {
      return found;
    }
    try {
      found = new Found(now, trouble());
      return found;
    } finally {
      looking.unlock();
    }
  }

  private String trouble() {
    var metrics = database.getMetrics();
    if (metrics.awaitingCount() > 0 && metrics.activeCount() >= connections) {
      return "all connections are in use, and requests wait for one";
    }
    try (var connection = database.getConnection()) {
      if (!connection.isValid(SECONDS_TO_ANSWER)) {
        return "it does not answer";
      }
      return migration();
    } catch (SQLException | RuntimeException unreachable) {
      LOG.warnf("the database is not ready: %s", unreachable.getMessage());
      return "it cannot be reached";
    }
  }

  /** What is migrated stays so; looked at until it is. */
  private String migration() {
    if (version == null) {
      var info = flyway.info();
      if (info.pending().length > 0 || info.current() == null) {
        return "its tables are not those of this version yet";
      }
      version = info.current().getVersion().toString();
    }
    return "";
  }
}

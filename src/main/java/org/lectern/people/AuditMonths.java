package org.lectern.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;
import org.lectern.platform.Job;

import io.smallrye.health.api.Wellness;

/**
 * Makes the months of the audit trail ahead on PostgreSQL, where it is divided by month. What has no month is caught by a
 * partition of its own, so nothing is lost when this fails; but it says so, loudly, months before it would matter.
 */
@Default
@Wellness
@ApplicationScoped
public class AuditMonths implements Job, HealthCheck {

  private static final Logger LOG = Logger.getLogger(AuditMonths.class);

  /** How many months beyond the current one there should be. */
  static final int AHEAD = 13;

  private final DataSource database;
  private final InstantSource clock;
  private final boolean divided;

  AuditMonths(
      DataSource database,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this.database = database;
    this.clock = clock;
    this.divided = kind.equals("postgresql");
  }

  @Override
  public String name() {
    return "audit-months";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    if (divided) {
      months().forEach(this::make);
    }
  }

  private IntStream months() {
    return IntStream.rangeClosed(0, AHEAD);
  }

  private LocalDate firstDay(int ahead) {
    return YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).plusMonths(ahead).atDay(1);
  }

  /** Each month in a transaction of its own, so that one that fails does not stand in the way of the others. */
  private void make(int ahead) {
    var month = firstDay(ahead);
    try (var connection = database.getConnection();
        var call = connection.prepareStatement("select make_audit_month(?)")) {
      call.setObject(1, month);
      call.execute();
    } catch (SQLException e) {
      LOG.errorf(e, "the part of the audit trail for %s could not be made; its lines go to audit_entry_other", month);
    }
  }

  /** How many of the months that should be there are missing. */
  int missing() throws SQLException {
    if (!divided) {
      return 0;
    }
    var missing = 0;
    try (var connection = database.getConnection();
        var query = connection
            .prepareStatement("select to_regclass('audit_entry_' || to_char(cast(? as date), 'YYYY_MM'))")) {
      for (var ahead : months().toArray()) {
        query.setObject(1, firstDay(ahead));
        try (var row = query.executeQuery()) {
          row.next();
          missing += row.getString(1) == null ? 1 : 0;
        }
      }
    }
    return missing;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("audit-months");
    try {
      var missing = missing();
      return answer.status(missing == 0).withData("missing", missing).build();
    } catch (SQLException e) {
      return answer.down().withData("error", String.valueOf(e.getSQLState())).build();
    }
  }
}

package org.lectern.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

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
    try {
      missing().forEach(this::make);
    } catch (SQLException e) {
      LOG.error("the months of the audit trail cannot be looked at", e);
    }
  }

  /** Each month in a transaction of its own, so that one that fails does not stand in the way of the others. */
  private void make(LocalDate month) {
    try (var connection = database.getConnection();
        var call = connection.prepareStatement("select make_audit_month(?)")) {
      call.setObject(1, month);
      call.execute();
    } catch (SQLException e) {
      LOG.errorf(e, "the part of the audit trail for %s could not be made; its lines go to audit_entry_other", month);
    }
  }

  /**
   * The months that have no part of their own and should: this one, those ahead, and those of lines that had nowhere else to
   * go, as when a backup is restored that is older than this database.
   *
   * @return the first day of each, in UTC
   */
  List<LocalDate> missing() throws SQLException {
    if (!divided) {
      return List.of();
    }
    var now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    try (var connection = database.getConnection(); var query = connection.prepareStatement("""
        select month from (
          select generate_series(?, ?, interval '1 month')::date as month
          union
          select date_trunc('month', happened_at at time zone 'UTC')::date from audit_entry_other) wanted
        where to_regclass('audit_entry_' || to_char(month, 'YYYY_MM')) is null
        order by month""")) {
      query.setObject(1, now.atDay(1).atStartOfDay());
      query.setObject(2, now.plusMonths(AHEAD).atDay(1).atStartOfDay());
      try (var rows = query.executeQuery()) {
        var months = new ArrayList<LocalDate>();
        while (rows.next()) {
          months.add(rows.getObject(1, LocalDate.class));
        }
        return months;
      }
    }
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("audit-months");
    try {
      var missing = missing().size();
      return answer.status(missing == 0).withData("missing", missing).build();
    } catch (SQLException e) {
      return answer.down().withData("error", String.valueOf(e.getSQLState())).build();
    }
  }
}

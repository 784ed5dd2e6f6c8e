package org.lectern.platform;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * How migrations behave beside servers that are at work, on PostgreSQL: they wait for a lock for a few seconds at most,
 * because everybody else queues behind them, and take as long as they need for what blocks nobody. Before the first, the
 * database is waited for.
 */
@ApplicationScoped
public class GentleMigrations extends BaseCallback implements FlywayConfigurationCustomizer {

  private static final String MANNERS = "set local lock_timeout = '5s'; set local statement_timeout = 0; "
      + "set local idle_in_transaction_session_timeout = 0";

  private final boolean gentle;
  private int networkTimeout;

  GentleMigrations(@ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    gentle = kind.equals("postgresql");
  }

  @Override
  public void customize(FluentConfiguration flyway) {
    DatabaseWait.ofServer().until(flyway.getDataSource());
    if (gentle) {
      flyway.callbacks(this);
    }
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE_ERROR;
  }

  @Override
  public void handle(Event event, Context context) {
    var connection = context.getConnection();
    try {
      if (event == Event.BEFORE_EACH_MIGRATE) {
        networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        try (var statement = connection.createStatement()) {
          statement.execute(MANNERS);
        }
      } else {
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
      }
    } catch (SQLException e) {
      throw new FlywayException("a migration could not be told how to behave", e);
    }
  }
}

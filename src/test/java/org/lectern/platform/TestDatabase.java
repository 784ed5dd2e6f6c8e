package org.lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The database of the tests: H2 in memory, or in the PostgreSQL build a PostgreSQL that lives as long as they do. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    if (!ConfigProvider.getConfig().getValue("quarkus.datasource.db-kind", String.class).equals("postgresql")) {
      return Map.of();
    }
    try {
      postgres = EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          // Sorts as people do, as most installed ones: what relies on the order of bytes fails here.
          .setLocaleConfig("locale-provider", "icu")
          .setLocaleConfig("icu-locale", "en")
          .start();
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
          "quarkus.datasource.username", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

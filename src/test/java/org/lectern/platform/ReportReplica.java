package org.lectern.platform;

import java.util.HashMap;
import java.util.Map;

/** A database with a second way to it, as if that were a replica. */
public class ReportReplica extends TestDatabase {

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    settings.put("quarkus.datasource.reports.jdbc.url",
        settings.getOrDefault("quarkus.datasource.jdbc.url", "jdbc:h2:mem:lectern;DB_CLOSE_DELAY=-1"));
    settings.put("quarkus.datasource.reports.username",
        settings.getOrDefault("quarkus.datasource.username", "lectern"));
    return settings;
  }
}

package org.lectern;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Tests of the courses that are shipped, instead of the sample course, without the people of other tests. */
public class RealContent implements QuarkusTestProfile {

  /** The course that the tests walk through. */
  static final String COURSE = "un-human-rights-responsibilities";

  @Override
  public Map<String, String> getConfigOverrides() {
    return PackagedServer.database().equals("h2")
        ? Map.of("lectern.content", "content", "quarkus.datasource.jdbc.url", "jdbc:h2:mem:real;DB_CLOSE_DELAY=-1")
        : Map.of("lectern.content", "content");
  }
}

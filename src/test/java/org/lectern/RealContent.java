package org.lectern;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Tests of the courses that are shipped, instead of the sample course. */
public class RealContent implements QuarkusTestProfile {

  /** The course that the tests walk through. */
  static final String COURSE = "un-human-rights-responsibilities";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("lectern.content", "content");
  }
}

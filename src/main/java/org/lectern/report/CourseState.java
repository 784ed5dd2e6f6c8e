package org.lectern.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far somebody has come in a course. Everybody is in exactly one of these. */
public enum CourseState {
  NOT_STARTED, UNDER_WAY,
  /** All units of the path are done; only the assessment is left. */
  TO_BE_ASSESSED,
  /** Passed, without a certificate that stands. */
  PASSED,
  /** Passed, with a certificate that stands. */
  CERTIFIED;

  /** Asks for everybody who has passed, with or without a certificate. */
  static final String EVERYBODY_WHO_PASSED = "passed";

  /** The name in addresses and files: {@code not-started}. */
  public String id() {
    return this == PASSED ? "without-certificate" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names that a filter takes. */
  static List<String> filters() {
    return List.of(NOT_STARTED.id(), UNDER_WAY.id(), TO_BE_ASSESSED.id(), EVERYBODY_WHO_PASSED, PASSED.id(),
        CERTIFIED.id());
  }

  /** The states that a filter asks for; empty when there is no such filter. */
  static Optional<Set<CourseState>> asked(String filter) {
    if (filter.equals(EVERYBODY_WHO_PASSED)) {
      return Optional.of(Set.of(PASSED, CERTIFIED));
    }
    return java.util.Arrays.stream(values()).filter(state -> state.id().equals(filter)).findFirst().map(Set::of);
  }
}

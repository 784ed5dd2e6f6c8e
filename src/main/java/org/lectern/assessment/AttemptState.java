package org.lectern.assessment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an attempt stands. Only an open one changes, once: {@code OPEN → PASSED | FAILED | ABANDONED}. */
public enum AttemptState {
  /** Answers are taken. */
  OPEN,
  /** Submitted, and the score reached the pass mark. */
  PASSED,
  /** Submitted, and the score did not reach the pass mark. */
  FAILED,
  /** Ended without a submission; it counts like a failed one, or people could look at questions for nothing. */
  ABANDONED;

  /** The name in the API: {@code open}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the attempt delays the next one. */
  boolean countsAsFailure() {
    return this == FAILED || this == ABANDONED;
  }

  /**
   * The state after submission.
   *
   * @param score per cent
   * @param passMark per cent
   * @throws IllegalStateException when the attempt is not open
   */
  AttemptState submitted(int score, int passMark) {
    mustBeOpen();
    return score >= passMark ? PASSED : FAILED;
  }

  /**
   * The state after giving up.
   *
   * @throws IllegalStateException when the attempt is not open
   */
  AttemptState abandoned() {
    mustBeOpen();
    return ABANDONED;
  }

  private void mustBeOpen() {
    if (this != OPEN) {
      throw new IllegalStateException("an attempt that is " + id() + " does not change");
    }
  }
}

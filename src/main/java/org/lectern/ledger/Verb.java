package org.lectern.ledger;

import java.util.Locale;
import java.util.Optional;

/** What somebody did. */
public enum Verb {
  /** A page was read, a check or case was finished, a clip was watched. */
  COMPLETED,
  /** A question was answered, or a choice was made in a case. */
  ANSWERED,
  /** The final assessment was passed. */
  PASSED,
  /** The final assessment was not passed. */
  FAILED,
  /** An earlier statement is declared wrong. */
  VOIDED;

  /** The name in the API: {@code completed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Verb> of(String id) {
    for (var verb : values()) {
      if (verb.id().equals(id)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }
}

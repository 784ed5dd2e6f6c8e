package org.lectern.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That a statement is durable, and what there is to say to it. */
public record Recorded(UUID id, Instant stored, Optional<Feedback> feedback) {

  /**
   * What an answer was worth.
   *
   * @param text HTML
   */
  public record Feedback(boolean success, String text) {}
}

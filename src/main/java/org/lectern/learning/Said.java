package org.lectern.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.lectern.ledger.Verb;

/**
 * What a learner says they did.
 *
 * @param id chosen by the learner's browser or program; the same id again changes nothing
 * @param activity {@code unit}, or {@code unit/part} for a question, a node or a clip
 * @param response the answer; for what was completed there is none, and none is kept
 * @param timestamp when they did it
 */
public record Said(UUID id, Verb verb, String activity, List<String> response, Instant timestamp) {

  public Said {
    response = verb == Verb.ANSWERED ? List.copyOf(response) : List.of();
  }

  static Said completed(UUID id, String activity, Instant timestamp) {
    return new Said(id, Verb.COMPLETED, activity, List.of(), timestamp);
  }

  static Said answered(UUID id, String activity, List<String> response, Instant timestamp) {
    return new Said(id, Verb.ANSWERED, activity, response, timestamp);
  }
}

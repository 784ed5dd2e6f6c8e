package org.lectern.assessment;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has passed the final assessment. Fired in the transaction that records it.
 *
 * @param path the id of the path that the attempt was made on
 * @param edition as {@link org.lectern.content.Edition#toString()} writes it
 * @param language the language of the attempt (BCP 47)
 * @param score per cent
 */
public record AssessmentPassed(
    UUID personId,
    UUID registrationId,
    UUID attemptId,
    String courseId,
    String path,
    String edition,
    String language,
    int score,
    Instant at) {}

package org.lectern.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody has passed the final assessment. Fired in the transaction that records it.
 *
 * @param courseTitle as it was when the attempt was opened, in its language
 * @param path the id of the path that the attempt was made on
 * @param taken what that path was in this edition; empty of attempts from before this was kept
 * @param edition as {@link org.lectern.content.Edition#toString()} writes it
 * @param language the language of the attempt (BCP 47)
 * @param score per cent
 */
public record AssessmentPassed(
    UUID personId,
    UUID registrationId,
    UUID attemptId,
    String courseId,
    String courseTitle,
    String path,
    Optional<PathTaken> taken,
    String edition,
    String language,
    int score,
    Instant at) {}

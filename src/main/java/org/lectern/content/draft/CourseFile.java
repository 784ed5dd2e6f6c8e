package org.lectern.content.draft;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Passage;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Value.Scalar;

/** {@code course.yaml}, as written. Texts in several languages are maps by language. */
public record CourseFile(Spot spot, Scalar id, String version, String source, Map<String, String> title,
    Map<String, String> summary, String contactName, Scalar contactEmail, Map<String, Map<String, String>> objectives,
    List<PathEntry> paths, Scalar defaultPath, AssessmentEntry assessment, List<CodeEntry> codes,
    Map<String, String> wording, Map<String, String> issuer, List<Passage> passages) {

  /** Whether nothing could be read: there is no policy to hold the course against. */
  public boolean isEmpty() {
    return passages.isEmpty();
  }

  public record PathEntry(Spot spot, String id, Map<String, String> title, List<Scalar> modules,
      List<Scalar> jobNetworks, Map<String, String> authority, int minutes, Spot minutesSpot) {}

  public record AssessmentEntry(Spot spot, String id, Map<String, String> title, int minutes, int passMark,
      List<Draw> draw, List<Duration> waits) {}

  /** How many items are drawn from a module's pool. */
  public record Draw(Scalar module, int items) {}

  public record CodeEntry(Scalar system, Optional<Scalar> path, Optional<Scalar> language, Scalar code) {}
}

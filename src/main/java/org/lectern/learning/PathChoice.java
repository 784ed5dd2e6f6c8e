package org.lectern.learning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.lectern.content.Course;
import org.lectern.content.Path;
import org.lectern.people.Engagement;

/**
 * Which path a person takes through a course, and why: the bulletin gives each job network its path (§3.3). Nobody
 * chooses it, and nobody is blocked when their job network is not known.
 *
 * @param jobNetwork the job network that decided; empty when the path is provisional
 */
public record PathChoice(Path path, Optional<String> jobNetwork) {

  /** Whether the path is only the course's default, because no known job network decides. */
  public boolean isProvisional() {
    return jobNetwork.isEmpty();
  }

  /** The path for somebody with these engagements; with several at once, the one with the most modules. */
  public static PathChoice of(Course course, List<Engagement> engagements) {
    return ofNetworks(course,
        engagements.stream().flatMap(engagement -> Optional.ofNullable(engagement.jobNetwork).stream()).toList());
  }

  /** The path for somebody in these job networks; with several at once, the one with the most modules. */
  static PathChoice ofNetworks(Course course, List<String> jobNetworks) {
    return jobNetworks.stream()
        .flatMap(network -> course.pathFor(network).map(path -> new PathChoice(path, Optional.of(network))).stream())
        .max(Comparator.comparingInt(choice -> choice.path().modules().size()))
        .orElseGet(() -> new PathChoice(course.fallbackPath(), Optional.empty()));
  }

  /** The path that this person takes on {@code day}. */
  public static PathChoice of(Course course, UUID personId, LocalDate day) {
    return of(course, Engagement.on(personId, day));
  }
}

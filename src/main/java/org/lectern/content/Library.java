package org.lectern.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the content files say, at one moment. Immutable; an edit makes a new one.
 *
 * @param courses by course id, in the order of their ids
 * @param jobNetworks in the order of their file
 */
public record Library(Map<String, Course> courses, List<JobNetwork> jobNetworks) {

  public static final Library EMPTY = new Library(Map.of(), List.of());

  public Library {
    courses = Ordered.copyOf(courses);
    jobNetworks = List.copyOf(jobNetworks);
  }

  public Optional<Course> course(String id) {
    return Optional.ofNullable(courses.get(id));
  }

  /** The job networks that are in use on {@code day}. */
  public List<JobNetwork> jobNetworksOn(LocalDate day) {
    return jobNetworks.stream().filter(network -> network.isInUse(day)).toList();
  }

  public Optional<JobNetwork> jobNetwork(String code) {
    return jobNetworks.stream().filter(network -> network.code().equals(code)).findFirst();
  }
}

package org.lectern.content;

import java.util.List;

/**
 * The modules that a learner takes.
 *
 * @param modules module ids, in the order of the course
 * @param jobNetworks the codes of the job networks that take this path
 * @param authority who says so, for instance "bulletin §3.3(a)"
 * @param minutes what the course states for this path
 */
public record Path(
    String id, Localized title, List<String> modules, List<String> jobNetworks, Localized authority, int minutes) {

  public Path {
    modules = List.copyOf(modules);
    jobNetworks = List.copyOf(jobNetworks);
  }

  public boolean includes(String moduleId) {
    return modules.contains(moduleId);
  }
}

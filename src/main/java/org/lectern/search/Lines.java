package org.lectern.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.learning.Progress;
import org.lectern.people.Engagements;
import org.lectern.platform.Viewer;

/** Results with what they mean to the one who looks: whether they are on the path, and whether they are done. */
@ApplicationScoped
class Lines {

  private final Viewer viewer;
  private final Engagements engagements;

  Lines(Viewer viewer, Engagements engagements) {
    this.viewer = viewer;
    this.engagements = engagements;
  }

  /** Lines for some of what was found, in their order. */
  List<Line> of(List<Entry> entries, Finding finding) {
    if (entries.isEmpty()) {
      return List.of();
    }
    var courses = entries.stream()
        .map(Entry::course)
        .distinct()
        .flatMap(id -> finding.library().course(id).stream())
        .toList();
    var progress = Progress.ofAll(courses, viewer.language(), viewer.person(), engagements.today())
        .stream()
        .collect(Collectors.toMap(one -> one.course().id(), one -> one));
    return entries.stream()
        .flatMap(entry -> Optional.ofNullable(progress.get(entry.course()))
            .map(one -> Line.of(entry, finding, one, viewer.language()))
            .stream())
        .toList();
  }
}

package org.lectern.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.lectern.content.Unit;
import org.lectern.ledger.EditionUnit;
import org.lectern.ledger.Statement;

/**
 * What an author has changed while a learner was away: computed from the editions that the learner's statements name.
 *
 * @param sinceLastVisit what differs between the edition in which the learner last did something, and the present one
 * @param updated completed units that say something else than when the learner last did something there
 */
record Changes(List<Change> sinceLastVisit, Set<String> updated) {

  static final Changes NONE = new Changes(List.of(), Set.of());

  Changes {
    sinceLastVisit = List.copyOf(sinceLastVisit);
    updated = Set.copyOf(updated);
  }

  /** What happened to a unit. */
  enum Kind {
    ADDED, CHANGED, REMOVED
  }

  /** A unit that is not as it was. */
  record Change(Kind kind, String unit, String title) {
    public boolean isThere() {
      return kind != Kind.REMOVED;
    }

    /** {@code added}, {@code changed} or {@code removed}. */
    public String id() {
      return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Reads the ledger. */
  static Changes of(Progress progress, UUID personId) {
    var course = progress.course();
    if (!Statement.isOfOtherEditions(personId, course.id(), course.edition().toString())) {
      return NONE;
    }
    var visits = Statement.visits(personId, course.id());
    var earlier = visits.stream()
        .map(Statement.Visit::edition)
        .filter(edition -> !edition.equals(course.edition().toString()))
        .collect(Collectors.toSet());
    return between(progress, visits, EditionUnit.of(course.id(), progress.text().language(), earlier));
  }

  /**
   * Compares.
   *
   * @param editions the units of earlier editions; of an edition that is not there, nothing is said
   */
  static Changes between(
      Progress progress, List<Statement.Visit> visits, Map<String, Map<String, EditionUnit>> editions) {
    // An attempt is submitted in the edition in which it was opened, however much was read since.
    var assessment = progress.course().assessment().id();
    var seen = visits.stream().filter(visit -> !visit.activity().equals(assessment)).toList();
    var last = seen.stream().max(Comparator.comparing(Statement.Visit::at));
    var atLastVisit = last.map(visit -> editions.get(visit.edition()));
    var units = seen.stream().map(visit -> Activity.of(visit.activity()).unit()).collect(Collectors.toSet());
    return new Changes(atLastVisit.map(before -> differences(progress, before, units)).orElse(List.of()),
        updated(progress, visits, editions));
  }

  /** Of what is gone, only where the learner has done something: an edition does not tell whose path it was on. */
  private static List<Change> differences(Progress progress, Map<String, EditionUnit> before, Set<String> seen) {
    var changes = new ArrayList<Change>();
    for (var unit : progress.units()) {
      var old = before.get(unit.id());
      if (old == null) {
        changes.add(new Change(Kind.ADDED, unit.id(), unit.title()));
      } else if (!old.hash.equals(unit.origin().hash())) {
        changes.add(new Change(Kind.CHANGED, unit.id(), unit.title()));
      }
    }
    before.values()
        .stream()
        .filter(old -> seen.contains(old.unitId) && progress.text().unit(old.unitId).isEmpty())
        .sorted(Comparator.comparing(old -> old.unitId))
        .forEach(old -> changes.add(new Change(Kind.REMOVED, old.unitId, old.title)));
    return changes;
  }

  private static Set<String> updated(
      Progress progress, List<Statement.Visit> visits, Map<String, Map<String, EditionUnit>> editions) {
    var latest = new HashMap<String, Statement.Visit>();
    for (var visit : visits) {
      latest.merge(Activity.of(visit.activity()).unit(), visit,
          (one, other) -> one.at().isAfter(other.at()) ? one : other);
    }
    return progress.units()
        .stream()
        .filter(unit -> progress.isCompleted(unit.id()))
        .filter(unit -> Optional.ofNullable(latest.get(unit.id()))
            .map(visit -> editions.get(visit.edition()))
            .filter(edition -> differs(unit, edition))
            .isPresent())
        .map(Unit::id)
        .collect(Collectors.toSet());
  }

  private static boolean differs(Unit unit, Map<String, EditionUnit> edition) {
    var old = edition.get(unit.id());
    return old != null && !old.hash.equals(unit.origin().hash());
  }

  public boolean isUpdated(String unit) {
    return updated.contains(unit);
  }

  /** Whether a completed unit says something else than when the learner last did something there. */
  static boolean isUpdated(Progress progress, Unit unit, UUID personId) {
    if (!progress.isCompleted(unit.id())) {
      return false;
    }
    var course = progress.course();
    return Statement.lastEdition(personId, course.id(), unit.id())
        .filter(edition -> !edition.equals(course.edition().toString()))
        .map(edition -> EditionUnit.of(course.id(), progress.text().language(), List.of(edition)).get(edition))
        .filter(before -> differs(unit, before))
        .isPresent();
  }
}

package org.lectern.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.ledger.Statement;

/**
 * What the database knows of a person in a course. Every page asks for it and everything that is completed, so it is one
 * statement.
 *
 * @param registration the current run
 * @param completed the activities that were completed or passed in it
 * @param earlier those of them that were completed in an earlier edition only
 * @param jobNetworks of the engagements that hold on the day, the latest first
 * @param known whether one of the ids that were asked for is in the ledger already
 * @param noted whether the person has written a note on the unit that was asked for
 */
record Seen(
    Optional<UUID> registration,
    Set<String> completed,
    Set<String> earlier,
    List<String> jobNetworks,
    boolean known,
    boolean noted) {

  private static final String QUERY = """
      select 'run', cast(r.id as String) from Registration r
      where r.personId = :person and r.courseId = :course
      and r.number = (select max(l.number) from Registration l where l.personId = :person and l.courseId = :course)
      union all
      select 'network', concat(cast(e.validFrom as String), ' ', cast(e.recordedAt as String), '|', e.jobNetwork)
      from Engagement e
      where e.personId = :person and e.replacedAt is null and e.validFrom <= :day
      and (e.validTo is null or e.validTo >= :day)
      union all
      select s.edition, listagg(s.activity, ' ') from Statement s
      where s.personId = :person and s.verb in (COMPLETED, PASSED) and s.registrationId = (select c.id from Registration c
        where c.personId = :person and c.courseId = :course
        and c.number = (select max(m.number) from Registration m where m.personId = :person and m.courseId = :course))
      and s.id not in (select v.voids from Statement v where v.personId = :person and v.voids is not null)
      group by s.edition
      """;

  private static final String KNOWN = """
      union all
      select 'known', s.activity from Statement s where s.personId = :person and s.id in :ids
      """;

  private static final String NOTED = """
      union all
      select 'noted', n.unitId from Note n where n.personId = :person and n.courseId = :course and n.unitId = :unit
      """;

  /** Of what was completed, {@code kind} is the edition, and the text has the activities with spaces between. */
  private record Row(String kind, @Nullable String text) {}

  /** Reads it for somebody of whom nothing more is asked. */
  static Seen of(UUID personId, Course course, LocalDate day) {
    return of(course, query(QUERY, personId, course, day).getResultList());
  }

  /**
   * Reads it, and whether statements are in the ledger.
   *
   * @param ids at least one
   */
  static Seen withIds(UUID personId, Course course, LocalDate day, List<UUID> ids) {
    return of(course, query(QUERY + KNOWN, personId, course, day).setParameter("ids", ids).getResultList());
  }

  /** Reads it, and whether there is a note on a unit. */
  static Seen onUnit(UUID personId, Course course, LocalDate day, String unit) {
    return of(course, query(QUERY + NOTED, personId, course, day).setParameter("unit", unit).getResultList());
  }

  private static TypedQuery<Row> query(String text, UUID personId, Course course, LocalDate day) {
    return Statement.getEntityManager()
        .createQuery(text, Row.class)
        .setParameter("person", personId)
        .setParameter("course", course.id())
        .setParameter("day", day);
  }

  private static Seen of(Course course, List<Row> rows) {
    Optional<UUID> registration = Optional.empty();
    var edition = course.edition().toString();
    var completed = new HashSet<String>();
    var earlier = new HashSet<String>();
    var jobNetworks = new ArrayList<String>();
    var known = false;
    var noted = false;
    for (var row : rows) {
      var text = row.text();
      if (text == null) {
        continue;
      }
      switch (row.kind()) {
        case "run" -> registration = Optional.of(UUID.fromString(text));
        case "network" -> jobNetworks.add(text);
        case "noted" -> noted = true;
        case "known" -> known = true;
        default -> Collections.addAll(row.kind().equals(edition) ? completed : earlier, text.split(" ", -1));
      }
    }
    jobNetworks.sort(Comparator.reverseOrder());
    jobNetworks.replaceAll(network -> network.substring(network.indexOf('|') + 1));
    earlier.removeAll(completed);
    completed.addAll(earlier);
    return new Seen(registration, completed, earlier, jobNetworks, known, noted);
  }
}

package org.lectern.learning;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.SharedSessionContract;
import org.lectern.content.Course;
import org.lectern.learning.Registered.Row;
import org.lectern.platform.ListQuery;

/**
 * What the database knows of a person in a course. Every page asks for it, so it is one statement, for as many people as
 * ask at the moment.
 *
 * @param completed the activities that were completed or passed in the current run
 * @param earlier those of them that were completed in an earlier edition only
 * @param noted whether the person has written a note on the unit that was asked for
 */
record Seen(Registered registered, Set<String> completed, Set<String> earlier, boolean noted) {

  /**
   * Whom to look at, and where.
   *
   * @param unit of which it is asked whether there is a note; empty when it does not matter
   */
  record Look(UUID person, Course course, String unit) {}

  /** Joined from the run, so that of the ledger only the parts are read in which these people's statements are. */
  private static final String COMPLETED = """
      union all
      select r.personId, 'completed', concat(cast(r.id as String), ' ', s.edition), listagg(s.activity, ' '), 0
      from Registration r join Statement s on s.personId = r.personId and s.registrationId = r.id
      where r.personId in :people* and r.courseId in :courses* and s.verb in (COMPLETED, PASSED)
      and s.id not in (select v.voids from Statement v where v.personId in :people* and v.voids is not null)
      group by r.personId, r.id, s.edition
      """;

  private static final String NOTED = """
      union all
      select n.personId, 'note', n.courseId, n.unitId, 0 from Note n
      where n.personId in :people* and n.courseId in :courses* and n.unitId in :units*
      """;

  private static final ListQuery<Row> ROWS = new ListQuery<>(Row.class, Registered.QUERY + COMPLETED + NOTED);

  /** Reads it for several, in their order, by one statement. */
  static List<Seen> of(SharedSessionContract database, List<Look> looks, LocalDate day) {
    var lists = Map.of("people", looks.stream().map(Look::person).toList(), "courses",
        looks.stream().map(look -> look.course().id()).toList(), "units", looks.stream().map(Look::unit).toList());
    var rows = ROWS.rows(database, lists, Map.of("day", day))
        .stream()
        .collect(Collectors.groupingBy(Row::person));
    return looks.stream().map(look -> of(look, rows.getOrDefault(look.person(), List.of()))).toList();
  }

  private static Seen of(Look look, List<Row> rows) {
    var registered = Registered.of(look.course(), rows);
    var present = look.course().edition().toString();
    var completed = new HashSet<String>();
    var earlier = new HashSet<String>();
    registered.registration().ifPresent(run -> rows.stream().filter(row -> row.is("completed")).forEach(row -> {
      var id = run.toString();
      if (row.key().startsWith(id)) {
        var isPresent = row.key().endsWith(" " + present);
        Collections.addAll(isPresent ? completed : earlier, Objects.requireNonNull(row.text()).split(" ", -1));
      }
    }));
    earlier.removeAll(completed);
    completed.addAll(earlier);
    var noted = rows.stream()
        .anyMatch(row -> row.is("note") && row.key().equals(look.course().id()) && look.unit().equals(row.text()));
    return new Seen(registered, completed, earlier, noted);
  }

  Progress progress(Course course, String language) {
    return new Progress(registered.route(course, language), completed);
  }
}

package org.lectern.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.lectern.content.Shelf;
import org.lectern.platform.Problem;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Sql;

/** The people of a list, by the address of the list. */
@ApplicationScoped
public class ChosenPeople {

  private static final Pattern PROGRESS = Pattern.compile("/admin/courses/([a-z0-9-]+)/progress");

  private static final Pattern SEPARATOR = Pattern.compile("[?&]");

  private final ReportDatabase database;
  private final Shelf shelf;
  private final PeopleList people;
  private final ProgressList progress;

  ChosenPeople(ReportDatabase database, Shelf shelf, PeopleList people, ProgressList progress) {
    this.database = database;
    this.shelf = shelf;
    this.people = people;
    this.progress = progress;
  }

  /**
   * Everybody whom the filters in this address leave, on all its pages.
   *
   * @param limit how many are wanted at most
   * @throws Problem 404 when it is the address of no list of people
   */
  public List<UUID> of(String address, int limit) {
    var path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
    var query = query(address.substring(path.length()));
    return database.list(chosen(path, query).add("limit ?", limit), row -> row.getObject(1, UUID.class));
  }

  private Sql chosen(String path, MultivaluedMap<String, String> query) {
    if (path.equals(PeopleList.PATH)) {
      return people.chosen(Listing.of(path, query, PeopleList.FILTERS, Table.sorted(people.columns())));
    }
    var course = PROGRESS.matcher(path);
    if (!course.matches()) {
      throw Problem.notFound();
    }
    var found = shelf.library().course(course.group(1)).orElseThrow(Problem::notFound);
    return progress.chosen(found, Listing.of(path, query, ProgressList.FILTERS, Table.sorted(progress.columns())));
  }

  private static MultivaluedMap<String, String> query(String query) {
    var values = new MultivaluedHashMap<String, String>();
    for (var part : SEPARATOR.splitAsStream(query).toList()) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        values.add(part.substring(0, equals), decoded(part.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound();
    }
  }
}

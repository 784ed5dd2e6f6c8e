package org.lectern.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SessionFactory;

/**
 * How nodes tell one another that what they remember of somebody's sessions is old. All times are those of the database,
 * so that nobody's clock matters.
 */
@ApplicationScoped
class SessionChanges {

  /** Longer than any transaction takes: a change is told at the time at which its transaction began. */
  static final Duration TOLD_FOR = Duration.ofMinutes(2);

  private static final String LATEST = """
      select cast(null as uuid), current_timestamp
      union all
      select person_id, changed_at from session_change where changed_at > current_timestamp - interval '%d' second
      """.formatted(TOLD_FOR.toSeconds());

  private final DataSource database;
  private final SessionFactory orm;

  SessionChanges(DataSource database, SessionFactory orm) {
    this.database = database;
    this.orm = orm;
  }

  /**
   * What was told lately.
   *
   * @param at when that was asked
   * @param people of whom something has changed within {@link #TOLD_FOR} before; one who asks less often misses some
   */
  record Latest(Instant at, Set<UUID> people) {}

  Latest latest() throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LATEST);
        var rows = query.executeQuery()) {
      var at = Instant.EPOCH;
      var people = new HashSet<UUID>();
      while (rows.next()) {
        var person = rows.getObject(1, UUID.class);
        if (person == null) {
          at = rows.getObject(2, OffsetDateTime.class).toInstant();
        } else {
          people.add(person);
        }
      }
      return new Latest(at, people);
    }
  }

  /** Tells the other nodes, when the caller's transaction is committed. */
  void tell(UUID personId) {
    orm.getCurrentSession()
        .createMutationQuery("insert into SessionChange (id, personId, changedAt) values (?1, ?2, instant)")
        .setParameter(1, UUID.randomUUID())
        .setParameter(2, personId)
        .executeUpdate();
  }
}

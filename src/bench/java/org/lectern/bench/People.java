package org.lectern.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Many people, made in the database. The first ones are the most active: each has {@link #STATEMENTS} statements, and they
 * are spread over the path, from its beginning to its end. After them come some who have only completed the path, and the
 * rest has only joined. Everything about a person follows from their number.
 */
final class People {

  static final int STATEMENTS = 300;
  /** Browsers that are signed in, whatever the number of people, so that runs with many and with few compare. */
  static final int SESSIONS = 20_000;
  static final String PASSWORD = "seven green lanterns";

  private static final int MOST_ACTIVE = 50_000;
  private static final int MOST_READY = 4_000;

  private final int people;
  private final CourseKey course;

  People(int people, CourseKey course) {
    this.people = people;
    this.course = course;
  }

  int count() {
    return people;
  }

  int active() {
    return Math.min(MOST_ACTIVE, Math.max(500, people / 20));
  }

  /** Those who completed the path and have not begun the final assessment: from {@link #active} on. */
  int ready() {
    return Math.min(MOST_READY, people - active());
  }

  static UUID person(int number) {
    return uuid("person-" + number);
  }

  static String email(int number) {
    return "learner" + number + "@example.org";
  }

  /** The cookie of the browser of a session. */
  static String cookie(int session) {
    return "Cookie: __Host-lectern=" + secret(session) + "\r\n";
  }

  /** Any browser of a most active learner. */
  static int anySession() {
    return ThreadLocalRandom.current().nextInt(SESSIONS);
  }

  static String anyCookie() {
    return cookie(anySession());
  }

  /** Which of the most active a session is of, from 0. */
  int activeOf(int session) {
    return session % active();
  }

  /** How many units of the path one of the most active has completed. */
  int completed(int active) {
    return active % (course.units().size() + 1);
  }

  /** The session of somebody who is ready for the assessment. */
  int readySession(int place) {
    return SESSIONS + place;
  }

  int administratorSession() {
    return SESSIONS + MOST_READY;
  }

  private static String secret(int session) {
    return "bench-" + session;
  }

  /** As {@code md5(text)::uuid} in PostgreSQL. */
  private static UUID uuid(String text) {
    try {
      var hex = HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes them all.
   *
   * @param passwordHash of {@link #PASSWORD}
   */
  void make(Connection connection, String passwordHash) throws SQLException {
    connection.setAutoCommit(false);
    // Neither foreign keys nor triggers are looked at: everything here is made to fit.
    run(connection, "set local session_replication_role = replica");
    run(connection, "set local synchronous_commit = off");
    var indexes = dropIndexes(connection);
    join(connection, passwordHash);
    statements(connection);
    for (var index : indexes) {
      run(connection, index);
    }
    connection.commit();
    connection.setAutoCommit(true);
    run(connection, "vacuum (analyze)");
    run(connection, "checkpoint");
  }

  /** Indexes are made faster once the rows are there; answers the commands that make them again. */
  private static List<String> dropIndexes(Connection connection) throws SQLException {
    var commands = new ArrayList<String>();
    var drops = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select indexname, indexdef from pg_indexes where tablename = 'statement'"
            + " and schemaname = current_schema() and indexname not in (select conname from pg_constraint)")) {
      while (rows.next()) {
        drops.add("drop index " + rows.getString(1));
        commands.add(rows.getString(2).replace(" ON ONLY ", " ON "));
      }
    }
    for (var drop : drops) {
      run(connection, drop);
    }
    return commands;
  }

  private void join(Connection connection, String passwordHash) throws SQLException {
    var everybody = " from generate_series(1, " + people + ") i";
    run(connection, "insert into person (id, name, language, created_at)"
        + " select md5('person-' || i)::uuid, 'Learner ' || i, 'en', now()" + everybody);
    run(connection, "insert into account (id, person_id, email, email_key, password_hash, created_at)"
        + " select md5('account-' || i)::uuid, md5('person-' || i)::uuid, 'learner' || i || '@example.org',"
        + " 'learner' || i || '@example.org', ?, now()" + everybody, passwordHash);
    run(connection, "insert into engagement (id, person_id, job_network, supervisor, valid_from, recorded_at, recorded_by)"
        + " select gen_random_uuid(), md5('person-' || i)::uuid, ?, false, date '2024-01-01', now(),"
        + " md5('person-' || i)::uuid" + everybody, course.jobNetwork());
    run(connection, "insert into registration (id, person_id, course_id, number, edition, opened_at)"
        + " select md5('registration-' || i)::uuid, md5('person-' || i)::uuid, ?, 1, ?, now()" + everybody,
        course.id(), course.edition());
    session(connection, 0, SESSIONS - 1, "i % " + active() + " + 1");
    session(connection, readySession(0), readySession(ready() - 1), "i - " + SESSIONS + " + " + (active() + 1));
    session(connection, administratorSession(), administratorSession(), "1");
    run(connection, "insert into administrator (person_id, granted_at) values (?, now())", person(1));
  }

  private static void session(Connection connection, int first, int last, String number) throws SQLException {
    run(connection, "insert into sign_in_session (token_hash, person_id, account_id, created_at, used_at, expires_at)"
        + " select encode(sha256(convert_to('bench-' || i, 'UTF8')), 'hex'), md5('person-' || (" + number + "))::uuid,"
        + " md5('account-' || (" + number + "))::uuid, now(), now(), now() + interval '5 days'"
        + " from generate_series(" + first + ", " + last + ") i");
  }

  private void statements(Connection connection) throws SQLException {
    var all = course.units().size();
    statements(connection, 1, active(), "(i - 1) % " + (all + 1), STATEMENTS);
    statements(connection, active() + 1, active() + ready(), String.valueOf(all), all);
  }

  /**
   * Somebody completed the first units of the path, and answered questions for the rest.
   *
   * @param completed how many units person {@code i} has completed, in SQL
   * @param count of the statements of each
   */
  private void statements(Connection connection, int first, int last, String completed, int count) throws SQLException {
    try (var insert = connection.prepareStatement("""
        insert into statement (person_id, id, registration_id, verb, activity, response, success, edition, language,
          happened_at, stored_at, authority)
        select md5('person-' || i)::uuid, gen_random_uuid(), md5('registration-' || i)::uuid,
          case when done then 'COMPLETED' else 'ANSWERED' end,
          case when done then units[number] else questions[1 + mod(number, cardinality(questions))] end,
          case when done then null else '["one-of-the-options"]' end, case when done then null else true end, ?, 'en',
          now() - (1000 - number) * interval '1 minute', now() - (1000 - number) * interval '1 minute',
          md5('person-' || i)::uuid
        from (select i, %s completed from generate_series(?, ?) i order by md5('person-' || i)::uuid) learner,
          generate_series(1, ?) number, lateral (select number <= completed) of_a_unit (done),
          (select ?::varchar[], ?::varchar[]) of_the_path (units, questions)
        """.formatted(completed))) {
      insert.setString(1, course.edition());
      insert.setInt(2, first);
      insert.setInt(3, last);
      insert.setInt(4, count);
      insert.setArray(5, connection.createArrayOf("varchar", course.units().toArray()));
      insert.setArray(6, connection.createArrayOf("varchar", course.questions().toArray()));
      insert.executeUpdate();
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}

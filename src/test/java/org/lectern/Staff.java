package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Many people, and the administrator who changes them all at once. */
final class Staff {

  private static final Pattern LINK = Pattern.compile("/first-administrator/[\\w-]+");

  private final MortalPostgres postgres;
  private final int size;
  private final String session;
  /** How often everybody was changed in which way, and written down. */
  private final Map<String, Integer> acts = new HashMap<>();

  /** Who the people are is written into the database itself: so many passwords would take minutes. */
  Staff(int size, List<PackagedServer> nodes, MortalPostgres postgres) throws IOException, SQLException {
    this.postgres = postgres;
    this.size = size;
    this.session = administrator(nodes);
    run("insert into person (id, name, created_at) select " + id("n") + ", 'Ada ' || n, now() from " + numbers());
    run("insert into account (id, person_id, email, email_key, password_hash, created_at) select " + id("n") + ", "
        + id("n") + ", " + email("n") + ", " + email("n") + ", 'none', now() from " + numbers());
    run("insert into engagement (id, person_id, department, supervisor, valid_from, recorded_at, recorded_by) select "
        + id("n") + ", " + id("n") + ", 'Desk 0', false, date '2026-01-01', now(), " + id("n") + " from " + numbers());
  }

  private String numbers() {
    return "generate_series(1, " + size + ") n";
  }

  private static String id(String number) {
    return "md5('staff ' || " + number + ")::uuid";
  }

  private static String email(String number) {
    return "'ada.' || " + number + " || '@example.org'";
  }

  /** The link of the node that started last is the one that works. */
  private static String administrator(List<PackagedServer> nodes) throws IOException {
    for (var node : nodes) {
      var link = LINK.matcher(node.log());
      if (link.find()) {
        var answer = given().redirects()
            .follow(false)
            .formParams("name", "Ada Admin", "email", "admin@example.org", "password", "seven green lanterns")
            .post(node.address() + link.group());
        if (answer.statusCode() == 303) {
          return answer.cookie("__Host-lectern");
        }
      }
    }
    throw new AssertionError("no link makes an administrator");
  }

  private RequestSpecification administrator(String address) {
    return given().baseUri(address).cookie("__Host-lectern", session).redirects().follow(false);
  }

  /** Uploads a file with a line for everybody, each with another department; the address of the change. */
  String upload(String address) {
    var from = "2026-%02d-01".formatted(acts.merge("engagement-changed", 1, Integer::sum) + 1);
    var file = new StringBuilder("email,validFrom,department\n");
    for (var n = 1; n <= size; n++) {
      file.append("ada.%d@example.org,%s,Desk %d from %s\n".formatted(n, from, n, from));
    }
    return drafted(administrator(address)
        .multiPart("file", "staff.csv", file.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
        .post("/admin/changes/file"));
  }

  /** Chooses everybody to be signed out; the address of the change. */
  String signOut(String address) throws SQLException {
    acts.merge("signed-out-everywhere", 1, Integer::sum);
    return drafted(administrator(address).formParam("kind", "sign-out")
        .formParam("person", rows("select " + id("n") + " from " + numbers()))
        .post("/admin/changes"));
  }

  private static String drafted(Response answer) {
    answer.then().statusCode(303);
    return answer.header("Location");
  }

  int confirm(String address, String change) {
    return administrator(address).post(change + "/confirmation").statusCode();
  }

  /** Whether the page of a change says that it is done. */
  boolean isDone(String address, String change) {
    return administrator(address).get(change).then().statusCode(200).extract().asString().contains("<dd>done</dd>");
  }

  /** How many people a change has come to so far. */
  int changed(String change) {
    try {
      return rows(
          "select number from bulk_change_item where outcome <> 'PLANNED' and change_id = '" + key(change) + "'")
          .size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets nobody change one of them until this is closed. */
  Connection hold(int number) throws SQLException {
    var connection = postgres.connect();
    connection.setAutoCommit(false);
    connection.createStatement().execute("select 1 from person where id = " + id("" + number) + " for update");
    return connection;
  }

  private static UUID key(String change) {
    return UUID.fromString(change.replaceFirst(".*/", ""));
  }

  /** Everybody was changed by each change once, which the books tell in all places. */
  void assertThatEachIsChangedOnceBy(List<String> changes) throws SQLException {
    for (var change : changes) {
      assertThat(rows("select outcome || ' ' || count(*) || ' ' || count(done_at) from bulk_change_item"
          + " where change_id = '" + key(change) + "' group by outcome")).as("what came of each line")
          .containsExactly("DONE %d %d".formatted(size, size));
      assertThat(rows("select state from bulk_change where finished_at is not null and id = '" + key(change) + "'"))
          .containsExactly("DONE");
    }
    for (var act : acts.keySet()) {
      assertThat(rows("select count(*) || ' times ' || subject from audit_entry where act = '" + act
          + "' and subject in (select " + id("n") + "::text from " + numbers() + ") group by subject"))
          .as("how often the audit trail tells " + act)
          .hasSize(size)
          .allMatch(line -> line.startsWith(acts.get(act) + " times "));
    }
    // Each file replaces what was known last: it ends the day before, and something new begins.
    var files = acts.getOrDefault("engagement-changed", 0);
    assertThat(rows("select count(*) || ' rows, ' || count(*) filter (where replaced_at is null) || ' known, '"
        + " || count(*) filter (where replaced_at is null and valid_to is null) || ' open' from engagement"
        + " where person_id in (select " + id("n") + " from " + numbers() + ") group by person_id")).as("engagements")
        .hasSize(size)
        .containsOnly("%d rows, %d known, 1 open".formatted(1 + 2 * files, 1 + files));
    assertThat(rows("select person_id from " + numbers() + ", engagement where person_id = " + id("n")
        + " and replaced_at is null and valid_to is null and department = 'Desk ' || n || ' from ' || valid_from"))
        .as("people at the desk that the last file says")
        .hasSize(size);
  }

  private void run(String sql) throws SQLException {
    try (var connection = postgres.connect(); var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = postgres.connect(); var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}

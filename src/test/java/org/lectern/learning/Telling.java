package org.lectern.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;

/** What tests say to the ledger through the API, and what they read there. */
final class Telling {
  private Telling() {}

  static Map<String, Object> completed(String activity) {
    return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "verb", "completed", "activity", activity));
  }

  static Map<String, Object> answered(String activity, List<String> response) {
    return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "verb", "answered", "activity", activity, "result",
        Map.of("response", response)));
  }

  /** The right answer to a question of a check of the sample course. */
  static Map<String, Object> answeredRightly(String check, String question) {
    return answered(check + "/" + question, Sample.right(check, question));
  }

  @SafeVarargs
  static Response tell(TestPerson person, Map<String, Object>... statements) {
    var batch = new ArrayList<Map<String, Object>>();
    for (var statement : statements) {
      batch.add(statement);
    }
    return person.api().body(batch).post("/api/v1/statements");
  }

  /** Everything that the ledger holds of a person, the latest first. */
  static List<Statement> ledger(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> Statement.history(person.id()).list());
  }

  static List<Registration> registrations(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> Registration.of(person.id()));
  }

  /** The activities that the course counts as completed. */
  static List<String> completedOf(TestPerson person) {
    return QuarkusTransaction.requiringNew().call(() -> Statement.completed(person.id(), "sample-course"));
  }
}

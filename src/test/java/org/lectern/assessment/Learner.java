package org.lectern.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.learning.Progress;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.people.Engagements;
import org.lectern.platform.TestPerson;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody who joined for one test, to take the sample course. */
public record Learner(TestPerson person) {

  static final String COURSE = "sample-course";

  /** Joins; {@code jobNetwork} decides the path: DEVNET full, ITECNET abridged. */
  static Learner joins(String jobNetwork) {
    return new Learner(TestPerson.join(jobNetwork));
  }

  UUID id() {
    return person.id();
  }

  /** A request of this person's program. */
  RequestSpecification api() {
    return person.api();
  }

  /** A request of this person's browser. */
  RequestSpecification browser() {
    return person.browser();
  }

  /** Joins and has done all units of the path. */
  public static Learner ready(String jobNetwork) {
    var learner = joins(jobNetwork);
    learner.completesPath();
    return learner;
  }

  static Course course() {
    return CDI.current().select(Shelf.class).get().library().course(COURSE).orElseThrow();
  }

  void completesPath() {
    QuarkusTransaction.requiringNew().run(() -> {
      var course = course();
      var edition = course.edition().toString();
      var today = CDI.current().select(Engagements.class).get().today();
      var progress = Progress.of(course, "en", id(), today);
      var registration = Registration.currentOrOpen(id(), COURSE, edition, Instant.now());
      var context = new Statement.Context(registration, edition, "en", id(), Instant.now());
      progress.units()
          .stream()
          .filter(unit -> !progress.isCompleted(unit.id()))
          .forEach(unit -> Statement.append(context,
              Statement.Act.completed(UUID.randomUUID(), unit.id(), Instant.now())));
    });
  }

  /** Opens an attempt, or goes on with the open one. */
  public UUID opens() {
    var response = api().post("/api/v1/courses/" + COURSE + "/attempts");
    response.then().statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    return UUID.fromString(response.path("id"));
  }

  /** Opens attempts until one asks this item. */
  public UUID opensWith(String item) {
    for (var tries = 0; tries < 20; tries++) {
      var attempt = opens();
      if (key(attempt).containsKey(item)) {
        return attempt;
      }
      submits(attempt).then().statusCode(200);
      wait(attempt, Duration.ofDays(2));
    }
    throw new AssertionError("never drawn: " + item);
  }

  /** The place of an item in an attempt, from 1. */
  public static int place(UUID attempt, String item) {
    return attempt(attempt).snapshot().placeOf(item).orElseThrow();
  }

  Response answers(UUID attempt, String item, long seq, List<String> options) {
    return api().body(Map.of("seq", seq, "options", options)).put("/api/v1/attempts/" + attempt + "/answers/" + item);
  }

  Response submits(UUID attempt) {
    return api().post("/api/v1/attempts/" + attempt + "/submission");
  }

  void answersAllRight(UUID attempt) {
    key(attempt).forEach((item, right) -> answers(attempt, item, 1, right).then().statusCode(200));
  }

  /** Opens an attempt and submits it with no answer at all. */
  UUID fails() {
    var attempt = opens();
    submits(attempt).then().statusCode(200);
    return attempt;
  }

  /** The right answers of an attempt, in the order in which it asks. */
  static Map<String, List<String>> key(UUID attempt) {
    return QuarkusTransaction.requiringNew().call(() -> {
      var key = new LinkedHashMap<String, List<String>>();
      Attempt.<Attempt>findById(attempt)
          .snapshot()
          .items()
          .forEach(item -> key.put(item.id(), item.rightAnswer()));
      return key;
    });
  }

  static Attempt attempt(UUID attempt) {
    return QuarkusTransaction.requiringNew().call(() -> Attempt.findById(attempt));
  }

  long attempts() {
    return QuarkusTransaction.requiringNew().call(() -> Attempt.count("personId", id()));
  }

  public static Map<String, List<String>> savedAnswers(UUID attempt) {
    return QuarkusTransaction.requiringNew().call(() -> AttemptAnswer.optionsOf(Attempt.findById(attempt)));
  }

  /** What the ledger says about the final assessment. */
  List<Statement> results() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Statement.list("personId = ?1 and activity = 'final-assessment'", id()));
  }

  /** Lets the submission of an attempt lie this much longer in the past. */
  static void wait(UUID attempt, Duration howLong) {
    QuarkusTransaction.requiringNew().run(() -> {
      Attempt found = Attempt.findById(attempt);
      found.submittedAt = java.util.Objects.requireNonNull(found.submittedAt).minus(howLong);
    });
  }
}

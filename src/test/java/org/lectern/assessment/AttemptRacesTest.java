package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Many requests at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AttemptRacesTest {

  private static final int THREADS = 8;

  @Inject
  PassedNews news;

  /** Does all of it at the same moment. */
  private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(works.size())) {
      List<Future<T>> running = works.stream().map(work -> threads.submit(() -> {
        start.await();
        return work.call();
      })).toList();
      start.countDown();
      var results = new ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  private static List<Callable<Response>> times(Callable<Response> work) {
    return IntStream.range(0, THREADS).mapToObj(time -> work).toList();
  }

  @Test
  void eightRequestsToBeginMakeOneAttempt() throws Exception {
    for (var round = 0; round < 3; round++) {
      var learner = Learner.ready("DEVNET");
      var answers = atOnce(times(() -> learner.api().post("/api/v1/courses/sample-course/attempts")));
      assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
      assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
      var ids = answers.stream().map(answer -> answer.jsonPath().getString("id")).distinct().toList();
      assertThat(ids).hasSize(1);
      assertThat(learner.attempts()).isEqualTo(1);
    }
  }

  @Test
  void eightSubmissionsMakeOneStatementAndOneEvent() throws Exception {
    for (var round = 0; round < 3; round++) {
      var learner = Learner.ready("DEVNET");
      var attempt = learner.opens();
      learner.answersAllRight(attempt);
      var answers = atOnce(times(() -> learner.submits(attempt)));
      assertThat(answers).extracting(Response::statusCode).containsOnly(200);
      assertThat(answers).extracting(Response::asString).containsOnly(answers.getFirst().asString());
      assertThat(learner.results()).hasSize(1);
      assertThat(news.of(learner)).hasSize(1);
    }
  }

  @Test
  void ofManyAnswersAtOnceTheOneWithTheHighestNumberStays() throws Exception {
    var learner = Learner.ready("DEVNET");
    var attempt = learner.opens();
    var item = choice(attempt);
    List<Callable<Response>> works = LongStream.rangeClosed(1, THREADS)
        .<Callable<Response>>mapToObj(
            seq -> () -> learner.answers(attempt, item, seq, List.of(seq == THREADS ? "b" : "a")))
        .toList();
    assertThat(atOnce(works)).extracting(Response::statusCode).containsOnly(200);
    learner.api()
        .get("/api/v1/attempts/" + attempt)
        .then()
        .body("answers." + item + ".seq", org.hamcrest.Matchers.equalTo(THREADS))
        .body("answers." + item + ".options", org.hamcrest.Matchers.contains("b"));
  }

  private static String choice(UUID attempt) {
    return Learner.attempt(attempt)
        .snapshot()
        .items()
        .stream()
        .filter(item -> item.shown().type() == QuestionType.SINGLE_CHOICE)
        .map(AskedItem::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAnswerThatWasAcknowledgedBeforeTheSubmissionCounts() throws Exception {
    for (var round = 0; round < 5; round++) {
      var learner = Learner.ready("DEVNET");
      var attempt = learner.opens();
      var works = new ArrayList<Callable<Response>>();
      var key = new ArrayList<>(Learner.key(attempt).entrySet());
      var first = key.removeFirst();
      learner.answers(attempt, first.getKey(), 1, first.getValue()).then().statusCode(200);
      key.forEach(item -> works.add(() -> learner.answers(attempt, item.getKey(), 1, item.getValue())));
      works.add(() -> learner.submits(attempt));
      var answers = atOnce(works);
      assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 409);
      assertThat(answers.getLast().statusCode()).isEqualTo(200);
      var acknowledged = answers.subList(0, works.size() - 1)
          .stream()
          .filter(answer -> answer.statusCode() == 200)
          .count() + 1;
      assertThat(answers.getLast().<Integer>path("score")).isEqualTo((int) (acknowledged * 25));
      assertThat(Learner.savedAnswers(attempt)).hasSize((int) acknowledged);
    }
  }
}

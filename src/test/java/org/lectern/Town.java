package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Learners at work all the time, while things go wrong: each says statements, answers an assessment, submits it, and
 * remembers what was acknowledged. Whoever hears nothing says the same again, as programs do.
 */
final class Town implements AutoCloseable {

  private final List<Inhabitant> inhabitants = new ArrayList<>();
  private final AtomicInteger acknowledgements = new AtomicInteger();
  private final ExecutorService streets;
  private volatile boolean open = true;

  /** Somebody, and what was acknowledged to them. */
  private static final class Inhabitant {
    private final DistantLearner learner;
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private final Map<String, Long> answers = new ConcurrentHashMap<>();
    private volatile String attempt = "";
    private volatile boolean submitted;
    private volatile boolean passed;

    private Inhabitant(DistantLearner learner) {
      this.learner = learner;
    }
  }

  Town(int size, Supplier<String> address, AnswerKey key) {
    for (var i = 0; i < size; i++) {
      var learner = DistantLearner.joining(address, key);
      learner.completeThePath();
      inhabitants.add(new Inhabitant(learner));
    }
    streets = Executors.newFixedThreadPool(size);
    inhabitants.forEach(inhabitant -> streets.execute(() -> live(inhabitant)));
  }

  /** How many things were acknowledged until now. */
  int acknowledged() {
    return acknowledgements.get();
  }

  private void live(Inhabitant who) {
    var seq = 0L;
    var items = new ArrayList<String>();
    while (open) {
      say(who);
      if (items.isEmpty() && !who.submitted) {
        insist(() -> {
          who.attempt = who.learner.openAttempt();
          items.addAll(who.learner.items(who.attempt));
        });
      } else if (!items.isEmpty()) {
        answer(who, items.removeLast(), ++seq);
        if (items.isEmpty()) {
          insist(() -> submit(who));
        }
      }
    }
  }

  private void say(Inhabitant who) {
    var id = UUID.randomUUID().toString();
    insist(() -> {
      var answer = who.learner.send(List.of(who.learner.statement(id)));
      answer.then().statusCode(200);
      who.statements.put(id, answer.path("[0].stored"));
    });
  }

  private void answer(Inhabitant who, String item, long seq) {
    insist(() -> {
      who.learner.answer(who.attempt, item, seq, who.learner.right(item)).then().statusCode(200);
      who.answers.put(item, seq);
    });
  }

  private void submit(Inhabitant who) {
    var result = who.learner.submit(who.attempt);
    result.then().statusCode(200);
    who.passed = result.path("state").equals("passed");
    who.submitted = true;
  }

  /** Tries until it is acknowledged, or everybody goes home. */
  private void insist(Runnable act) {
    while (open) {
      try {
        act.run();
        acknowledgements.incrementAndGet();
        return;
      } catch (Exception | AssertionError failed) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends everybody home; afterwards nothing is said any more. */
  void rest() throws InterruptedException {
    open = false;
    streets.shutdown();
    assertThat(streets.awaitTermination(90, TimeUnit.SECONDS)).as("everybody is at home").isTrue();
  }

  /** Everything that was acknowledged is there, exactly once, as far as the server tells. */
  void assertThatNothingIsLost() {
    for (var who : inhabitants) {
      assertThat(who.learner.storedWhenSaidAgain(who.statements.keySet())).as("when each statement was recorded")
          .isEqualTo(who.statements);
      who.answers
          .forEach((item, seq) -> assertThat(((Number) who.learner.kept(who.attempt, item).get("seq")).longValue())
              .as("the answer that was acknowledged")
              .isEqualTo(seq));
      var again = who.submitted ? who.learner.submit(who.attempt) : null;
      if (again != null) {
        assertThat(again.<String>path("state").equals("passed")).as("the same result again").isEqualTo(who.passed);
      }
      // Who never heard how it ended may have one all the same; nobody has two.
      assertThat(who.learner.certificates()).as("certificates").hasSizeBetween(who.passed ? 1 : 0, 1);
    }
  }

  /** All the statements that were acknowledged. */
  List<String> statements() {
    return inhabitants.stream().flatMap(who -> who.statements.keySet().stream()).toList();
  }

  @Override
  public void close() {
    open = false;
    streets.close();
  }
}

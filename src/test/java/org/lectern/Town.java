package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Learners at work all the time, while things go wrong: each joins, takes the course, says statements, answers the
 * assessment, submits it, and remembers what was acknowledged; then somebody new comes in their place. Whoever hears
 * nothing says the same again, as programs do.
 */
final class Town implements AutoCloseable {

  private final Supplier<String> address;
  private final AnswerKey key;
  private final List<Inhabitant> inhabitants = new CopyOnWriteArrayList<>();
  private final Map<Thread, String> doing = new ConcurrentHashMap<>();
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

  /**
   * Opens a town.
   *
   * @param size how many are at work at the same time
   */
  Town(int size, Supplier<String> address, AnswerKey key) {
    this.address = address;
    this.key = key;
    streets = Executors.newFixedThreadPool(size);
    for (var i = 0; i < size; i++) {
      streets.execute(this::live);
    }
  }

  /** How many things were acknowledged until now. */
  int acknowledged() {
    return acknowledgements.get();
  }

  /** How many were told that they have passed. */
  int passed() {
    return (int) inhabitants.stream().filter(who -> who.passed).count();
  }

  /** What everybody is about right now. */
  String doing() {
    return doing.values().stream().sorted().collect(Collectors.joining(", "));
  }

  private void live() {
    while (open) {
      var newcomers = new ArrayList<Inhabitant>();
      insist("joining", () -> newcomers.add(new Inhabitant(DistantLearner.joining(address, key))));
      inhabitants.addAll(newcomers);
      newcomers.forEach(this::learn);
    }
  }

  private void learn(Inhabitant who) {
    who.learner.units().forEach(unit -> insist("learning", () -> who.learner.complete(unit)));
    var items = new ArrayList<String>();
    say(who);
    insist("opening", () -> {
      who.attempt = who.learner.openAttempt();
      items.addAll(who.learner.items(who.attempt));
    });
    var seq = 0L;
    for (var item : items) {
      say(who);
      answer(who, item, ++seq);
    }
    insist("submitting", () -> submit(who));
  }

  private void say(Inhabitant who) {
    var id = UUID.randomUUID().toString();
    insist("saying", () -> {
      var answer = who.learner.send(List.of(who.learner.statement(id)));
      answer.then().statusCode(200);
      who.statements.put(id, answer.path("[0].stored"));
    });
  }

  private void answer(Inhabitant who, String item, long seq) {
    insist("answering", () -> {
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
  private void insist(String what, Runnable act) {
    doing.put(Thread.currentThread(), what);
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

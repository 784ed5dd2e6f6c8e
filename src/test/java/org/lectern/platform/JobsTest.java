package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JobsTest {

  @Inject
  DataSource database;

  @Inject
  InstantSource clock;

  private record Counting(String name, AtomicInteger runs, CountDownLatch first) implements Job {

    @Override
    public Duration every() {
      return Duration.ofHours(1);
    }

    @Override
    public void run() {
      runs.incrementAndGet();
      first.countDown();
    }
  }

  @Test
  void ofTwoNodesOneDoesTheWork() throws Exception {
    var job = new Counting("counting-" + System.nanoTime(), new AtomicInteger(), new CountDownLatch(1));
    var one = new Jobs(database, clock, List.of(job));
    var other = new Jobs(database, clock, List.of(job));

    assertThat(job.first().await(60, TimeUnit.SECONDS)).isTrue();
    one.stop(new ShutdownEvent());
    other.stop(new ShutdownEvent());
    new Jobs(database, clock, List.of(job)).stop(new ShutdownEvent());

    assertThat(job.runs()).hasValue(1);
  }

  @Test
  void theJobsOfAllRoomsAreKnown() throws Exception {
    var names = new ArrayList<String>();
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("select task_name from job")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }

    assertThat(names).contains("audit-months", "ended-sessions");
  }
}

package org.lectern.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;

/**
 * Runs every {@link Job} once for all nodes: whichever node is first takes it, and when that node dies in the middle,
 * another takes it over within {@link #HEARTBEAT} times {@link #MISSED}.
 */
@Startup
@ApplicationScoped
public class Jobs {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);
  private static final int MISSED = 4;
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

  private final Scheduler scheduler;

  Jobs(DataSource database, InstantSource clock, @All List<Job> jobs) {
    scheduler = Scheduler.create(database)
        .tableName("job")
        // Two nodes may share a computer.
        .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
        .clock(clock::instant)
        .startTasks(jobs.stream().map(Jobs::task).toList())
        .threads(1)
        .pollingInterval(LOOK_EVERY)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED)
        .shutdownMaxWait(PATIENCE_AT_END)
        .failureLogging(LogLevel.ERROR, true)
        .build();
    scheduler.start();
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), Schedules.fixedDelay(job.every())).execute((instance, context) -> job.run());
  }

  void stop(@Observes ShutdownEvent end) {
    scheduler.stop();
  }
}

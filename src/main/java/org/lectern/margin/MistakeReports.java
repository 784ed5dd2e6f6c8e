package org.lectern.margin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.content.Unit;
import org.lectern.platform.Problem;
import org.lectern.platform.Transactions;

/** Takes reports of mistakes, and lets administrators mark them as handled. */
@ApplicationScoped
public class MistakeReports {

  /** What one person may report in an hour: much for a careful reader, little for a program. */
  static final int PER_HOUR = 10;

  private static final Duration HOUR = Duration.ofHours(1);

  private final InstantSource clock;

  MistakeReports(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes a report; the same report twice makes one.
   *
   * @param id of the form from which it came
   * @return whether it was taken: false when the person has reported too much in the last hour
   */
  boolean report(UUID id, UUID person, Course course, Unit unit, MistakeReport.Finding finding) {
    return Transactions.retrying(() -> {
      var now = clock.instant();
      var report = new MistakeReport(id, person, course, unit, finding, now);
      var before = MistakeReport.<MistakeReport>findByIdOptional(id);
      if (before.isPresent()) {
        if (before.get().saysTheSameAs(report)) {
          return true;
        }
        report.id = UUID.randomUUID();
      }
      if (MistakeReport.countSince(person, now.minus(HOUR)) >= PER_HOUR) {
        return false;
      }
      report.persistAndFlush();
      return true;
    });
  }

  /** Marks a report as handled; who did so first stays. */
  void handle(UUID id, UUID administrator) {
    Transactions.retrying(() -> {
      var report = MistakeReport.locked(id).orElseThrow(Problem::notFound);
      if (report.handledAt == null) {
        report.handledAt = clock.instant();
        report.handledBy = administrator;
      }
    });
  }
}

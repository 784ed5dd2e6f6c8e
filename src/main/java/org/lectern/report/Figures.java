package org.lectern.report;

import java.time.InstantSource;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.people.Engagements;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The figures of courses. Each node remembers them for some moments, and they say from when they are: to count everybody
 * takes the database a while, and those who ask at the same time get one answer.
 */
@ApplicationScoped
public class Figures {

  private static final int REMEMBERED = 100;

  private final ReportDatabase database;
  private final Engagements engagements;
  private final Settings settings;
  private final InstantSource clock;
  private final Cache<Question, CourseFigures> remembered;

  Figures(ReportDatabase database, Engagements engagements, Settings settings, InstantSource clock) {
    this.database = database;
    this.engagements = engagements;
    this.settings = settings;
    this.clock = clock;
    this.remembered = Caffeine.newBuilder()
        .maximumSize(REMEMBERED)
        .expireAfterWrite(settings.reports().remember())
        .build();
  }

  private record Question(String course, String edition, LocalDate day) {}

  /** Everybody's state in a course today. */
  public CourseFigures of(Course course) {
    var day = engagements.today();
    return remembered.get(new Question(course.id(), course.edition().hash(), day),
        asked -> CourseFigures.read(database, course, day, clock.instant(), settings.zone().getId()));
  }
}

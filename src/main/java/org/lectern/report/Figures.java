package org.lectern.report;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Course;
import org.lectern.people.Engagements;
import org.lectern.platform.ReportDatabase;
import org.lectern.platform.Settings;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The figures of courses. Each node remembers them for some moments, and they say from when they are: to count everybody
 * takes the database a while, and those who ask at the same time get one answer. As long as somebody asks again and again,
 * the next figures are counted while the last ones are shown.
 */
@ApplicationScoped
public class Figures {

  private static final int REMEMBERED = 100;

  private final Engagements engagements;
  private final LoadingCache<Question, CourseFigures> remembered;

  Figures(ReportDatabase database, Engagements engagements, Settings settings, InstantSource clock) {
    this.engagements = engagements;
    this.remembered = remembering(settings.reports().remember(), Ticker.systemTicker(), ForkJoinPool.commonPool(),
        asked -> CourseFigures.read(database, asked.course(), asked.day(), clock.instant(), settings.zone().getId()));
  }

  /** About the same edition and the same day, it is the same question. */
  record Question(Course course, LocalDate day) {

    private List<Object> what() {
      return List.of(course.id(), course.edition().hash(), day);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Question question && question.what().equals(what());
    }

    @Override
    public int hashCode() {
      return what().hashCode();
    }
  }

  /**
   * Remembers answers.
   *
   * @param moment after which an answer is looked up anew, while whoever asks gets the old one; after twice as long they
   *     wait for the new one; nothing is remembered if it is zero
   * @param behind looks up while the old one is shown
   */
  static <K, V> LoadingCache<K, V> remembering(
      Duration moment, Ticker ticker, Executor behind, CacheLoader<K, V> answers) {
    var memory = Caffeine.newBuilder()
        .maximumSize(REMEMBERED)
        .ticker(ticker)
        .executor(behind)
        .expireAfterWrite(moment.multipliedBy(2));
    return (moment.isZero() ? memory : memory.refreshAfterWrite(moment)).build(answers);
  }

  /** Everybody's state in a course today. */
  public CourseFigures of(Course course) {
    return remembered.get(new Question(course, engagements.today()));
  }
}

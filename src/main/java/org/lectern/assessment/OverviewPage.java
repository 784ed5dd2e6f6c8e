package org.lectern.assessment;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.lectern.content.Course;

/**
 * What the final assessment is, and whether one can begin.
 *
 * @param language the language of both titles (BCP 47)
 * @param waits one line for each wait
 * @param attempts of the current registration, the latest first
 */
record OverviewPage(
    Course course,
    String title,
    String language,
    int questions,
    List<String> waits,
    Offer offer,
    List<Attempt> attempts) {

  private static final int NAMED_UNITS = 5;

  /** The kinds of {@link Door}. */
  enum Kind {
    READY, UNDERWAY, PASSED, LOCKED, WAITING
  }

  /**
   * What one can do now.
   *
   * @param left units that are left before it opens
   * @param until when one can begin again, as the locale writes it; empty unless one must wait
   * @param links where to go meanwhile
   */
  record Offer(Kind kind, int left, String until, List<Link> links) {
    private static Offer of(Kind kind) {
      return new Offer(kind, 0, "", List.of());
    }

    static Offer of(Door door, String courseId, ZoneId zone, Locale locale) {
      return switch (door) {
        case Door.Ready ready -> of(Kind.READY);
        case Door.Underway underway -> of(Kind.UNDERWAY);
        case Door.Passed passed -> of(Kind.PASSED);
        case Door.Locked locked -> new Offer(Kind.LOCKED, locked.left().size(), "",
            locked.left().stream().limit(NAMED_UNITS).map(unit -> Link.of(courseId, unit)).toList());
        case Door.Waiting waiting -> new Offer(Kind.WAITING, 0, Words.moment(waiting.until(), zone, locale),
            waiting.pages().stream().map(page -> Link.of(courseId, page)).toList());
      };
    }
  }

  static OverviewPage of(Opening.View view, ZoneId zone, Locale locale) {
    var course = view.progress().course();
    var language = view.progress().text().language();
    var assessment = course.assessment();
    return new OverviewPage(course, assessment.title().in(language), language,
        assessment.itemsOn(view.progress().choice().path()), Words.waits(assessment.waits(), locale),
        Offer.of(view.door(), course.id(), zone, locale), view.attempts());
  }
}

package org.lectern.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.lectern.platform.Moments;
import org.lectern.platform.PlatformMessages;
import org.lectern.platform.Text;

/** The words of this room, and the moments and waits that stand in them. */
final class Words {
  private Words() {}

  static Text text(Function<AssessmentMessages, String> message) {
    return Text.of(AssessmentMessages.class, message);
  }

  /** A moment with its date, time and zone, as the locale writes it. */
  static String moment(Instant moment, ZoneId zone, Locale locale) {
    return Moments.moment(moment, zone, locale);
  }

  /** The sentence that says how many units are left, and which come first. */
  static Text locked(int left, List<String> first) {
    return locale -> {
      var names = String.join(Text.bundle(PlatformMessages.class, locale).comma() + " ", first);
      return text(messages -> messages.lockedNext(left, names)).in(locale);
    };
  }

  /** The sentence that says until when to wait. */
  static Text waiting(Instant until, ZoneId zone) {
    return locale -> {
      var moment = moment(until, zone, locale);
      return text(messages -> messages.waiting(moment)).in(locale);
    };
  }

  /** One line for each wait of a policy: after how many failures, and for how long. */
  static List<String> waits(List<Duration> waits, Locale locale) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < waits.size(); i++) {
      var failures = i + 1;
      var last = failures == waits.size();
      var howLong = length(waits.get(i)).in(locale);
      lines.add(text(messages -> messages.waitAfter(failures, last, howLong)).in(locale));
    }
    return lines;
  }

  /** Whole hours as hours; anything else in minutes, rounded up. */
  private static Text length(Duration wait) {
    if (wait.isZero()) {
      return text(AssessmentMessages::noWait);
    }
    if (wait.toSeconds() % 3600 == 0) {
      return text(messages -> messages.waitHours(wait.toHours()));
    }
    return text(messages -> messages.waitMinutes((wait.toSeconds() + 59) / 60));
  }
}

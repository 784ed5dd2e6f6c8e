package org.lectern.content.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions in WebVTT, as far as they must be known to find mistakes in them.
 *
 * @param lastLine the line of the file on which the last caption's times stand, from 1; 0 when there is no caption
 * @param end when the last caption goes, in milliseconds
 */
public record WebVtt(int lastLine, long end) {

  private static final String TIME = "(?:(\\d{2,6}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
  private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s+-->\\s+" + TIME + "(?:\\s.*)?");
  private static final Pattern NO_CAPTION = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");

  /**
   * Reads captions and reports each one that browsers would pass over (W3C WebVTT, section 4).
   *
   * @param text with lines that end in LF
   */
  public static WebVtt read(String file, String text, Report report) {
    var lines = text.split("\n", -1);
    var last = new WebVtt(0, 0);
    var from = 0;
    // The first block is the head.
    for (var at = nextBlock(lines, endOfBlock(lines, 0)); at < lines.length; at = nextBlock(lines, from)) {
      from = endOfBlock(lines, at);
      if (!NO_CAPTION.matcher(lines[at]).matches()) {
        last = caption(file, lines, at, from, report, last).orElse(last);
      }
    }
    if (last.lastLine == 0 && text.indexOf("-->") < 0) {
      error(report, new Spot(file, 1, 1), "There is no caption here.",
          "Write a line of times, 00:01.000 --> 00:04.000, and "
              + "below it what is said.");
    }
    return last;
  }

  private static int nextBlock(String[] lines, int from) {
    var at = from;
    while (at < lines.length && lines[at].isEmpty()) {
      at++;
    }
    return at;
  }

  /** A block goes on to an empty line, be there blanks in the lines before; or to the times of another caption. */
  private static int endOfBlock(String[] lines, int from) {
    var at = from;
    boolean timed = false;
    while (at < lines.length && !lines[at].isEmpty() && !(timed && lines[at].contains("-->"))) {
      timed |= lines[at].contains("-->");
      at++;
    }
    return at;
  }

  /** The caption in the lines from {@code at} to before {@code end}: perhaps a name, then its times, then its words. */
  private static Optional<WebVtt> caption(
      String file, String[] lines, int at, int end, Report report, WebVtt before) {
    var line = !lines[at].contains("-->") && at + 1 < end && lines[at + 1].contains("-->") ? at + 1 : at;
    var spot = new Spot(file, line + 1, 1);
    var times = TIMES.matcher(lines[line]);
    if (!times.matches()) {
      error(report, spot, "\"" + shortened(lines[line]) + "\" does not say from when to when.",
          "Write it as 00:01.000 --> 00:04.000, with hours before it if there are any.");
      return Optional.empty();
    }
    var start = milliseconds(times, 1);
    var stop = milliseconds(times, 5);
    if (start >= stop) {
      error(report, spot, "The caption ends before it begins.", "Correct the times.");
    } else if (line + 1 == end) {
      error(report, spot, "The caption has no words.", "Write them on the next line, without an empty line between.");
    } else if (stop < before.end) {
      error(report, spot, "The caption ends before the one above it does.",
          "Put the captions in the order of their times.");
    }
    return Optional.of(new WebVtt(line + 1, Math.max(stop, before.end)));
  }

  private static long milliseconds(Matcher times, int first) {
    var hours = times.group(first) == null ? 0 : Long.parseLong(times.group(first));
    return ((hours * 60 + Long.parseLong(times.group(first + 1))) * 60 + Long.parseLong(times.group(first + 2))) * 1000
        + Long.parseLong(times.group(first + 3));
  }

  private static void error(Report report, Spot spot, String what, String fix) {
    report.error(spot, "L026", what, "Browsers would not show it.", fix);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}

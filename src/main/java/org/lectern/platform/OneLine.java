package org.lectern.platform;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

import io.quarkus.logging.LoggingFilter;

/**
 * Keeps each message of the log on one line, whatever somebody managed to get into it: a line that looks like another
 * message is none.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {

  /** The message with its parameters, without time, place and exception. */
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord record) {
      var text = MESSAGE.format(record);
      if (text.chars().anyMatch(OneLine::breaks)) {
        record.setMessage(of(text), ExtLogRecord.FormatStyle.NO_FORMAT);
      }
    }
    return true;
  }

  /** The text with what would break its line, or steer a terminal, written out. */
  static String of(String text) {
    var line = new StringBuilder(text.length() + 16);
    text.chars().forEach(character -> {
      if (breaks(character)) {
        line.append("\\u%04x".formatted(character));
      } else {
        line.append((char) character);
      }
    });
    return line.toString();
  }

  private static boolean breaks(int character) {
    return (Character.isISOControl(character) && character != '\t') || character == 0x2028 || character == 0x2029;
  }
}

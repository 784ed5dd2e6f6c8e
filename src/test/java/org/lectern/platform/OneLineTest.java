package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineTest {

  private static String logged(String format, Object... parameters) {
    var line = new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "test");
    line.setParameters(parameters);
    assertThat(new OneLine().isLoggable(line)).isTrue();
    return new PatternFormatter("%s").format(line);
  }

  @Test
  void aForgedLineIsWrittenOut() {
    assertThat(logged("refused: %s", "/a\r\n2026-11-21 INFO signed in")).isEqualTo(
        "refused: /a\\u000d\\u000a2026-11-21 INFO signed in");
  }

  @Test
  void whatSteersATerminalIsWrittenOut() {
    assertThat(logged("refused: %s", "\u001b[2J\u2028\u0085")).isEqualTo("refused: \\u001b[2J\\u2028\\u0085");
  }

  @Test
  void anHonestLineStaysAsItIs() {
    assertThat(logged("%d courses, in %s\t100 %%", 1, "العربية")).isEqualTo("1 courses, in العربية\t100 %");
  }
}

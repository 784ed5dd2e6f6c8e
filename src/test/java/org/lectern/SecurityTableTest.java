package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The table in SECURITY.md names only tests that are there. */
class SecurityTableTest {

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    var missing = new ArrayList<String>();
    var named = TEST.matcher(Files.readString(Path.of("SECURITY.md")));
    var count = 0;
    while (named.find()) {
      count++;
      var method = named.group(2);
      if (!isThere(named.group(1), method == null ? "class " + named.group(1) : " " + method + "(")) {
        missing.add(named.group());
      }
    }

    assertThat(missing).isEmpty();
    assertThat(count).isGreaterThan(60);
  }

  private static boolean isThere(String test, String text) throws IOException {
    try (var files = Files.walk(Path.of("src", "test", "java"))) {
      for (var file : files.filter(path -> path.endsWith(test + ".java")).toList()) {
        return Files.readString(file).contains(text);
      }
    }
    return false;
  }
}

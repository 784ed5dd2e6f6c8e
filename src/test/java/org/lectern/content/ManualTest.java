package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authors' manual says what the code does. */
class ManualTest {
  private static final Path MANUAL = Path.of("content/README.md");
  private static final Pattern CODE = Pattern.compile("\"(L\\d{3})\"");

  @TempDir
  Path temp;

  @Test
  void everyCodeStandsInTheManualAndNoOther() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java/org/lectern/content"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java") && !path.endsWith("ContentProblem.java"))
          .toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
      }
    }
    var explained = new TreeSet<String>();
    Pattern.compile("^\\| (L\\d{3}) ", Pattern.MULTILINE)
        .matcher(Files.readString(MANUAL))
        .results()
        .forEach(match -> explained.add(match.group(1)));
    assertThat(explained).isEqualTo(used);
  }

  @Test
  void theManualNamesAllIdsThatNoUnitMayHave() throws IOException {
    var sentence = Pattern.compile("No unit is called ([^.]*) or like the assessment")
        .matcher(Files.readString(MANUAL));
    assertThat(sentence.find()).isTrue();
    assertThat(Pattern.compile("`([^`]*)`").matcher(sentence.group(1)).results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(IdRules.RESERVED);
  }

  @Test
  void theCourseThatTheManualBeginsWithLoads() throws IOException {
    var manual = Files.readString(MANUAL);
    var begin = Pattern.compile("<!-- begin: (\\S+) -->\n+(`{3,4})\\w*\n(.*?)\n\\2\n", Pattern.DOTALL).matcher(manual);
    int files = 0;
    while (begin.find()) {
      var file = temp.resolve(begin.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, begin.group(3) + "\n");
      files++;
    }
    assertThat(files).isEqualTo(4);
    var loading = Loading.of(temp, ContentFolder.TODAY);
    assertThat(loading.problems()).isEmpty();
    assertThat(loading.library().courses().keySet()).containsExactly("first-aid");
  }
}

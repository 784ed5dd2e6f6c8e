package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

class CheckCommandTest {
  @TempDir
  Path temp;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int check(String... arguments) {
    bytes.reset();
    return new CheckCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8), ContentFolder.TODAY).run(arguments);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void warningsAreOneAndTheSummaryCountsTheCourse() {
    assertThat(check(ContentFolder.SAMPLE.toString())).isEqualTo(1);
    assertThat(printed()).matches(
        """
            sample-course/en/02-the-dark/01-when-it-goes-out.md:2:5: warning L070 The unit "s2-dark" is not translated into "fr"\\.
                Learners are told so, and read the source language\\.
                Fix: Translate the file, with the same ids, below the folder fr\\.

            sample-course 1\\.0\\+[0-9a-f]{12} \\(en, fr\\)
              3 modules, 6 units, 7 questions in checks, 9 items in pools, 1 resource
              path full: 14 minutes, stated 14
              path abridged: 12 minutes, stated 12
            0 errors, 1 warning\\.
            """);
  }

  @Test
  void cleanContentIsZero() {
    var folder = ContentFolder.copyOfSample(temp);
    folder.write("fr/02-le-noir/01-quand-elle-s-eteint.md",
        "---\nid: s2-dark\ntitle: Quand elle s'éteint\n---\nNe bougez pas.\n");
    assertThat(check(temp.toString())).isZero();
    assertThat(printed()).endsWith("0 errors, 0 warnings.\n");
  }

  @Test
  void errorsAreTwoAndTheCourseIsNamed() {
    ContentFolder.copyOfSample(temp).delete("course.yaml");
    assertThat(check(temp.toString())).isEqualTo(2);
    assertThat(printed()).endsWith("""
        sample-course: has errors, and is not served as it is now
        1 error, 0 warnings.
        """);
  }

  @Test
  void aFolderThatIsNotThereIsTwo() {
    assertThat(check(temp.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(printed()).startsWith(".:1:1: error L003 There is no folder " + temp.resolve("nowhere"));
  }

  @Test
  void wrongArgumentsAreTwoAndTellTheRightOnes() {
    assertThat(check("--format", "xml")).isEqualTo(2);
    assertThat(printed()).isEqualTo("Usage: lectern check [--format text|json] [folder]\n");
    assertThat(check("one", "two")).isEqualTo(2);
    assertThat(check("--help")).isEqualTo(2);
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    assertThat(check("--format", "json", ContentFolder.SAMPLE.toString())).isEqualTo(1);
    var json = new ObjectMapper().readTree(printed());
    assertThat(json.get("errors").asInt()).isZero();
    assertThat(json.get("warnings").asInt()).isEqualTo(1);
    var problem = json.get("problems").get(0);
    assertThat(problem.get("file").asText()).isEqualTo("sample-course/en/02-the-dark/01-when-it-goes-out.md");
    assertThat(problem.get("line").asInt()).isEqualTo(2);
    assertThat(problem.get("severity").asText()).isEqualTo("warning");
    var course = json.get("courses").get(0);
    assertThat(course.get("languages")).hasSize(2);
    assertThat(course.get("items").asInt()).isEqualTo(9);
    assertThat(course.get("resources").asInt()).isEqualTo(1);
    assertThat(course.get("paths").get(1).get("stated").asInt()).isEqualTo(12);
    assertThat(json.get("broken")).isEmpty();
  }

  @Test
  void jsonQuotesWhatAuthorsWrote() throws IOException {
    var written = "a \"b\" \\ \n\t\u0001 é 人 \uD83D\uDE00 \u2028";
    assertThat(new ObjectMapper().readTree(CheckJson.quoted(written)).asText()).isEqualTo(written);
  }
}

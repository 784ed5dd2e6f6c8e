package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, loading answers with problems and never throws. */
@Tag("once")
class MutationTest {
  private static final long SEED = 20261121;
  private static final int TIMES_A_FILE = 6;
  private static final List<String> NASTY = List.of("---", "{#", "}", "[x]", "- ", "> ", "```", "```figure\n", "|",
      "\t", "\0",
      "&a ", "*a", "!!java.lang.Runtime ", "#", "##", "1. ", "](", "<", "<svg>", "\"", "'", ":", "é", "\uD83D\uDE00",
      "\n", "\r",
      "%", "$", "\\", "null", "99999999999999999999", "-1", "[", "{", "s1", "unit:", "glossary:", "(#safe)");

  @TempDir
  Path temp;

  @Test
  void loadingNeverThrowsAndNeverFailsUnexpectedly() throws IOException {
    var folder = ContentFolder.copyOfSample(temp);
    var random = new Random(SEED);
    for (var file : files()) {
      var original = Files.readAllBytes(file);
      for (int i = 0; i < TIMES_A_FILE; i++) {
        Files.write(file, mutated(original, random));
        var loading = folder.load();
        assertThat(loading.problems()).as("%s, mutation %d", temp.relativize(file), i)
            .extracting(ContentProblem::code)
            .doesNotContain("L099");
        assertThat(loading.problems()).allSatisfy(problem -> {
          assertThat(problem.line()).isPositive();
          assertThat(problem.column()).isPositive();
          assertThat(problem.what()).isNotBlank();
          assertThat(problem.fix()).isNotBlank();
        });
        boolean served = loading.library().course("sample-course").isPresent();
        assertThat(served).isNotEqualTo(loading.broken().contains("sample-course"));
      }
      Files.write(file, original);
    }
    assertThat(folder.problems()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(temp)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    var text = new String(original, StandardCharsets.UTF_8);
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(original, random.nextInt(original.length + 1));
      case 1 -> {
        var bytes = original.clone();
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 2 -> (text.substring(0, at) + NASTY.get(random.nextInt(NASTY.size())) + text.substring(at))
          .getBytes(StandardCharsets.UTF_8);
      case 3 -> withoutLine(text, random).getBytes(StandardCharsets.UTF_8);
      case 4 -> (text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(30))))
          .getBytes(StandardCharsets.UTF_8);
      default -> (text.substring(0, at) + NASTY.get(random.nextInt(NASTY.size())).repeat(1 + random.nextInt(300))
          + text.substring(at))
          .getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String withoutLine(String text, Random random) {
    var lines = text.split("\n", -1);
    int line = random.nextInt(lines.length);
    lines[line] = random.nextBoolean() ? "" : lines[random.nextInt(lines.length)];
    return String.join("\n", lines);
  }
}

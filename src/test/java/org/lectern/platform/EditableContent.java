package org.lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A copy of the sample course that a test may edit. */
public class EditableContent implements QuarkusTestResourceLifecycleManager {

  private static final Path SAMPLE = Path.of("src/test/resources/content");
  private @Nullable Path copy;

  @Override
  public Map<String, String> start() {
    try {
      copy = Files.createTempDirectory("lectern-content");
      copyTo(copy);
      return Map.of("lectern.content", copy.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the translations: an edit of the source course would make them incomplete. */
  private static void copyTo(Path target) throws IOException {
    try (var files = Files.walk(SAMPLE)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var below = SAMPLE.relativize(file);
        if (!below.startsWith(Path.of("sample-course", "fr"))) {
          Files.createDirectories(target.resolve(below).getParent());
          Files.copy(file, target.resolve(below));
        }
      }
    }
  }

  @Override
  public void stop() {
    if (copy == null) {
      return;
    }
    try (var files = Files.walk(copy)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A copy of the sample content, to be edited by tests. */
final class ContentFolder {
  static final Path SAMPLE = Path.of("src/test/resources/content");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  /** The one problem that the sample has, so that the fallback to the source language can be seen. */
  static final String UNTRANSLATED = "sample-course/en/02-the-dark/01-when-it-goes-out.md:2:5: warning L070: "
      + "The unit \"s2-dark\" is not translated into \"fr\". Learners are told so, and read the source language. "
      + "Fix: Translate the file, with the same ids, below the folder fr.";

  private final Path dir;

  private ContentFolder(Path dir) {
    this.dir = dir;
  }

  static ContentFolder empty(Path dir) {
    return new ContentFolder(dir);
  }

  static ContentFolder copyOfSample(Path dir) {
    try (var files = Files.walk(SAMPLE)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = dir.resolve(SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ContentFolder(dir);
  }

  Path dir() {
    return dir;
  }

  /** A file of the sample course. */
  Path file(String path) {
    return dir.resolve("sample-course").resolve(path);
  }

  String read(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ContentFolder replace(String path, String from, String to) {
    var text = read(path);
    assertThat(text).contains(from);
    return write(path, text.replace(from, to));
  }

  ContentFolder write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  ContentFolder write(String path, byte[] bytes) {
    try {
      Files.createDirectories(file(path).getParent());
      Files.write(file(path), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  ContentFolder delete(String path) {
    try {
      Files.delete(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Loading load() {
    return Loading.of(dir, TODAY);
  }

  /** The course of the sample, which must have no errors. */
  Course course() {
    var loading = load();
    assertThat(loading.broken()).as("%s", loading.problems()).isEmpty();
    return loading.library().course("sample-course").orElseThrow();
  }

  /** All problems as text, but the one that the sample always has. */
  List<String> problems() {
    return load().problems().stream().map(ContentProblem::toString).filter(text -> !text.equals(UNTRANSLATED)).toList();
  }

  /** All problems as text, without why and fix. */
  List<String> briefly() {
    return load().problems()
        .stream()
        .filter(problem -> !problem.toString().equals(UNTRANSLATED))
        .map(problem -> "%s:%d:%d %s %s".formatted(problem.file(), problem.line(), problem.column(), problem.code(),
            problem.what()))
        .toList();
  }
}

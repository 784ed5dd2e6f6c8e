package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;

/** What is given of media that were replaced after they were read, as happens while a course keeps its last good content. */
class ReplacedMediaTest {

  private static final Path SAMPLE = Path.of("src/test/resources/content");

  private Path course;
  private MediaFiles files;

  @TempDir
  Path temp;

  @BeforeEach
  void read() throws IOException {
    var content = temp.resolve("content");
    try (var paths = Files.walk(SAMPLE)) {
      for (var path : paths.toList()) {
        Files.copy(path, content.resolve(SAMPLE.relativize(path).toString()));
      }
    }
    // A content folder may be a link itself, and a medium a link to another file in it.
    var link = Files.createSymbolicLink(temp.resolve("link"), content);
    course = content.resolve("sample-course");
    Files.createSymbolicLink(course.resolve("media/again.png"), Path.of("shelf.png"));
    files = new MediaFiles(new Shelf(link, () -> LocalDate.of(2026, 11, 21)));
  }

  private Response show(String name, @Nullable String range, @Nullable String known) {
    return files.show("sample-course", name, range, null, known);
  }

  private void replace(String name, byte[] bytes) throws IOException {
    var file = course.resolve("media/" + name);
    var fresh = Files.write(temp.resolve("fresh"), bytes);
    Files.delete(file);
    Files.move(fresh, file);
  }

  @Test
  void whatIsAsItWasReadIsKeptAndGivenInParts() {
    for (var name : new String[]{"shelf.png", "again.png"}) {
      var answer = show(name, "bytes=0-9", null);

      assertThat(answer.getStatus()).as(name).isEqualTo(206);
      assertThat(answer.getEntity()).isInstanceOf(PathPart.class);
      assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, max-age=604800");
      assertThat(show(name, null, answer.getHeaderString("ETag")).getStatus()).isEqualTo(304);
    }
  }

  @Test
  void aReplacedFileIsGivenWholeAndNotKept() throws IOException {
    var before = Files.readAllBytes(course.resolve("media/shelf.png"));
    var tag = show("shelf.png", null, null).getHeaderString("ETag");
    replace("shelf.png", Arrays.copyOf(before, 20));

    for (var name : new String[]{"shelf.png", "again.png"}) {
      for (var answer : new Response[]{show(name, null, null), show(name, "bytes=50-99", null),
          show(name, null, tag)}) {
        assertThat(answer.getStatus()).as(name).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(course.toRealPath().resolve("media/shelf.png"));
        assertThat(answer.getHeaderString("ETag")).isNull();
        assertThat(answer.getHeaderString("Accept-Ranges")).isNull();
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeaderString("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getMediaType()).hasToString("image/png");
      }
    }
  }

  @Test
  void aFileOfTheSameSizeIsAnotherOneToo() throws IOException {
    var file = course.resolve("media/shelf.png");
    var modified = Files.getLastModifiedTime(file);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1]++;
    replace("shelf.png", bytes);
    Files.setLastModifiedTime(file, modified);

    assertThat(show("shelf.png", null, null).getHeaderString("ETag")).isNull();
  }

  @Test
  void aLinkThatHasComeIntoThePlaceOfAFileOrItsFolderIsNotFollowed() throws IOException {
    var secret = Files.writeString(temp.resolve("shelf.png"), "secret");
    var picture = course.resolve("media/shelf.png");
    Files.delete(picture);
    Files.createSymbolicLink(picture, secret);
    assertNotFound("shelf.png");
    assertNotFound("again.png");

    Files.delete(picture);
    Files.move(course.resolve("media"), temp.resolve("away"));
    Files.createSymbolicLink(course.resolve("media"), temp);
    assertNotFound("shelf.png");
  }

  private void assertNotFound(String name) {
    assertThatThrownBy(() -> show(name, null, null)).isInstanceOfSatisfying(Problem.class,
        problem -> assertThat(problem.status()).isEqualTo(404));
  }
}

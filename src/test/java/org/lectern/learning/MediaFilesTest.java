package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MediaFilesTest {

  private static final String MEDIA = "/courses/sample-course/media/";

  private static @Nullable TestPerson reader;

  private TestPerson person;
  private byte[] picture;

  @BeforeEach
  void somebodyLooks() throws IOException {
    person = reader == null ? TestPerson.onFullPath() : reader;
    reader = person;
    picture = Files.readAllBytes(Path.of("src/test/resources/content/sample-course/media/shelf.png"));
  }

  private Response range(String range) {
    return person.browser().header("Range", range).get(MEDIA + "shelf.png");
  }

  @Test
  void aFileIsGivenWithItsTypeAndItsTag() {
    var answer = person.browser().get(MEDIA + "shelf.png?v=12345678");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("image/png");
    assertThat(answer.asByteArray()).isEqualTo(picture);
    assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}\"");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, max-age=604800");
    assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
  }

  @ParameterizedTest
  @CsvSource({"shelf.png,image/png", "lantern.svg,image/svg+xml", "lighting.webm,video/webm",
      "lighting.en.vtt,text/vtt"})
  void aFileOpenedByItselfCanDoNothing(String name, String type) {
    var answer = person.browser().get(MEDIA + name);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith(type);
    assertThat(answer.headers().getValues("Content-Security-Policy"))
        .contains("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  @Test
  void whoHasItAlreadyIsNotSentItAgain() {
    var tag = person.browser().get(MEDIA + "shelf.png").header("ETag");

    for (var known : new String[]{tag, "W/" + tag, "\"another\", " + tag, "*"}) {
      var answer = person.browser().header("If-None-Match", known).get(MEDIA + "shelf.png");
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.asByteArray()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(tag);
      assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=604800");
    }
    assertThat(person.browser().header("If-None-Match", "\"another\"").get(MEDIA + "shelf.png").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9,0,9", "bytes=10-19,10,19", "bytes=100-,100,110", "bytes=-11,100,110", "bytes=0-99999,0,110",
      "bytes=110-110,110,110", "bytes=-99999,0,110"})
  void aPartIsGiven(String range, int first, int last) {
    assertThat(picture).hasSize(111);

    var answer = range(range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/111");
    assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(picture, first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=111-", "bytes=111-120", "bytes=20-10", "bytes=-0", "bytes=999999999999999-"})
  void aPartThatIsNotThereIsRefused(String range) {
    var answer = range(range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */111");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=99999999999999999999-", "x"})
  void whatIsNoRangeIsPassedOver(String range) {
    assertThat(range(range).statusCode()).isEqualTo(200);
    assertThat(range(range).asByteArray()).isEqualTo(picture);
  }

  @Test
  void aPartOfAFileThatHasChangedIsTheWholeNewOne() {
    var tag = person.browser().get(MEDIA + "shelf.png").header("ETag");

    assertThat(person.browser()
        .header("Range", "bytes=0-9")
        .header("If-Range", tag)
        .get(MEDIA + "shelf.png")
        .statusCode()).isEqualTo(206);
    assertThat(person.browser()
        .header("Range", "bytes=0-9")
        .header("If-Range", "\"old\"")
        .get(MEDIA + "shelf.png")
        .statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "nothing.png", "../course.yaml", "..%2fcourse.yaml", "..%2F..%2Fjob-networks.yaml", "%2e%2e/course.yaml",
      "..%252fcourse.yaml", "..%5ccourse.yaml", "../en/01-the-lantern/02-check.md", "..%2Fen%2Fassessment%2Fs1.md",
      "/etc/passwd", "%2fetc%2fpasswd", "shelf.png%00.txt", "./shelf.png%2f..", "SHELF.PNG", ""})
  void nothingElseIsGiven(String name) {
    var answer = person.browser().urlEncodingEnabled(false).get(MEDIA + name);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.asString()).doesNotContain("root:", "jobNetworks", "- [x]");
  }

  @Test
  void aFileOfAnotherCourseIsNotFound() {
    assertThat(person.browser().get("/courses/nothing/media/shelf.png").statusCode()).isEqualTo(404);
  }

  @Test
  void filesAreForWhoIsSignedIn() {
    assertThat(stranger().get(MEDIA + "shelf.png").statusCode()).isEqualTo(303);
    assertThat(stranger().header("Authorization", "Bearer x").get(MEDIA + "shelf.png").statusCode()).isIn(303, 401);
  }
}

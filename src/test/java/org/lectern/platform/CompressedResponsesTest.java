package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What text weighs on the line. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompressedResponsesTest {

  @ParameterizedTest
  @ValueSource(strings = {"/courses/sample-course/s1-welcome", "/courses/sample-course/s1-check",
      "/courses/sample-course",
      "/sign-in", "/verify"})
  void everyPageIsCompressed(String path) throws Exception {
    var person = TestPerson.onFullPath();
    var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
        .header("Accept-Encoding", "gzip")
        .header("Cookie", path.startsWith("/courses") ? TestPerson.COOKIE + "=" + person.token() : "none=none");

    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
      try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
      }
    }
  }
}

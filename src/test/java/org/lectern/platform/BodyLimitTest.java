package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What is too long is refused, and whoever sends it reads why. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BodyLimitTest {

  private static final String HUGE = "name=" + "x".repeat(1_100_000);

  /** Sends what is given, and reads until the server closes the line. */
  private static String exchange(String... parts) throws IOException {
    try (var socket = new Socket(URI.create(RestAssured.baseURI).getHost(), RestAssured.port)) {
      socket.setSoTimeout(60_000);
      for (var part : parts) {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String head(long length, String further) {
    return "POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + length + "\r\n" + further + "\r\n";
  }

  @ParameterizedTest
  @EnumSource
  void whoHasSentTooMuchIsToldSoByEitherVersionOfHttp(HttpClient.Version version) throws Exception {
    var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/join");
    try (var client = HttpClient.newHttpClient()) {
      // The first request asks for the other version, those that follow speak it.
      client.send(HttpRequest.newBuilder(address).version(version).build(), HttpResponse.BodyHandlers.discarding());
      var answer = client.send(HttpRequest.newBuilder(address)
          .version(version)
          .header("Accept-Language", "ar")
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(HUGE))
          .build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("<html lang=\"ar\" dir=\"rtl\">", "1024 كيلوبايت");
      assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
    }
  }

  @Test
  void theLineIsGoodForWhatComesNext() throws IOException {
    var answers = exchange(head(HUGE.length(), ""), HUGE,
        "GET /join HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answers).startsWith("HTTP/1.1 413 ").contains("\r\n\r\n", "HTTP/1.1 200 OK", "name=\"password\"");
  }

  @Test
  void whoAsksFirstIsToldNotToSendIt() throws IOException {
    assertThat(exchange(head(HUGE.length(), "Expect: 100-continue\r\n"))).startsWith("HTTP/1.1 413 ")
        .doesNotContain("100 Continue")
        .contains("This is too much to be sent at once");
  }

  @Test
  void whoWouldSendFarTooMuchIsCutOff() throws IOException {
    assertThat(exchange(head(BodyLimit.MOST_THROWN_AWAY + 1, ""))).startsWith("HTTP/1.1 413 ")
        .contains("This is too much to be sent at once");
  }
}

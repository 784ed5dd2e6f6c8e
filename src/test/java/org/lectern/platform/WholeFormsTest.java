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

/** Forms that arrive slowly. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WholeFormsTest {

  private static final String FORM = "email=nobody%40example.org&password=not+the+password&to=%2F";

  /** Sends the head of a form and its first half. */
  private static Socket begun(String further) throws IOException {
    var socket = new Socket(URI.create(RestAssured.baseURI).getHost(), RestAssured.port);
    socket.setSoTimeout(60_000);
    send(socket, "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + further
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FORM.length() + "\r\n\r\n"
        + FORM.substring(0, FORM.length() / 2));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aFormInTwoPiecesIsReadWhole() throws Exception {
    try (var socket = begun("")) {
      Thread.sleep(300);
      send(socket, FORM.substring(FORM.length() / 2));

      assertThat(answer(socket)).startsWith("HTTP/1.1 422").contains("value=\"nobody@example.org\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFormIsReadByEitherVersionOfHttp(HttpClient.Version version) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/sign-in"))
        .version(version)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(FORM));

    try (var client = HttpClient.newHttpClient()) {
      // The first request asks for the other version, those that follow speak it.
      client.send(HttpRequest.newBuilder(request.build().uri()).version(version).build(),
          HttpResponse.BodyHandlers.discarding());
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("value=\"nobody@example.org\"");
    }
  }

  @Test
  void whoAsksWhetherToGoOnIsToldSo() throws Exception {
    try (var socket = begun("Expect: 100-continue\r\n")) {
      send(socket, FORM.substring(FORM.length() / 2));

      assertThat(answer(socket)).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 422");
    }
  }

  @Test
  void whoStopsInTheMiddleIsCutOff() throws Exception {
    try (var socket = begun("")) {
      assertThat(answer(socket)).doesNotContain("HTTP/1.1 2", "HTTP/1.1 3");
    }
  }
}

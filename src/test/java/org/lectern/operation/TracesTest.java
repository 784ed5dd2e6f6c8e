package org.lectern.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

/** Traces, when an operator wants them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(value = TracesTest.Collector.class, restrictToAnnotatedClass = true)
class TracesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final BlockingQueue<String> RECEIVED = new LinkedBlockingQueue<>();

  /** Where traces go. */
  public static class Collector implements QuarkusTestResourceLifecycleManager {

    private final HttpServer server;

    public Collector() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @Override
    public Map<String, String> start() {
      server.createContext("/v1/traces", exchange -> {
        RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
      });
      server.start();
      return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
          "quarkus.otel.exporter.otlp.endpoint", "http://localhost:" + server.getAddress().getPort(),
          "quarkus.otel.bsp.schedule.delay", "50ms");
    }

    @Override
    public void stop() {
      server.stop(0);
    }
  }

  private static String trace(String text) throws InterruptedException {
    for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
      var received = RECEIVED.poll(1, TimeUnit.SECONDS);
      if (received != null && received.contains(text)) {
        return received;
      }
    }
    throw new AssertionError("no trace with " + text + " has come");
  }

  @Test
  void whatWasAskedForIsTracedWithoutItsQuery() throws InterruptedException {
    given().queryParam("q", "Maximilian").get("/verify").then().statusCode(200);

    assertThat(trace("/verify")).contains("lectern", "url.path", "/verify", "url.query").doesNotContain("Maximilian");
  }
}

package org.lectern.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.impl.HttpServerRequestInternal;

@QuarkusTest
class LateAuthenticationTest {

  /** Looks where authentication has been prepared, and authorization is next. */
  @Singleton
  static class Looking {

    private static final int IN_BETWEEN = 150;

    /** Where Quarkus keeps which path it is, once that is known. */
    private static final String PATH = "UrlPathTemplate";

    private final BlockingQueue<List<Object>> prepared = new LinkedBlockingQueue<>();

    void register(@Observes Filters filters) {
      filters.register(context -> {
        if ("authentication".equals(context.request().getParam("late"))) {
          var request = ((HttpServerRequestInternal) context.request()).context();
          prepared.add(Stream.of(context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER), request.getLocal(PATH))
              .filter(Objects::nonNull)
              .toList());
        }
        context.next();
      }, IN_BETWEEN);
    }
  }

  @Inject
  Looking looking;

  @Test
  void nothingIsPreparedForAFailureThatCannotCome() throws InterruptedException {
    given().get("/sign-in?late=authentication").then().statusCode(200);
    assertThat(looking.prepared.poll(30, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aBadTokenIsRefusedInWords() {
    var answer = given().header("Authorization", "Bearer nonsense").get("/api/v1/courses/sample-course");
    answer.then().statusCode(401).contentType("application/problem+json");
    assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
  }
}

package org.lectern.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;

@QuarkusTest
class LateAuthenticationTest {

  /** Looks where authentication has been prepared, and authorization is next. */
  @Singleton
  static class Looking {

    private static final int IN_BETWEEN = 150;

    private final BlockingQueue<Optional<Object>> prepared = new LinkedBlockingQueue<>();

    void register(@Observes Filters filters) {
      filters.register(context -> {
        if ("authentication".equals(context.request().getParam("late"))) {
          prepared.add(Optional.ofNullable(context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER)));
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
  void aBadTokenIsRefusedOnceAndInWords() {
    given().header("Authorization", "Bearer nonsense")
        .get("/api/v1/courses/sample-course")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
  }
}

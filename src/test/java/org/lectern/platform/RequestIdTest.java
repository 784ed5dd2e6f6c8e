package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RequestIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"/join", "/no/such/page", "/profile", "/assets/lectern.css", "/q/health", "/api/v1/courses"})
  void everyAnswerHasANumber(String address) {
    assertThat(stranger().get(address).headers().getValues("X-Request-Id")).singleElement()
        .asString()
        .matches("[0-9a-f]{16}");
  }

  @Test
  void noTwoRequestsHaveTheSame() {
    assertThat(stranger().get("/join").header("X-Request-Id"))
        .isNotEqualTo(stranger().get("/join").header("X-Request-Id"));
  }

  @Test
  void aProxyMayGiveTheNumber() {
    var given = stranger().header("X-Request-Id", "7c1b2f0e-proxy.1").get("/join");

    assertThat(given.header("X-Request-Id")).isEqualTo("7c1b2f0e-proxy.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "short", "with space inside", "<script>alert(1)</script>", "line%0abreak-line", "\u001b[31mred-red",
      "0123456789012345678901234567890123456789012345678901234567890123456789"})
  void aNumberThatIsNoneIsReplaced(String wrong) {
    var answer = stranger().header("X-Request-Id", wrong).get("/join");

    assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{16}");
  }
}

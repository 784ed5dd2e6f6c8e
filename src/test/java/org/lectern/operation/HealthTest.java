package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HealthTest {

  private static Map<String, Object> check(String address, String name) {
    var answer = stranger().get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<String>path("status")).isEqualTo("UP");
    List<Map<String, Object>> checks = answer.path("checks");
    return checks.stream().filter(check -> check.get("name").equals(name)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String address, String name) {
    var check = check(address, name);
    assertThat(check).containsEntry("status", "UP");
    return (Map<String, Object>) Objects.requireNonNull(check.get("data"));
  }

  @Test
  void itLivesWhenItsProcessAnswers() {
    assertThat((Integer) data("/q/health/live", "process").get("upForSeconds")).isNotNegative();
  }

  @Test
  void livingAsksNothingOutsideTheProcess() {
    assertThat(stranger().get("/q/health/live").<List<String>>path("checks.name")).containsExactly("process");
  }

  @Test
  void itIsReadyWhenTheDatabaseIsMigratedAndHasConnectionsToSpare() {
    var database = data("/q/health/ready", "database");

    assertThat(database).containsEntry("connectionsAtMost", 20).doesNotContainKey("trouble");
    assertThat((Integer) database.get("waiting")).isZero();
    assertThat((String) database.get("migratedTo")).matches("\\d{3}(\\.\\d+)?");
  }

  @Test
  void itIsReadyAndStartedWhenThereIsACourse() {
    assertThat(data("/q/health/ready", "courses")).containsEntry("courses", 1);
    assertThat(data("/q/health/started", "courses")).containsEntry("courses", 1);
  }

  @Test
  void readinessTellsWhenItShutsDown() {
    assertThat(stranger().get("/q/health/ready").<List<String>>path("checks.name"))
        .contains("Graceful Shutdown");
  }

  @ParameterizedTest
  @CsvSource({"/q/health", "/q/health/ready", "/q/health/live", "/q/health/started"})
  void healthTellsNoSecrets(String address) {
    assertThat(stranger().get(address).asString()).doesNotContainIgnoringCase("jdbc")
        .doesNotContainIgnoringCase("password")
        .doesNotContainIgnoringCase("localhost")
        .doesNotContain("/src/", "lectern");
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Holds the description of the API to the code. {@code mvn test -Dtest=ApiDescriptionTest -Dupdate} writes it anew; the
 * difference is what programs that use the API will see.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApiDescriptionTest {

  private static final Path FILE = Path.of("src", "main", "resources", "openapi.json");

  @Test
  void itSaysWhatTheCodeSays() throws IOException {
    var description = new ObjectMapper().readTree(stranger().get("/q/openapi-of-the-code?format=json").asByteArray());
    leaveOutPages((ObjectNode) description);
    var wanted = description.toPrettyString() + "\n";
    if (System.getProperty("update") != null) {
      Files.writeString(FILE, wanted);
    }

    assertThat(Files.readString(FILE))
        .as("%s is out of date: mvn test -Dtest=ApiDescriptionTest -Dupdate", FILE)
        .isEqualTo(wanted);
  }

  /** They are for people, and may change with each version. */
  private static void leaveOutPages(ObjectNode description) {
    var paths = description.withObject("/paths");
    paths.retain(paths.propertyStream().map(path -> path.getKey()).filter(path -> path.startsWith("/api/")).toList());

    var schemas = description.withObject("/components/schemas");
    var needed = new TreeSet<String>();
    var open = new ArrayDeque<>(schemasIn(paths));
    while (!open.isEmpty()) {
      var name = open.remove();
      if (needed.add(name)) {
        open.addAll(schemasIn(schemas.get(name)));
      }
    }
    schemas.retain(needed);
  }

  private static List<String> schemasIn(JsonNode node) {
    return node.findValuesAsText("$ref").stream().map(ref -> ref.substring(ref.lastIndexOf('/') + 1)).toList();
  }

  @Test
  void everybodyCanReadIt() throws IOException {
    var answer = stranger().get("/q/openapi");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
    try (var file = Objects.requireNonNull(ApiDescriptionTest.class.getResourceAsStream(ApiDescription.FILE))) {
      assertThat(answer.asByteArray()).isEqualTo(file.readAllBytes());
    }
    assertThat(answer.jsonPath().getString("info.title")).isEqualTo("Lectern");
    assertThat(answer.jsonPath().getMap("paths")).containsKeys("/api/v1/search", "/api/v1/accounts");
  }
}

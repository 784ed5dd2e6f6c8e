package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.content.draft.Manual;
import org.lectern.content.format.FrontMatter;
import org.lectern.content.format.Keys;
import org.lectern.content.format.Value;
import org.lectern.content.format.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Editors complete and check by the schemas: they must promise what the parser accepts. */
class SchemasTest {
  private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/resources/schemas");

  static Stream<Arguments> keys() {
    return Stream.of(
        Arguments.of("course", "", Manual.COURSE, List.of()),
        Arguments.of("course", "/properties/contact", Manual.CONTACT, List.of()),
        Arguments.of("course", "/properties/paths/additionalProperties", Manual.PATH, List.of()),
        Arguments.of("course", "/properties/assessment", Manual.ASSESSMENT, List.of()),
        Arguments.of("course", "/properties/codes/items", Manual.CODE, List.of()),
        Arguments.of("course", "/properties/certificate", Manual.CERTIFICATE, List.of()),
        Arguments.of("job-networks", "/items", Manual.JOB_NETWORK, List.of()),
        Arguments.of("glossary", "/items", Manual.TERM, List.of()),
        Arguments.of("module", "", Manual.MODULE, List.of()),
        Arguments.of("page", "", Manual.PAGE, List.of()),
        Arguments.of("check", "", Manual.CHECK, List.of()),
        Arguments.of("case", "", Manual.CASE, List.of()),
        Arguments.of("pool", "", Manual.POOL, List.of()),
        Arguments.of("resource", "", Manual.RESOURCE, List.of()),
        Arguments.of("figure", "", Manual.FIGURE, List.of("alt", "credit")),
        Arguments.of("video", "", Manual.VIDEO, List.of("transcript")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aSchemaHasTheKeysThatTheParserKnows(String name, String pointer, Keys keys, List<String> reportedApart)
      throws IOException {
    var schema = schema(name).at(pointer);
    assertThat(names(schema.get("properties"))).containsExactlyInAnyOrderElementsOf(keys.all());
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
    var required = StreamSupport.stream(schema.get("required").spliterator(), false).map(JsonNode::asText).toList();
    assertThat(required)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(keys.required().stream(), reportedApart.stream()).toList());
  }

  @Test
  void everySchemaSaysItsDraftAndItsAddress() throws IOException {
    try (var files = Files.list(SCHEMAS)) {
      for (var file : files.toList()) {
        var schema = new ObjectMapper().readTree(file.toFile());
        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asText()).isEqualTo("/schemas/" + file.getFileName());
      }
    }
  }

  @Test
  void theSampleCourseIsValid() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(ContentFolder.SAMPLE)) {
      for (var file : files.filter(path -> path.toString().matches(".*\\.(yaml|md)")).toList()) {
        if (!file.toString().contains("/media/")) {
          validate(file, found);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theValidatorOfThisTestFindsMistakes() throws IOException {
    var found = new ArrayList<String>();
    var problems = new Problems();
    validate(Yaml.read("x", "{id: X, titel: T, minutes: many}", 0, problems).orElseThrow(), schema("page"), "page",
        found);
    assertThat(found).containsExactlyInAnyOrder("page needs title", "page.id: X", "page has titel",
        "page.minutes: many");
  }

  private static void validate(Path file, List<String> found) throws IOException {
    var problems = new Problems();
    var name = String.valueOf(file.getFileName());
    var text = Files.readString(file);
    if (name.endsWith(".yaml")) {
      validate(Yaml.read(name, text, 0, problems).orElseThrow(), schema(name.replace(".yaml", "")), file.toString(),
          found);
      return;
    }
    var head = FrontMatter.of(name, text, problems).head().orElseThrow();
    var type = ((Value.Mapping) head).entries().get("type");
    var kind = name.equals("module.md")
        ? "module"
        : file.toString().contains("/assessment/")
            ? "pool"
            : String.valueOf(file.getParent()).endsWith("/sample-course/resources")
                ? "resource"
                : type == null ? "page" : ((Value.Scalar) type.value()).text();
    validate(head, schema(kind), file.toString(), found);
  }

  /** As much of JSON Schema as the schemas use. */
  private static void validate(Value value, JsonNode schema, String at, List<String> found) {
    switch (value) {
      case Value.Mapping mapping -> {
        schema.path("required").forEach(key -> {
          if (!mapping.entries().containsKey(key.asText())) {
            found.add(at + " needs " + key.asText());
          }
        });
        mapping.entries().forEach((key, entry) -> {
          var inner = schema.path("properties").has(key)
              ? schema.path("properties").get(key)
              : schema.path("additionalProperties");
          var pattern = schema.path("propertyNames").path("pattern").asText(".*");
          if (!inner.isObject() || !key.matches(pattern)) {
            found.add(at + " has " + key);
          } else {
            validate(entry.value(), inner, at + "." + key, found);
          }
        });
      }
      case Value.Sequence sequence ->
        sequence.values().forEach(part -> validate(part, schema.path("items"), at, found));
      case Value.Scalar scalar -> {
        var text = scalar.text();
        boolean wrong = !Pattern.compile(schema.path("pattern").asText("")).matcher(text).find()
            || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)
            || (schema.path("type").asText().equals("integer") && !text.matches("-?\\d+"))
            || (schema.has("const") && !schema.get("const").asText().equals(text));
        if (wrong) {
          found.add(at + ": " + text);
        }
      }
    }
  }

  private static List<String> names(JsonNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode schema(String name) throws IOException {
    return new ObjectMapper().readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
  }
}

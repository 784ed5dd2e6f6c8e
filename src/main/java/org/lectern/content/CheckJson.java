package org.lectern.content;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import org.lectern.content.ContentProblem.Severity;

/** The result of a check for other programs. Written by hand, so that this room needs no JSON library. */
final class CheckJson {
  private final Loading loading;

  CheckJson(Loading loading) {
    this.loading = loading;
  }

  String text() {
    return """
        {
          "errors": %d,
          "warnings": %d,
          "problems": %s,
          "courses": %s,
          "broken": %s
        }
        """.formatted(
        CheckCommand.count(loading, Severity.ERROR),
        CheckCommand.count(loading, Severity.WARNING),
        list(loading.problems().stream().map(CheckJson::problem).toList()),
        list(loading.library().courses().values().stream().map(CheckJson::course).toList()),
        list(loading.broken().stream().map(CheckJson::quoted).toList()));
  }

  private static String problem(ContentProblem problem) {
    return "{\"severity\": %s, \"file\": %s, \"line\": %d, \"column\": %d, \"code\": %s, \"what\": %s, \"why\": %s, \"fix\": %s}"
        .formatted(
            quoted(problem.severity().name().toLowerCase(Locale.ROOT)),
            quoted(problem.file()),
            problem.line(),
            problem.column(),
            quoted(problem.code()),
            quoted(problem.what()),
            quoted(problem.why()),
            quoted(problem.fix()));
  }

  private static String course(Course course) {
    var counts = CheckCommand.Counts.of(course);
    var paths = course.paths()
        .values()
        .stream()
        .map(
            path -> "{\"id\": %s, \"minutes\": %d, \"stated\": %d}"
                .formatted(quoted(path.id()), course.minutes(path), path.minutes()))
        .toList();
    return "{\"id\": %s, \"edition\": %s, \"languages\": %s, \"modules\": %d, \"units\": %d, \"questions\": %d, \"items\": %d, \"resources\": %d, \"paths\": %s}"
        .formatted(
            quoted(course.id()),
            quoted(course.edition().toString()),
            list(course.translations().keySet().stream().map(CheckJson::quoted).toList()),
            counts.modules(),
            counts.units(),
            counts.questions(),
            counts.items(),
            counts.resources(),
            "[" + String.join(", ", paths) + "]");
  }

  private static String list(Collection<String> parts) {
    return parts.isEmpty() ? "[]" : parts.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (character < ' ' || Character.isSurrogate(character) || character == '\u2028' || character == '\u2029') {
            quoted.append("\\u%04x".formatted((int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}

package org.lectern.content.draft;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Fields;
import org.lectern.content.format.Ids;
import org.lectern.content.format.Language;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Texts;
import org.lectern.content.format.Value;
import org.lectern.content.format.Yaml;

/** Reads {@code course.yaml}. */
final class CourseReader {
  private static final int LONGEST_PATH = 6000;
  private static final int MOST_ITEMS = 500;
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final String file;
  private final Report report;

  CourseReader(String file, Report report) {
    this.file = file;
    this.report = report;
  }

  /** What the file says; with nothing in it if it cannot be read, and then a problem was reported. */
  CourseFile read(Optional<SourceFile> source) {
    var value = source.flatMap(text -> Yaml.read(file, text.text(), 0, report));
    var fields = value.map(read -> Fields.of(read, Manual.COURSE, report))
        .orElseGet(() -> Fields.none(Manual.COURSE, Spot.startOf(file), report));
    var language = language(fields);
    var contact = fields.fields("contact", Manual.CONTACT);
    var certificate = fields.fields("certificate", Manual.CERTIFICATE);
    return new CourseFile(fields.spot(), scalar(fields, "id"), fields.text("version", 40), language,
        fields.localized("title", language, Manual.TITLE), fields.localized("summary", language, Manual.SUMMARY),
        contact.text("name", Manual.TITLE), email(contact), objectives(fields, language), paths(fields, language),
        scalar(fields, "defaultPath"), assessment(fields.fields("assessment", Manual.ASSESSMENT), language),
        codes(fields), certificate.localized("wording", language, Manual.TITLE),
        certificate.localized("issuer", language, Manual.TITLE), value.map(Value::passages).orElse(List.of()));
  }

  private static Value.Scalar scalar(Fields fields, String key) {
    return fields.scalar(key).orElseGet(() -> new Value.Scalar(fields.spot(key), ""));
  }

  private String language(Fields fields) {
    return fields.scalar("source").map(scalar -> {
      if (!Language.isTag(scalar.text())) {
        wrong(scalar.spot(), "\"" + scalar.text() + "\" is not a language.", "Use a tag such as en, fr or pt-BR.");
      }
      return scalar.text();
    }).orElse("");
  }

  private Value.Scalar email(Fields contact) {
    var email = scalar(contact, "email");
    if (!email.text().isEmpty() && !email.text().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
      wrong(email.spot(), "\"" + email.text() + "\" is not an e-mail address.",
          "Write an address that learners can write to.");
    }
    return email;
  }

  private Map<String, Map<String, String>> objectives(Fields fields, String language) {
    var objectives = new LinkedHashMap<String, Map<String, String>>();
    fields.entries("objectives").forEach((id, entry) -> {
      Ids.check(entry.key(), id, report);
      objectives.put(id, Texts.of(entry.value(), id, language, Manual.SUMMARY, report));
    });
    return objectives;
  }

  private List<CourseFile.PathEntry> paths(Fields fields, String language) {
    var paths = new ArrayList<CourseFile.PathEntry>();
    fields.entries("paths").forEach((id, entry) -> {
      Ids.check(entry.key(), id, report);
      var path = Fields.of(entry.value(), Manual.PATH, report);
      paths.add(
          new CourseFile.PathEntry(entry.key(), id, path.localized("title", language, Manual.TITLE),
              path.texts("modules", Manual.TITLE), path.texts("jobNetworks", Manual.TITLE),
              path.localized("authority", language, Manual.TITLE), path.number("minutes", 1, LONGEST_PATH).orElse(0),
              path.spot("minutes")));
    });
    return paths;
  }

  private CourseFile.AssessmentEntry assessment(Fields fields, String language) {
    var draws = new ArrayList<CourseFile.Draw>();
    var keys = fields.entries("draw");
    fields.numbers("draw", 0, MOST_ITEMS).forEach((module, items) -> {
      var entry = keys.get(module);
      draws.add(new CourseFile.Draw(new Value.Scalar(entry == null ? fields.spot() : entry.key(), module), items));
    });
    return new CourseFile.AssessmentEntry(fields.spot(), fields.id("id"),
        fields.localized("title", language, Manual.TITLE), fields.number("minutes", 1, LONGEST_PATH).orElse(0),
        fields.number("passMark", 1, 100).orElse(100), draws, waits(fields));
  }

  private List<Duration> waits(Fields fields) {
    var waits = new ArrayList<Duration>();
    for (var text : fields.texts("waits", Manual.TITLE)) {
      try {
        var wait = Duration.parse(text.text());
        if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
          waits.add(wait);
          continue;
        }
      } catch (DateTimeParseException e) {
        // reported below
      }
      wrong(text.spot(), "\"" + text.text() + "\" is not a length of time of up to 365 days.",
          "Write PT1H for an hour, PT30M for thirty minutes, P1D for a day.");
    }
    return waits;
  }

  private List<CourseFile.CodeEntry> codes(Fields fields) {
    var codes = new ArrayList<CourseFile.CodeEntry>();
    for (var value : fields.values("codes")) {
      var code = Fields.of(value, Manual.CODE, report);
      code.scalar("language")
          .filter(language -> !Language.isTag(language.text()))
          .ifPresent(
              language -> wrong(language.spot(), "\"" + language.text() + "\" is not a language.",
                  "Use a tag such as en, fr or pt-BR."));
      codes.add(
          new CourseFile.CodeEntry(scalar(code, "system"), code.scalar("path"), code.scalar("language"),
              scalar(code, "code")));
    }
    return codes;
  }

  private void wrong(Spot spot, String what, String fix) {
    report.error(spot, "L004", what, "The policy of the course cannot be read otherwise.", fix);
  }
}

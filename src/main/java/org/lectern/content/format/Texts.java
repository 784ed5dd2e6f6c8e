package org.lectern.content.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text in one or more languages, as written: <code>{en: …, fr: …}</code>. */
public final class Texts {
  private Texts() {}

  /** The texts by language; always with one in the source language, empty if it is missing. */
  public static Map<String, String> of(Value value, String name, String source, int longest, Report report) {
    var texts = new LinkedHashMap<String, String>();
    if (value instanceof Value.Mapping mapping) {
      mapping.entries().forEach((language, entry) -> {
        if (!Language.isTag(language)) {
          wrong(entry.key(), "\"" + language + "\" is not a language.", "Use a tag such as en, fr or pt-BR.", report);
        } else if (entry.value() instanceof Value.Scalar scalar && scalar.text().length() <= longest) {
          texts.put(language, scalar.text());
        } else {
          wrong(entry.value().spot(), "\"" + name + "\" must be a text of at most " + longest + " characters.",
              "Shorten it; put it in \"quotes\" if it has a colon.", report);
        }
      });
    } else if (!(value instanceof Value.Scalar scalar && scalar.text().isEmpty())) {
      wrong(value.spot(), "\"" + name + "\" needs its language.", "Write {" + source + ": \"…\"}.", report);
      texts.put(source, "");
    }
    if (!source.isEmpty() && texts.getOrDefault(source, "").isEmpty() && !texts.containsKey(source)) {
      wrong(value.spot(), "\"" + name + "\" has no text in the source language \"" + source + "\".",
          "Add \"" + source + ": …\".", report);
    }
    texts.putIfAbsent(source, "");
    return texts;
  }

  private static void wrong(Spot spot, String what, String fix, Report report) {
    report.error(spot, "L004", what, "Every text is shown in the reader's language, or else in the source language.",
        fix);
  }
}

package org.lectern.content.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in braces at the end of a heading or an option: {@code {#id key=value}}.
 *
 * @param spot where the brace opens
 */
public record Attributes(Spot spot, Optional<String> id, Map<String, String> values) {

  private static final Pattern AT_END = Pattern.compile("\\{\\s*((?:#|[a-z]+=)[^{}]*)}\\s*$");

  public Attributes {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Attributes none(Spot spot) {
    return new Attributes(spot, Optional.empty(), Map.of());
  }

  /** Finds attributes at the end of a text: group 1 is what they say; the match, and blanks before it, are to be cut off. */
  static Matcher atEndOf(String text) {
    return AT_END.matcher(text);
  }

  static Attributes of(String inner, Spot spot, Report report) {
    String id = null;
    var values = new LinkedHashMap<String, String>();
    for (var word : inner.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (word.startsWith("#") && id == null) {
        id = word.substring(1);
        Ids.check(spot, id, report);
      } else if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1).replaceAll("^[\"']|[\"']$", ""));
      } else {
        report.error(
            spot,
            "L004",
            "\"" + word + "\" in these braces means nothing.",
            "The braces hold one id, and then keys with their values.",
            "Write {#the-id key=value}, with spaces only between them.");
      }
    }
    return new Attributes(spot, Optional.ofNullable(id), values);
  }

  /** Reports keys that are not among {@code known}. */
  public void checkKeys(java.util.List<String> known, Report report) {
    for (var key : values.keySet()) {
      if (!known.contains(key)) {
        report.error(
            spot,
            "L002",
            "There is no attribute \"" + key + "\" here.",
            "An attribute that is not known would be passed over in silence.",
            Suggestion.among(key, known));
      }
    }
  }

  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }
}

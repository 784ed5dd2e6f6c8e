package org.lectern.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is to be different about somebody's engagement; fields that are not named stay as they are.
 *
 * @param values by field; the empty text makes a field unknown
 */
public record EngagementChange(Map<Field, String> values) {

  /** What can be changed. */
  public enum Field {
    JOB_NETWORK, DEPARTMENT, DUTY_STATION,
    /** {@code true} or {@code false}. */
    SUPERVISOR;
  }

  public EngagementChange {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static EngagementChange ofJobNetwork(@Nullable String jobNetwork) {
    return new EngagementChange(Map.of(Field.JOB_NETWORK, jobNetwork == null ? "" : jobNetwork));
  }

  /** The values by the names of their fields, in the order of the fields. */
  public Map<String, String> byName() {
    var named = new LinkedHashMap<String, String>();
    for (var field : Field.values()) {
      var value = values.get(field);
      if (value != null) {
        named.put(field.name(), value);
      }
    }
    return named;
  }

  /** What changes, for the audit trail. */
  String words() {
    return values.entrySet()
        .stream()
        .map(change -> change.getKey().name().toLowerCase(Locale.ROOT) + ": "
            + (change.getValue().isEmpty() ? "unknown" : change.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Whether it makes no difference to this engagement. */
  public boolean isAlreadyIn(@Nullable Engagement engagement) {
    return values.entrySet().stream().allMatch(change -> change.getValue().equals(value(change.getKey(), engagement)));
  }

  /** What an engagement says in a field; nothing is known of somebody without one. */
  public static String value(Field field, @Nullable Engagement engagement) {
    if (engagement == null) {
      return field == Field.SUPERVISOR ? "false" : "";
    }
    return switch (field) {
      case JOB_NETWORK -> Objects.requireNonNullElse(engagement.jobNetwork, "");
      case DEPARTMENT -> Objects.requireNonNullElse(engagement.department, "");
      case DUTY_STATION -> Objects.requireNonNullElse(engagement.dutyStation, "");
      case SUPERVISOR -> String.valueOf(engagement.supervisor);
    };
  }

  void applyTo(Engagement engagement) {
    values.forEach((field, value) -> {
      var known = value.isEmpty() ? null : value;
      switch (field) {
        case JOB_NETWORK -> engagement.jobNetwork = known;
        case DEPARTMENT -> engagement.department = known;
        case DUTY_STATION -> engagement.dutyStation = known;
        case SUPERVISOR -> engagement.supervisor = Boolean.parseBoolean(value);
      }
    });
  }
}

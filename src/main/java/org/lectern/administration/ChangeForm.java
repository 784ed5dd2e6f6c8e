package org.lectern.administration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Library;
import org.lectern.people.EngagementChange;
import org.lectern.people.EngagementChange.Field;
import org.lectern.platform.FormErrors;

/** The form of a change, as it was filled in. */
record ChangeForm(Map<String, String> typed) {

  private static final int LONGEST = 100;
  private static final Map<Field, String> NAMES = Map.of(Field.JOB_NETWORK, "jobNetwork", Field.DEPARTMENT,
      "department", Field.DUTY_STATION, "dutyStation", Field.SUPERVISOR, "supervisor");

  ChangeForm {
    typed = Map.copyOf(typed);
  }

  static ChangeForm empty(LocalDate today) {
    return new ChangeForm(Map.of("validFrom", today.toString()));
  }

  static ChangeForm of(MultivaluedMap<String, String> fields) {
    var typed = new TreeMap<String, String>();
    fields.forEach((name, values) -> {
      if (!values.isEmpty()) {
        typed.put(name, values.getFirst());
      }
    });
    return new ChangeForm(typed);
  }

  /** The ids of what can be done. */
  public List<String> kinds() {
    return Arrays.stream(BulkChange.Kind.values()).map(BulkChange.Kind::id).toList();
  }

  /** What stands in a field. */
  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  /** Whether this field is marked as one to change. */
  public boolean isMarked(String name) {
    return typed.containsKey("set-" + name);
  }

  /** What is to be done; empty when {@code errors} say what is wrong. */
  Optional<Bulk.Plan> plan(Library library, String source, FormErrors errors) {
    var kind = BulkChange.Kind.of(value("kind"));
    if (kind.isEmpty()) {
      errors.add("kind", BulkPages.text(AdministrationMessages::kindMissing));
      return Optional.empty();
    }
    if (kind.get() != BulkChange.Kind.ENGAGEMENT) {
      return Optional.of(new Bulk.Plan(kind.get(), new EngagementChange(Map.of()), null, source));
    }
    var from = Dates.parse(value("validFrom"));
    if (from.isEmpty()) {
      errors.add("validFrom", BulkPages.text(AdministrationMessages::dateWrong));
    }
    var values = values(library, from.orElse(null), errors);
    return errors.isEmpty()
        ? Optional.of(new Bulk.Plan(kind.get(), new EngagementChange(values), from.orElseThrow(), source))
        : Optional.empty();
  }

  private Map<Field, String> values(Library library, @Nullable LocalDate from, FormErrors errors) {
    var values = new EnumMap<Field, String>(Field.class);
    for (var field : Field.values()) {
      var name = Objects.requireNonNull(NAMES.get(field));
      if (isMarked(name)) {
        values.put(field, value(field, value(name).strip(), library, from, errors));
      }
    }
    if (values.isEmpty()) {
      errors.add("set-jobNetwork", BulkPages.text(AdministrationMessages::nothingToChange));
    }
    return values;
  }

  private static String value(
      Field field, String typed, Library library, @Nullable LocalDate from, FormErrors errors) {
    switch (field) {
      case JOB_NETWORK -> {
        if (!typed.isEmpty() && from != null
            && library.jobNetworksOn(from).stream().noneMatch(network -> network.code().equals(typed))) {
          errors.add("jobNetwork", BulkPages.text(AdministrationMessages::jobNetworkUnknown));
        }
      }
      case DEPARTMENT, DUTY_STATION -> {
        if (typed.length() > LONGEST || !EngagementFile.isHarmless(typed)) {
          errors.add(Objects.requireNonNull(NAMES.get(field)),
              BulkPages.text(words -> words.valueHostile(LONGEST)));
        }
      }
      case SUPERVISOR -> {
        return String.valueOf(typed.equals("true"));
      }
    }
    return typed;
  }
}

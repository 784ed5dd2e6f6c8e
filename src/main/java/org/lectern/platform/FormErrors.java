package org.lectern.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong in a filled-in form, field by field, in the order of the form. */
public final class FormErrors {

  private final Locale locale;
  private final List<Finding> findings = new ArrayList<>();

  public FormErrors(Locale locale) {
    this.locale = locale;
  }

  private record Finding(String field, Text text) {}

  /**
   * One thing to mend.
   *
   * @param field the name of the field; the field's element has the same id
   */
  public record FieldError(String field, String message) {}

  public FormErrors add(String field, Text text) {
    findings.add(new Finding(field, text));
    return this;
  }

  public List<FieldError> all() {
    return findings.stream().map(finding -> new FieldError(finding.field(), finding.text().in(locale))).toList();
  }

  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** The first error of a field. */
  public Optional<String> of(String field) {
    return findings.stream()
        .filter(finding -> finding.field().equals(field))
        .findFirst()
        .map(finding -> finding.text().in(locale));
  }

  public boolean has(String field) {
    return findings.stream().anyMatch(finding -> finding.field().equals(field));
  }

  /** Ends the request with all errors when there are any; for callers that have no form to show. */
  public void throwIfAny() {
    if (!findings.isEmpty()) {
      throw new Problem(422, "invalid-input", findings.getFirst().text()).with("errors", all());
    }
  }
}

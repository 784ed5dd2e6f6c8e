package org.lectern.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong in a filled-in form, field by field, in the order of the form. */
public final class FormErrors {

  private final Locale locale;
  private final List<FieldError> errors = new ArrayList<>();

  public FormErrors(Locale locale) {
    this.locale = locale;
  }

  /**
   * One thing to mend.
   *
   * @param field the name of the field; the field's element has the same id
   */
  public record FieldError(String field, String message) {}

  public FormErrors add(String field, Text text) {
    errors.add(new FieldError(field, text.in(locale)));
    return this;
  }

  public List<FieldError> all() {
    return List.copyOf(errors);
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** The first error of a field. */
  public Optional<String> of(String field) {
    return errors.stream().filter(error -> error.field().equals(field)).map(FieldError::message).findFirst();
  }

  public boolean has(String field) {
    return of(field).isPresent();
  }

  /** Ends the request with all errors when there are any; for callers that have no form to show. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new Problem(422, "invalid-input", Text.literal(errors.getFirst().message())).with("errors", all());
    }
  }
}

package org.lectern.certificate;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.lectern.people.PersonFields;
import org.lectern.platform.FormErrors;
import org.lectern.platform.PlatformMessages;
import org.lectern.platform.Text;

/** What an administrator writes who changes a certificate, and what to say when it will not do. */
final class CorrectionFields {

  static final int MAX_REASON = 1_000;
  static final int MAX_PUBLIC_TEXT = 500;

  private static final Pattern LAYOUT = Pattern.compile("[\\r\\n\\t]");

  private CorrectionFields() {}

  static String reason(@Nullable String reason, FormErrors errors) {
    var stripped = reason == null ? "" : reason.strip();
    if (stripped.isEmpty()) {
      errors.add("reason", Text.of(CertificateMessages.class, CertificateMessages::reasonMissing));
    } else {
      check("reason", stripped, MAX_REASON, errors);
    }
    return stripped;
  }

  static Optional<String> publicText(@Nullable String text, FormErrors errors) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    var stripped = text.strip();
    check("publicText", stripped, MAX_PUBLIC_TEXT, errors);
    return Optional.of(stripped);
  }

  static Optional<String> name(@Nullable String name, FormErrors errors) {
    return name == null || name.isBlank() ? Optional.empty() : Optional.of(PersonFields.name(name, errors));
  }

  private static void check(String field, String text, int limit, FormErrors errors) {
    if (text.length() > limit) {
      errors.add(field, Text.of(PlatformMessages.class, messages -> messages.tooLong(limit)));
    } else if (!PersonFields.isPrintable(LAYOUT.matcher(text).replaceAll(" "))) {
      errors.add(field, Text.of(CertificateMessages.class, CertificateMessages::textUnprintable));
    }
  }
}

package org.lectern.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Library;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;

/** What may stand in the fields of a person, and what to say when it may not. */
public final class PersonFields {

  static final int MAX_NAME = 200;
  static final int MAX_EMAIL = 254;

  private static final Pattern EMAIL = Pattern.compile(
      "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]+\\.[^\\s@.<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{2,}");
  private static final Pattern UNPRINTABLE = Pattern
      .compile("[\\p{Cntrl}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private PersonFields() {}

  /** The name without the blanks around it; adds an error when it is missing, over 200 characters, or unprintable. */
  public static String name(@Nullable String name, FormErrors errors) {
    var stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty()) {
      errors.add("name", text(PeopleMessages::nameMissing));
    } else if (stripped.length() > MAX_NAME) {
      errors.add("name", text(messages -> messages.nameTooLong(MAX_NAME)));
    } else if (UNPRINTABLE.matcher(stripped).find()) {
      errors.add("name", text(PeopleMessages::nameUnprintable));
    }
    return stripped;
  }

  static String email(@Nullable String email, FormErrors errors) {
    var stripped = email == null ? "" : email.strip();
    if (stripped.isEmpty()) {
      errors.add("email", text(PeopleMessages::emailMissing));
    } else if (!isEmail(stripped)) {
      errors.add("email", text(PeopleMessages::emailWrong));
    }
    return stripped;
  }

  /** Whether this can be an address at all; no other is ever looked for. */
  static boolean isEmail(String email) {
    return email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches() && !UNPRINTABLE.matcher(email).find();
  }

  /** Whether it holds signs that cannot be printed. */
  public static boolean isPrintable(String text) {
    return !UNPRINTABLE.matcher(text).find();
  }

  static Optional<String> language(@Nullable String language, Settings settings, FormErrors errors) {
    if (language == null || language.isBlank()) {
      return Optional.empty();
    }
    var known = settings.languages().stream().filter(tag -> tag.equalsIgnoreCase(language.strip())).findFirst();
    if (known.isEmpty()) {
      errors.add("language", text(PeopleMessages::languageUnknown));
    }
    return known;
  }

  static Optional<String> jobNetwork(@Nullable String code, Library library, LocalDate day, FormErrors errors) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    var known = library.jobNetworksOn(day).stream().anyMatch(network -> network.code().equals(code.strip()));
    if (!known) {
      errors.add("jobNetwork", text(PeopleMessages::jobNetworkUnknown));
    }
    return Optional.of(code.strip());
  }

  /** As the form's rule, for callers without a form. */
  static Optional<String> jobNetwork(@Nullable String code, Library library, LocalDate day) {
    var errors = new FormErrors(Locale.ENGLISH);
    var known = jobNetwork(code, library, day, errors);
    if (!errors.isEmpty()) {
      throw new Problem(422, "unknown-job-network", text(PeopleMessages::jobNetworkUnknown));
    }
    return known;
  }

  static Text text(java.util.function.Function<PeopleMessages, String> message) {
    return Text.of(PeopleMessages.class, message);
  }
}

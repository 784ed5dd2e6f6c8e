package org.lectern.content.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Language tags (BCP 47), as far as content folders use them. */
public final class Language {
  private static final Pattern TAG = Pattern.compile("[a-z]{2}(-[A-Za-z0-9]{2,8})*");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Language() {}

  public static boolean isTag(String text) {
    return TAG.matcher(text).matches() && LANGUAGES.contains(text.substring(0, 2));
  }
}

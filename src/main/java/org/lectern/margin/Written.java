package org.lectern.margin;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.lectern.platform.FormErrors;
import org.lectern.platform.PlatformMessages;
import org.lectern.platform.Text;

/** What was typed into a large field, as it is kept. */
final class Written {

  /** The longest note, in UTF-16 code units. */
  static final int NOTE = 4_000;

  static final int WHAT = 2_000;
  static final int QUOTATION = 500;

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private Written() {}

  /** The text without what browsers and other programs put into line ends. */
  static String of(@Nullable String typed) {
    return typed == null ? "" : UNPRINTABLE.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
  }

  static void checkLength(String field, String text, int limit, FormErrors errors) {
    if (text.length() > limit) {
      errors.add(field, Text.of(PlatformMessages.class, messages -> messages.tooLong(limit)));
    }
  }
}

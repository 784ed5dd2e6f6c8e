package org.lectern.platform;

import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Languages by their own names. */
public final class LanguageNames {
  private LanguageNames() {}

  /** In templates: <code>{lang:nameOf('fr')}</code> is "français". */
  @TemplateExtension(namespace = "lang")
  public static String nameOf(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return locale.getDisplayName(locale);
  }

  /** The direction in which the language is written: {@code rtl} or {@code ltr}. */
  @TemplateExtension(namespace = "lang")
  public static String direction(String tag) {
    return Viewer.isRightToLeft(Locale.forLanguageTag(tag)) ? "rtl" : "ltr";
  }
}

package org.lectern.platform;

import java.util.Locale;
import java.util.function.Function;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** A sentence that is translated where it is shown, not where it is thought of. */
@FunctionalInterface
public interface Text {

  String in(Locale locale);

  /** A message of a bundle, in the reader's language or, where the bundle lacks it, in the default one. */
  static <B> Text of(Class<B> bundle, Function<B, String> message) {
    return locale -> message.apply(bundle(bundle, locale));
  }

  /** A sentence that is the same in every language, such as a name. */
  static Text literal(String sentence) {
    return locale -> sentence;
  }

  /** All messages of a bundle, in the reader's language or, where there is none for it, in the default one. */
  static <B> B bundle(Class<B> bundle, Locale locale) {
    try {
      return MessageBundles.get(bundle, Localized.Literal.of(locale.toLanguageTag()));
    } catch (IllegalStateException unknownLocale) {
      return MessageBundles.get(bundle);
    }
  }
}

package org.lectern.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralFormat;
import com.ibm.icu.util.ULocale;

import io.quarkus.qute.TemplateExtension;

/** Sentences that change with a number, for languages with more forms than one and many. */
public final class Plurals {

  private static final int MOST = 5_000;
  /** Pages say the same few again and again, and reading a pattern takes longer than a page has for it. */
  private static final Cache<Sentence, String> SENTENCES = Caffeine.newBuilder().maximumSize(MOST).build();

  private Plurals() {}

  private record Sentence(String language, double count, String pattern) {
    String said() {
      var locale = ULocale.forLanguageTag(language + "-u-nu-latn");
      var format = new PluralFormat(locale, pattern);
      format.setNumberFormat(NumberFormat.getInstance(locale));
      return format.format(count);
    }
  }

  /**
   * The form of a sentence that fits a number, in messages: <code>{plural:of('ru', count, 'one{# вопрос} few{# вопроса}
   * many{# вопросов} other{# вопроса}')}</code>. The sign # stands for the number, in the digits 0 to 9.
   *
   * @param pattern the forms by their CLDR names; {@code other} is required
   */
  @TemplateExtension(namespace = "plural")
  static String of(String language, Number count, String pattern) {
    return SENTENCES.get(new Sentence(language, count.doubleValue(), pattern), Sentence::said);
  }
}

package org.lectern.platform;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import io.quarkus.qute.TemplateExtension;

/** Lengths of time as people say them. */
public final class Spans {
  private Spans() {}

  /**
   * In messages: <code>{span:of('en', minutes)}</code> is "3 hr, 5 min" for 185 minutes, in the digits 0 to 9. Units are
   * short, except in Arabic, which does not shorten them to letters in running text.
   */
  @TemplateExtension(namespace = "span")
  static String of(String language, Integer minutes) {
    var locale = ULocale.forLanguageTag(language + "-u-nu-latn");
    var width = language.equals("ar") ? FormatWidth.WIDE : FormatWidth.SHORT;
    var format = MeasureFormat.getInstance(locale, width, NumberFormat.getInstance(locale));
    var hours = new Measure(minutes / 60, MeasureUnit.HOUR);
    var rest = new Measure(minutes % 60, MeasureUnit.MINUTE);
    if (minutes < 60) {
      return format.formatMeasures(rest);
    }
    return minutes % 60 == 0 ? format.formatMeasures(hours) : format.formatMeasures(hours, rest);
  }
}

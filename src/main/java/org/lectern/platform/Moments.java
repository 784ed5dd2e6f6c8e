package org.lectern.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;

import io.quarkus.qute.RawString;

/**
 * Dates, times and numbers as the viewer's language writes them, for templates: <code>{inject:moments.day(issuedOn)}</code>.
 * Digits are those from 0 to 9 in every language, as in documents of the United Nations.
 */
@RequestScoped
@Named("moments")
public class Moments {

  private final Viewer viewer;
  private final Settings settings;

  Moments(Viewer viewer, Settings settings) {
    this.viewer = viewer;
    this.settings = settings;
  }

  /** A day, marked up for machines. */
  public RawString day(LocalDate day) {
    return time(day.toString(), day(day, viewer.locale()));
  }

  /** A day for the middle of a message. */
  public String written(LocalDate day) {
    return day(day, viewer.locale());
  }

  /** The day of a moment, in the server's zone. */
  public RawString dayOf(Instant moment) {
    return day(moment.atZone(settings.zone()).toLocalDate());
  }

  /** A moment to the minute, in the server's zone, marked up for machines. */
  public RawString moment(Instant moment) {
    var text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(written(viewer.locale()))
        .format(moment.atZone(settings.zone()));
    return time(moment.truncatedTo(ChronoUnit.SECONDS).toString(), text);
  }

  public String number(Number number) {
    return NumberFormat.getInstance(ULocale.forLanguageTag(viewer.getTag() + "-u-nu-latn")).format(number);
  }

  /** Neither holds anything that HTML would take for markup: digits, names of months, and signs between them. */
  private static RawString time(String machine, String written) {
    return new RawString("<time datetime=\"" + machine + "\">" + written + "</time>");
  }

  /** A day with the name of its month: "21 November 2026". */
  public static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(written(locale)).format(day);
  }

  /** A moment with its date, time and zone: "21 November 2026, 09:30 UTC". */
  public static String moment(Instant moment, ZoneId zone, Locale locale) {
    var text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(written(locale))
        .format(moment.atZone(zone));
    return text + " " + zone.getDisplayName(TextStyle.SHORT, locale);
  }

  /** For English the British one, in which the United Nations write dates. */
  private static Locale written(Locale locale) {
    return locale.getLanguage().equals("en") ? Locale.UK : locale;
  }
}

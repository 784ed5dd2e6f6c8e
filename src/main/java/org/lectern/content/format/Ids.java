package org.lectern.content.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The shape of ids, and names made from titles. */
public final class Ids {
  /** Part of the manual's promise to authors. */
  public static final String PATTERN = "[a-z][a-z0-9-]{0,59}";
  private static final Pattern ID = Pattern.compile(PATTERN);
  private static final Pattern NOT_IN_SLUG = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private Ids() {}

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Reports an id that is not one. */
  public static void check(Spot spot, String id, Report report) {
    if (isId(id)) {
      return;
    }
    var better = ascii(id);
    report.error(
        spot,
        "L012",
        "\"" + id + "\" is not an id.",
        "Ids stand in addresses and in records that last for years.",
        "Use lower-case letters, digits and hyphens, start with a letter, at most 60 characters"
            + (isId(better) ? ", for instance \"" + better + "\"." : "."));
  }

  /** A name for an anchor, made from a heading; may be empty. */
  public static String slug(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var slug = NOT_IN_SLUG.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
        .replaceAll("-");
    var trimmed = slug.replaceAll("^-|-$", "");
    return trimmed.length() <= 60 ? trimmed : trimmed.substring(0, trimmed.offsetByCodePoints(0, 30));
  }

  private static String ascii(String text) {
    var slug = slug(text).replaceAll("[^a-z0-9-]", "").replaceAll("^[0-9-]+", "");
    return slug.length() <= 60 ? slug : slug.substring(0, 60);
  }

  /** The name of the n-th thing, from 0: a, b, … z, aa, ab, … */
  public static String letter(int index) {
    var letter = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? letter : letter(index / 26 - 1) + letter;
  }
}

package org.lectern.certificate;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The number of a certificate: 80 random bits as sixteen characters of Crockford's base 32, and a check character, for
 * instance {@code 7ZK4-M2QP-0D9T-XW3B-G}. Nobody finds one by guessing, and a slip of the pen is noticed: the check
 * character differs after any one wrong character and after any swap of two.
 *
 * @param text as it is printed: upper case, in groups of four
 */
public record Serial(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int DIGITS = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Takes a serial as it is printed.
   *
   * @throws IllegalArgumentException when it is written otherwise, or when its check character is wrong
   */
  public Serial {
    if (!(read(text, false) instanceof Reading.Good good) || !good.printed().equals(text)) {
      throw new IllegalArgumentException("not a serial as it is printed: " + text);
    }
  }

  /** What a text that somebody typed turns out to be. */
  public sealed interface Reading {

    /** A well-formed serial; whether a certificate has it is another question. */
    record Good(String printed) implements Reading {
      public Serial serial() {
        return new Serial(printed);
      }
    }

    /** Long enough for a serial, but the check character says that something in it is wrong. */
    record Mistyped() implements Reading {}

    /** Nothing like a serial. */
    record NoSerial() implements Reading {}
  }

  /** A new serial; 80 bits make a second one like it as good as impossible. */
  public static Serial random() {
    var digits = new int[DIGITS];
    for (var i = 0; i < DIGITS; i++) {
      digits[i] = RANDOM.nextInt(ALPHABET.length());
    }
    return new Serial(print(digits));
  }

  /** Reads what somebody typed: forgives case, spaces and hyphens, and I, L and O written for 1, 1 and 0. */
  public static Reading read(String typed) {
    return read(typed, true);
  }

  private static Reading read(String typed, boolean forgiving) {
    var compact = forgiving ? forgive(typed) : typed.replace("-", "");
    if (compact.length() != DIGITS + 1) {
      return new Reading.NoSerial();
    }
    var digits = new int[DIGITS];
    for (var i = 0; i < DIGITS; i++) {
      digits[i] = ALPHABET.indexOf(compact.charAt(i));
    }
    var check = ALPHABET.indexOf(compact.charAt(DIGITS));
    for (var digit : digits) {
      if (digit < 0 || check < 0) {
        return new Reading.NoSerial();
      }
    }
    return check(digits) == check ? new Reading.Good(print(digits)) : new Reading.Mistyped();
  }

  private static String forgive(String typed) {
    return typed.replaceAll("[\\s\\p{Pd}\\p{Cf}_.]", "")
        .toUpperCase(Locale.ROOT)
        .replace('I', '1')
        .replace('L', '1')
        .replace('O', '0');
  }

  private static String print(int[] digits) {
    var text = new StringBuilder();
    for (var i = 0; i < DIGITS; i++) {
      text.append(ALPHABET.charAt(digits[i]));
      if (i % GROUP == GROUP - 1) {
        text.append('-');
      }
    }
    return text.append(ALPHABET.charAt(check(digits))).toString();
  }

  /**
   * The digits as a polynomial over the field of 32 elements, at its generator: each place has its own weight, so every
   * single error and every swap of two places changes the sum.
   */
  private static int check(int[] digits) {
    var sum = 0;
    for (var digit : digits) {
      sum = timesGenerator(sum ^ digit);
    }
    return sum;
  }

  /** Multiplies by x modulo x⁵ + x² + 1. */
  private static int timesGenerator(int element) {
    var doubled = element << 1;
    return doubled >= ALPHABET.length() ? doubled ^ 0b100101 : doubled;
  }

  @Override
  public String toString() {
    return text;
  }
}

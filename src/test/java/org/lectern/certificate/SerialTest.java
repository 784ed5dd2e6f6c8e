package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class SerialTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String PRINTED = "7ZK4-M2QP-0D9T-XW3B-G";

  @Test
  void newSerialsAreWellFormedAndDiffer() {
    var seen = new HashSet<String>();
    for (var i = 0; i < 10_000; i++) {
      var serial = Serial.random();
      assertThat(serial.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]");
      assertThat(new Serial(serial.text())).isEqualTo(serial);
      assertThat(seen.add(serial.text())).isTrue();
    }
  }

  @Test
  void whatPeopleTypeIsForgiven() {
    assertThat(Serial.read(PRINTED.toLowerCase(Locale.ROOT))).isEqualTo(new Serial.Reading.Good(PRINTED));
    assertThat(Serial.read("7zk4m2qpOd9txw3bg")).isEqualTo(new Serial.Reading.Good(PRINTED));
    assertThat(Serial.read("  7ZK4 M2QP\tod9t–XW3B G\n")).isEqualTo(new Serial.Reading.Good(PRINTED));
    var withOnes = printed("1110-0000-0000-0000");
    assertThat(Serial.read(withOnes.replaceFirst("111", "Il1").replaceFirst("0000", "oO00")))
        .isEqualTo(new Serial.Reading.Good(withOnes));
  }

  @Test
  void everySingleWrongCharacterIsNoticed() {
    for (var at = 0; at < PRINTED.length(); at++) {
      for (var other = 0; other < ALPHABET.length(); other++) {
        if (PRINTED.charAt(at) != '-' && PRINTED.charAt(at) != ALPHABET.charAt(other)) {
          var wrong = PRINTED.substring(0, at) + ALPHABET.charAt(other) + PRINTED.substring(at + 1);
          assertThat(Serial.read(wrong)).as(wrong).isEqualTo(new Serial.Reading.Mistyped());
        }
      }
    }
  }

  @Test
  void everySwapOfTwoDifferentCharactersIsNoticed() {
    for (var first = 0; first < PRINTED.length(); first++) {
      for (var second = first + 1; second < PRINTED.length(); second++) {
        var swapped = PRINTED.toCharArray();
        swapped[first] = PRINTED.charAt(second);
        swapped[second] = PRINTED.charAt(first);
        var wrong = new String(swapped);
        if (PRINTED.charAt(first) != '-' && PRINTED.charAt(second) != '-' && !wrong.equals(PRINTED)) {
          assertThat(Serial.read(wrong)).as(wrong).isEqualTo(new Serial.Reading.Mistyped());
        }
      }
    }
  }

  @Test
  void whatIsNothingLikeASerialIsNoSerial() {
    for (var typed : new String[]{"", "7ZK4", PRINTED + "0", "UUUU-UUUU-UUUU-UUUU-U", "<script>alert(1)</script>",
        "7ZK4-M2QP-0D9T-XW3B-*", "'; drop table certificate; --", "\u0000".repeat(17), "한".repeat(17)}) {
      assertThat(Serial.read(typed)).as(typed).isEqualTo(new Serial.Reading.NoSerial());
    }
  }

  @Test
  void aSerialIsKeptOnlyAsItIsPrinted() {
    assertThatThrownBy(() -> new Serial(PRINTED.toLowerCase(Locale.ROOT))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Serial(PRINTED.replace('G', 'H'))).isInstanceOf(IllegalArgumentException.class);
  }

  /** Finds the check character by trying all. */
  private static String printed(String digits) {
    for (var check = 0; check < ALPHABET.length(); check++) {
      if (Serial.read(digits + "-" + ALPHABET.charAt(check)) instanceof Serial.Reading.Good good) {
        return good.printed();
      }
    }
    throw new AssertionError("no check character fits " + digits);
  }
}

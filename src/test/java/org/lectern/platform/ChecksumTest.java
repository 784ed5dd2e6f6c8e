package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

/** Checksums of texts that are put together. */
class ChecksumTest {

  private static int crc32(byte[] text) {
    var sum = new CRC32();
    sum.update(text);
    return (int) sum.getValue();
  }

  @Test
  void theChecksumOfNineDigitsIsThatOfTheStandard() {
    var sum = Checksum.of("1234".getBytes(StandardCharsets.US_ASCII))
        .then(Checksum.of("56789".getBytes(StandardCharsets.US_ASCII)));

    assertThat(sum.value()).isEqualTo(0xcbf43926);
  }

  @Test
  void nothingBeforeOrBehindChangesNothing() {
    var text = Checksum.of(new byte[]{1, 2, 3});

    assertThat(Checksum.NOTHING).isEqualTo(Checksum.of(new byte[0]));
    assertThat(Checksum.NOTHING.then(text)).isEqualTo(text);
    assertThat(text.then(Checksum.NOTHING)).isEqualTo(text);
  }

  @Test
  void whereverATextIsCutTheChecksumIsTheSame() {
    var random = new Random(20261130);
    for (var length : new int[]{1, 2, 7, 8, 36, 255, 4_096, 70_001}) {
      var text = new byte[length];
      random.nextBytes(text);
      for (var times = 0; times < 20; times++) {
        var first = random.nextInt(length + 1);
        var second = first + random.nextInt(length - first + 1);

        var joined = Checksum.of(Arrays.copyOf(text, first))
            .then(Checksum.of(Arrays.copyOfRange(text, first, second)))
            .then(Checksum.of(Arrays.copyOfRange(text, second, length)));

        assertThat(joined.value()).isEqualTo(crc32(text));
        assertThat(joined).isEqualTo(Checksum.of(text));
      }
    }
  }
}

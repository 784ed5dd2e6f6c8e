package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

/** Pages that are made once and copied. */
class PrerenderedPageTest {

  private static final UUID MAKER = UUID.randomUUID();
  private static final UUID READER = UUID.randomUUID();

  private static String plain(PrerenderedPage prerendered) {
    return new String(prerendered.copy(READER), StandardCharsets.UTF_8);
  }

  private static String unzipped(PrerenderedPage prerendered) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(prerendered.compressedCopy(READER)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPageWithoutIdsIsCopiedAsItIs() throws IOException {
    for (var page : new String[]{"", "a", "Права человека · حقوق الإنسان · 人权".repeat(2_000)}) {
      var prerendered = PrerenderedPage.of(page, MAKER);

      assertThat(plain(prerendered)).isEqualTo(page);
      assertThat(unzipped(prerendered)).isEqualTo(page);
    }
  }

  @Test
  void theOwnersIdBecomesTheReaders() throws IOException {
    var prerendered = PrerenderedPage.of(MAKER + " и " + MAKER, MAKER);

    assertThat(plain(prerendered)).isEqualTo(READER + " и " + READER);
    assertThat(unzipped(prerendered)).isEqualTo(READER + " и " + READER);
  }

  @Test
  void everyNewIdIsAnotherInEveryCopy() throws IOException {
    var prerendered = PrerenderedPage
        .of("<" + PrerenderedPage.NEW_ID + "><" + MAKER + "><" + PrerenderedPage.NEW_ID + ">", MAKER);

    var ids = (plain(prerendered) + unzipped(prerendered)).replace("><", " ")
        .replaceAll("[<>]+", " ")
        .strip()
        .split(" ");

    assertThat(ids).hasSize(6);
    assertThat(new String[]{ids[1], ids[4]}).containsOnly(READER.toString());
    assertThat(new String[]{ids[0], ids[2], ids[3], ids[5]}).doesNotHaveDuplicates()
        .doesNotContain(PrerenderedPage.NEW_ID.toString(), MAKER.toString(), READER.toString())
        .allSatisfy(id -> assertThat(UUID.fromString(id)).hasToString(id));
  }

  @Test
  void longPagesAreSmallerWhenTheyAreCompressed() {
    var page = "<p>Everybody is born free and equal in dignity and rights.</p>\n".repeat(400) + PrerenderedPage.NEW_ID;

    assertThat(PrerenderedPage.of(page, MAKER).compressedCopy(READER)).hasSizeLessThan(page.length() / 20);
  }
}

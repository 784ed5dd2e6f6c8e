package org.lectern.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * A page that is made once and copied for many: only ids differ from one copy to the next. It is kept compressed, so that
 * it takes little memory, and a copy costs little more than copying bytes. Safe to use from many threads.
 *
 * <p>The compressed form is a gzip file (RFC 1952) whose parts between two ids were compressed each for itself; the ids
 * stand between them as stored blocks (RFC 1951 §3.2.4).
 */
public final class PrerenderedPage {

  /** Where a page is rendered with this id, each copy has a new one. Nobody outside this process knows it. */
  public static final UUID NEW_ID = UUID.randomUUID();

  private static final int ID_LENGTH = NEW_ID.toString().length();
  private static final int ID_SHIFT = Checksum.shift(ID_LENGTH);
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final byte[] LAST_BLOCK = {1, 0, 0, (byte) 0xff, (byte) 0xff};
  private static final int STORED_HEADER = 5;
  private static final int TRAILER = 8;
  /** In bytes, roughly: what Java takes for a page beside its text. */
  private static final int OVERHEAD = 256;

  private final List<Part> parts;
  private final int length;
  private final int compressedLength;

  /** What stands before an id, or at the end. */
  private static final class Part {
    private final byte[] compressed;
    private final int length;
    private final Checksum sum;
    private final Gap after;

    Part(byte[] text, Gap after) {
      this.compressed = compressed(text);
      this.length = text.length;
      this.sum = Checksum.of(text);
      this.after = after;
    }
  }

  private enum Gap {
    NEW_ID, OWNER, END
  }

  private PrerenderedPage(List<Part> parts) {
    this.parts = List.copyOf(parts);
    var gaps = parts.size() - 1;
    this.length = parts.stream().mapToInt(part -> part.length).sum() + gaps * ID_LENGTH;
    this.compressedLength = GZIP_HEADER.length + parts.stream().mapToInt(part -> part.compressed.length).sum()
        + gaps * (STORED_HEADER + ID_LENGTH) + LAST_BLOCK.length + TRAILER;
  }

  /**
   * Makes one of a page that was rendered for somebody.
   *
   * @param owner whose id, wherever it stands in the page, is replaced by that of the person whom a copy is for
   */
  public static PrerenderedPage of(String page, UUID owner) {
    var parts = new ArrayList<Part>();
    var begin = 0;
    while (true) {
      var newId = page.indexOf(NEW_ID.toString(), begin);
      var own = page.indexOf(owner.toString(), begin);
      var gap = newId >= 0 && (own < 0 || newId < own) ? Gap.NEW_ID : own >= 0 ? Gap.OWNER : Gap.END;
      var end = switch (gap) {
        case NEW_ID -> newId;
        case OWNER -> own;
        case END -> page.length();
      };
      var text = page.substring(begin, end).getBytes(StandardCharsets.UTF_8);
      parts.add(new Part(text, gap));
      if (gap == Gap.END) {
        return new PrerenderedPage(parts);
      }
      begin = end + ID_LENGTH;
    }
  }

  /** Up to the end of a byte, and without what would refer to anything before. */
  private static byte[] compressed(byte[] text) {
    try (var out = new ByteArrayOutputStream()) {
      var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      try {
        deflater.setInput(text);
        var buffer = new byte[8192];
        for (var count = buffer.length; count == buffer.length;) {
          count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
          out.write(buffer, 0, count);
        }
        return out.toByteArray();
      } finally {
        deflater.end();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How many bytes of memory it takes, roughly. */
  public int weight() {
    return compressedLength + OVERHEAD;
  }

  /** A copy in UTF-8, for those for whom it may not be compressed, or is by others. It costs more than the compressed one. */
  public byte[] copy(UUID owner) {
    try (var copy = new GZIPInputStream(new ByteArrayInputStream(compressedCopy(owner)))) {
      return copy.readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A copy in UTF-8, as a gzip file. */
  public byte[] compressedCopy(UUID owner) {
    var sum = Checksum.NOTHING;
    var copy = ByteBuffer.allocate(compressedLength).order(ByteOrder.LITTLE_ENDIAN).put(GZIP_HEADER);
    for (var part : parts) {
      sum = sum.then(part.sum);
      copy.put(part.compressed);
      if (part.after != Gap.END) {
        var id = id(part.after, owner);
        sum = sum.then(Checksum.of(id, ID_SHIFT));
        copy.put((byte) 0).putShort((short) ID_LENGTH).putShort((short) ~ID_LENGTH).put(id);
      }
    }
    return copy.put(LAST_BLOCK).putInt(sum.value()).putInt(length).array();
  }

  private static byte[] id(Gap gap, UUID owner) {
    var id = gap == Gap.OWNER ? owner : UUID.randomUUID();
    return id.toString().getBytes(StandardCharsets.US_ASCII);
  }
}

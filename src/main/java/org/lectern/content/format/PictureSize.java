package org.lectern.content.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The width and height of a picture, read from the start of its file. */
public record PictureSize(int width, int height) {

  /** The size; empty when it does not stand in these bytes. */
  public static Optional<PictureSize> of(String type, byte[] head) {
    try {
      var bytes = ByteBuffer.wrap(head);
      return switch (type) {
        case "image/png" -> size(bytes.getInt(16), bytes.getInt(20));
        case "image/gif" -> {
          bytes.order(ByteOrder.LITTLE_ENDIAN);
          yield size(bytes.getShort(6) & 0xFFFF, bytes.getShort(8) & 0xFFFF);
        }
        case "image/jpeg" -> jpeg(bytes);
        case "image/webp" -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        case "image/avif" -> avif(head);
        default -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureSize> size(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
  }

  /** Walks the segments to the frame header (ISO/IEC 10918-1, B.2.2). */
  private static Optional<PictureSize> jpeg(ByteBuffer bytes) {
    int at = 2;
    while ((bytes.get(at) & 0xFF) == 0xFF) {
      int marker = bytes.get(at + 1) & 0xFF;
      boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        return size(bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
      }
      at += 2 + Math.max(2, bytes.getShort(at + 2) & 0xFFFF);
    }
    return Optional.empty();
  }

  /** The first property "ispe" of the picture (ISO/IEC 23008-12, 6.5.3); a thumbnail's would come later. */
  private static Optional<PictureSize> avif(byte[] head) {
    int at = new String(head, StandardCharsets.ISO_8859_1).indexOf("ispe");
    return at < 0
        ? Optional.empty()
        : size(ByteBuffer.wrap(head).getInt(at + 8), ByteBuffer.wrap(head).getInt(at + 12));
  }

  /** The three kinds of WebP (RFC 9649, 2.5 to 2.7): lossy, lossless, extended. */
  private static Optional<PictureSize> webp(ByteBuffer bytes) {
    return switch (bytes.get(15)) {
      case ' ' -> size(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
      case 'L' -> size((bytes.getInt(21) & 0x3FFF) + 1, ((bytes.getInt(21) >> 14) & 0x3FFF) + 1);
      case 'X' -> size((bytes.getInt(24) & 0xFFFFFF) + 1, ((bytes.getInt(26) >>> 8) & 0xFFFFFF) + 1);
      default -> Optional.empty();
    };
  }
}

package org.lectern.platform;

import java.util.zip.CRC32;

/**
 * A checksum by CRC-32 (RFC 1952 §8), from which that of longer texts can be made without reading their parts again.
 *
 * <p>CRC-32 is the remainder of a division of polynomials over GF(2), so what a text adds to the checksum of the whole is
 * its own checksum times x to the power of the bits that follow, as {@code crc32_combine} of zlib does it.
 *
 * @param value as {@link CRC32#getValue()}, in 32 bits
 * @param shift x to the power of the text's length in bits
 */
record Checksum(int value, int shift) {

  /** Of a text without bytes; the highest bit is the lowest power. */
  static final Checksum NOTHING = new Checksum(0, 1 << 31);

  private static final int POLYNOMIAL = 0xedb88320;
  private static final int BYTE = power(8);

  static Checksum of(byte[] text) {
    return of(text, shift(text.length));
  }

  /**
   * For many texts of one length.
   *
   * @param shift of that length
   */
  static Checksum of(byte[] text, int shift) {
    var sum = new CRC32();
    sum.update(text);
    return new Checksum((int) sum.getValue(), shift);
  }

  /** That of this text and another behind it. */
  Checksum then(Checksum next) {
    return new Checksum(times(next.shift, value) ^ next.value, times(shift, next.shift));
  }

  /** x to the power of the bits in so many bytes. */
  static int shift(int bytes) {
    var power = NOTHING.shift;
    var square = BYTE;
    for (var left = bytes; left > 0; left >>= 1) {
      power = (left & 1) == 1 ? times(power, square) : power;
      square = times(square, square);
    }
    return power;
  }

  private static int power(int exponent) {
    return NOTHING.shift >>> exponent;
  }

  /** The product modulo the polynomial. */
  private static int times(int one, int other) {
    var product = 0;
    var multiple = other;
    for (var left = one; left != 0; left <<= 1) {
      product ^= left < 0 ? multiple : 0;
      multiple = (multiple >>> 1) ^ ((multiple & 1) == 1 ? POLYNOMIAL : 0);
    }
    return product;
  }
}

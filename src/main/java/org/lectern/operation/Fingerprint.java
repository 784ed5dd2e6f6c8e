package org.lectern.operation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many rows a table has, and a hash of them all that does not depend on their order. */
final class Fingerprint {

  private static final BigInteger RANGE = BigInteger.ONE.shiftLeft(256);

  private final MessageDigest digest;
  private long rows;
  private BigInteger sum = BigInteger.ZERO;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the hash of a row to the others; unlike an exclusive or, the sum sees rows that are there twice. */
  void add(String line) {
    rows++;
    sum = sum.add(new BigInteger(1, digest.digest(line.getBytes(StandardCharsets.UTF_8))));
    if (sum.compareTo(RANGE) >= 0) {
      sum = sum.subtract(RANGE);
    }
  }

  long rows() {
    return rows;
  }

  String hash() {
    return "%064x".formatted(sum);
  }
}

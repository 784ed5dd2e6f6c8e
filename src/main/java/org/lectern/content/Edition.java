package org.lectern.content;

/**
 * One immutable content of a course.
 *
 * @param version the version that people say, from {@code course.yaml}
 * @param hash SHA-256 over all files of the course, in hexadecimal
 */
public record Edition(String version, String hash) {

  /** How an edition is written into records: the version and enough of the hash to tell editions apart. */
  @Override
  public String toString() {
    return version + "+" + hash.substring(0, 12);
  }
}

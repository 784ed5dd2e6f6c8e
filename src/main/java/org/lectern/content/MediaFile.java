package org.lectern.content;

/**
 * A file below the course's {@code media} folder.
 *
 * @param path below the course, with slashes, for instance {@code media/map.svg}
 * @param file where it is on disk
 * @param bytes its size
 * @param type its media type, told from its content and its ending
 * @param hash SHA-256 in hexadecimal
 */
public record MediaFile(String path, java.nio.file.Path file, long bytes, String type, String hash) {}

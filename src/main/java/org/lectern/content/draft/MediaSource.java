package org.lectern.content.draft;

import java.nio.file.Path;
import java.util.Optional;

import org.lectern.content.format.PictureSize;

/**
 * A file below a course's {@code media} folder.
 *
 * @param path below the course, for instance {@code media/map.svg}
 * @param file where it is on disk, without links in its path
 * @param stamp of the file, taken before it was read
 * @param type its media type
 * @param hash SHA-256 in hexadecimal
 * @param size in pixels, for a picture that tells
 * @param text for drawings and transcripts
 */
public record MediaSource(String path, Path file, Stamp stamp, String type, String hash, Optional<PictureSize> size,
    Optional<String> text) {

  public long bytes() {
    return stamp.bytes();
  }
}

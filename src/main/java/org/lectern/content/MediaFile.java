package org.lectern.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.lectern.content.draft.Stamp;

/**
 * A file below the course's {@code media} folder. What it holds stays on disk: it can be written, moved and replaced while
 * this edition of the course is served.
 *
 * @param path below the course, with slashes, for instance {@code media/map.svg}
 * @param file where it is on disk, without links in its path
 * @param stamp of the file when it was read
 * @param type its media type, told from its content and its ending
 * @param hash SHA-256 of what was read, in hexadecimal
 */
public record MediaFile(String path, Path file, Stamp stamp, String type, String hash) {

  /** Its size when it was read. */
  public long bytes() {
    return stamp.bytes();
  }

  /** Whether it is still a file of the content folder: a link that has come into its place could lead to anything. */
  public boolean isThere() {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toRealPath().equals(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it holds what was read, as far as its stamp tells. */
  public boolean isAsRead() {
    try {
      return Stamp.of(file).equals(stamp);
    } catch (IOException e) {
      return false;
    }
  }
}

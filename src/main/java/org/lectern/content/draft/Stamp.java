package org.lectern.content.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells that a file was written, without opening it.
 *
 * @param bytes its size
 * @param modified when it was written last
 * @param key tells apart a file and the one that was moved into its place
 */
public record Stamp(long bytes, FileTime modified, String key) {

  /** The stamp of a file itself, not of one that it links to. */
  public static Stamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  public static Stamp of(BasicFileAttributes file) {
    return new Stamp(file.size(), file.lastModifiedTime(), String.valueOf(file.fileKey()));
  }
}

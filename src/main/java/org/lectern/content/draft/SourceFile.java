package org.lectern.content.draft;

/**
 * A text file.
 *
 * @param path below the content folder, with slashes
 */
public record SourceFile(String path, String text) {

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

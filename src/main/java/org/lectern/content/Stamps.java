package org.lectern.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

import org.lectern.content.draft.Scan;
import org.lectern.content.draft.Stamp;

/** A cheap look at the content folder: which files there are, how large, and when they were written. No file is opened. */
record Stamps(Map<String, Stamp> byFile) {

  static Stamps of(Path dir) {
    var stamps = new HashMap<String, Stamp>();
    try {
      var root = dir.toRealPath();
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          if (!folder.equals(root) && Scan.isIgnored(String.valueOf(folder.getFileName()))) {
            return FileVisitResult.SKIP_SUBTREE;
          }
          return note(folder, new Stamp(0, FileTime.fromMillis(0), ""));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          if (Scan.isIgnored(String.valueOf(file.getFileName()))) {
            return FileVisitResult.CONTINUE;
          }
          // The attributes of a link say nothing about the file that it leads to.
          var own = attributes.isSymbolicLink() && Files.exists(file)
              ? Files.readAttributes(file, BasicFileAttributes.class)
              : attributes;
          return note(file, Stamp.of(own));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
          return note(file, new Stamp(-1, FileTime.fromMillis(0), ""));
        }

        private FileVisitResult note(Path path, Stamp stamp) {
          stamps.put(root.relativize(path).toString(), stamp);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      // A folder that is not there has no files; loading it says why.
    }
    return new Stamps(Map.copyOf(stamps));
  }
}

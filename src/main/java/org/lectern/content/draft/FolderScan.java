package org.lectern.content.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.lectern.content.format.MediaType;
import org.lectern.content.format.PictureSize;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.TextFile;
import org.lectern.content.format.WebVtt;

/** Reads the files of a folder. A file that cannot be used is reported, and left away. */
final class FolderScan {
  private static final int DEEPEST = 6;
  private static final int HEAD = 64 * 1024;
  private static final Pattern MEDIA_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path root;
  private final Report report;
  private final List<Path> refused = new ArrayList<>();

  /** @param root the content folder, without links in its path */
  FolderScan(Path root, Report report) {
    this.root = root;
    this.report = report;
  }

  /** Everything in a folder that may be content, sorted. */
  List<Path> list(Path folder) throws IOException {
    var paths = new ArrayList<Path>();
    try (var stream = Files.newDirectoryStream(folder)) {
      for (var path : stream) {
        if (!Scan.isIgnored(name(path))) {
          (isAllowed(path) ? paths : refused).add(path);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException(e);
    }
    paths.sort(Comparator.comparing(FolderScan::name, NaturalOrder.OF_NAMES));
    reportTwins(paths);
    return paths;
  }

  private void reportTwins(List<Path> paths) {
    var byName = new HashMap<String, Path>();
    for (var path : paths) {
      var plain = Normalizer.normalize(name(path), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      var twin = byName.putIfAbsent(plain, path);
      if (twin != null) {
        report.error(
            Spot.startOf(below(path)),
            "L003",
            "The name differs from " + name(twin) + " only in capital letters or in the way accents are stored.",
            "On many computers only one of the two files would exist.",
            "Rename one of them.");
      }
    }
  }

  /** Whether it is a file or a folder. To open anything else, such as a pipe, could last for ever. */
  private boolean isAllowed(Path path) {
    try {
      var own = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (own.isSymbolicLink()) {
        return leadsToAFile(path);
      }
      if (own.isOther()) {
        refuse(path, "This is neither a file nor a folder.");
      }
      return !own.isOther();
    } catch (IOException e) {
      unreadable(path, e);
      return false;
    }
  }

  /** A link may lead to another file in the content folder, and nowhere else. */
  private boolean leadsToAFile(Path path) {
    try {
      var target = path.toRealPath();
      if (target.startsWith(root) && Files.isRegularFile(target)) {
        return true;
      }
      refuse(path, "This is a link to " + target + ".");
    } catch (IOException e) {
      refuse(path, "This link leads nowhere.");
    }
    return false;
  }

  /** What was left away in the folders that were listed, because it is no file or folder of the content folder. */
  List<Path> refused() {
    return List.copyOf(refused);
  }

  private void refuse(Path path, String what) {
    report.error(
        Spot.startOf(below(path)),
        "L003",
        what,
        "Only files of the content folder are served, and nothing that could lead to anything else on this computer.",
        "Put the file itself here.");
  }

  CourseFolder course(Path folder, String name) {
    var found = new Found();
    try {
      walk(folder, 1, found, below(folder) + "/media");
    } catch (IOException e) {
      unreadable(folder, e);
    }
    reportLineEnds(name, found);
    return new CourseFolder(name, found.texts, found.media, hash(found));
  }

  private static final class Found {
    private final List<SourceFile> texts = new ArrayList<>();
    private final Map<String, MediaSource> media = new LinkedHashMap<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final List<String> carriageReturns = new ArrayList<>();
  }

  private void walk(Path folder, int depth, Found found, String mediaFolder) throws IOException {
    if (depth > DEEPEST) {
      report.warning(
          Spot.startOf(below(folder)),
          "L005",
          "This folder is not used.",
          "It lies more than " + (DEEPEST - 1) + " folders deep in its course.",
          "Texts stand in the folder of a module, such as en/01-introduction; move it there, or delete it.");
      return;
    }
    for (var path : list(folder)) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        walk(path, depth + 1, found, mediaFolder);
      } else {
        boolean isMedium = below(folder).equals(mediaFolder);
        Guard.run(below(path), report, () -> file(path, isMedium, found));
      }
    }
  }

  private void file(Path path, boolean isMedium, Found found) {
    if (isMedium) {
      media(path, found);
    } else if (name(path).endsWith(".md") || name(path).endsWith(".yaml")) {
      text(path, Optional.of(found)).ifPresent(found.texts::add);
    } else {
      unused(path);
    }
  }

  private void unused(Path path) {
    var fix = MediaType.promised(name(path)).isPresent()
        ? "Move it into the folder media of its course."
        : name(path).endsWith(".yml") ? "Name it .yaml." : "Delete it, or give it the ending .md if it is a page.";
    report.warning(
        Spot.startOf(below(path)),
        "L005",
        "This file is not used.",
        "Here only files that end in .md or .yaml are read.",
        fix);
  }

  Optional<SourceFile> text(Path path) {
    return Guard.read(below(path), report, () -> text(path, Optional.empty()), Optional::<SourceFile>empty);
  }

  private Optional<SourceFile> text(Path path, Optional<Found> found) {
    return bytes(path).flatMap(bytes -> {
      found.ifPresent(files -> files.hashes.put(below(path), sha256(bytes)));
      found.filter(files -> contains(bytes, '\r')).ifPresent(files -> files.carriageReturns.add(below(path)));
      return TextFile.decode(below(path), bytes, report).map(text -> new SourceFile(below(path), text));
    });
  }

  private Optional<byte[]> bytes(Path path) {
    try {
      return Scan.isTooLarge(below(path), Files.size(path), report)
          ? Optional.empty()
          : Optional.of(Files.readAllBytes(path));
    } catch (IOException e) {
      unreadable(path, e);
      return Optional.empty();
    }
  }

  private void media(Path path, Found found) {
    var file = below(path);
    var type = MediaType.promised(name(path));
    if (type.isEmpty() || !MEDIA_NAME.matcher(name(path)).matches()) {
      report.error(
          Spot.startOf(file),
          "L003",
          type.isEmpty()
              ? "Files of this kind are not served."
              : "The name has spaces or signs that do not fit an address.",
          "Media stand in web pages, under their own names.",
          type.isEmpty()
              ? "Known endings: " + MediaType.known() + "."
              : "Use letters without accents, digits, dots and hyphens.");
      return;
    }
    try {
      media(path, type.get(), found);
    } catch (IOException e) {
      unreadable(path, e);
    }
  }

  private void media(Path path, String type, Found found) throws IOException {
    var file = below(path);
    boolean isText = type.equals("image/svg+xml") || type.startsWith("text/");
    var own = path.toRealPath();
    var stamp = Stamp.of(own);
    if (isText && Scan.isTooLarge(file, stamp.bytes(), report)) {
      return;
    }
    var digest = newDigest();
    byte[] head;
    try (var in = Files.newInputStream(own)) {
      head = in.readNBytes(isText ? TextFile.MOST_BYTES : HEAD);
      digest.update(head);
      var buffer = new byte[HEAD];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    var hash = HexFormat.of().formatHex(digest.digest());
    found.hashes.put(file, hash);
    if (!MediaType.agrees(type, head)) {
      report.error(
          Spot.startOf(file),
          "L003",
          "The file does not begin as a ." + MediaType.ending(file) + " file does.",
          "Browsers would refuse to show it.",
          "Save it again in the right format, or give it the ending that fits.");
      return;
    }
    var text = isText ? TextFile.decode(file, head, report) : Optional.<String>empty();
    if (type.equals("text/vtt")) {
      text.ifPresent(captions -> WebVtt.read(file, captions, report));
    }
    var name = "media/" + name(path);
    found.media.put(name, new MediaSource(name, own, stamp, type, hash, PictureSize.of(type, head), text));
  }

  /** The edition must not depend on the computer that the files were checked out on. */
  private void reportLineEnds(String course, Found found) {
    if (!found.carriageReturns.isEmpty()) {
      var first = found.carriageReturns.getFirst();
      int more = found.carriageReturns.size() - 1;
      report.warning(
          Spot.startOf(first),
          "L003",
          "The lines end as on Windows (CRLF)"
              + (more == 0
                  ? "."
                  : ", here and in " + more + (more == 1 ? " more file of " : " more files of ") + course + "."),
          "The same text then counts as another edition on another computer.",
          "Save with line ends LF; for git: *.md text eol=lf in .gitattributes.");
    }
  }

  private static String hash(Found found) {
    var digest = newDigest();
    found.hashes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
      digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(entry.getValue().getBytes(StandardCharsets.UTF_8));
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private void unreadable(Path path, IOException e) {
    report.error(
        Spot.startOf(below(path)),
        "L003",
        "This cannot be read: " + e.getClass().getSimpleName() + ".",
        "Something that learners need may be in it.",
        "Let the server read it, and save it again.");
  }

  private static boolean contains(byte[] bytes, char character) {
    for (byte one : bytes) {
      if (one == character) {
        return true;
      }
    }
    return false;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String below(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}

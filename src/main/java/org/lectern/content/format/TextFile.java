package org.lectern.content.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as editors leave it on disk, made uniform: UTF-8, no byte order mark, lines that end in LF. */
public final class TextFile {
  /** A page of that size takes hours to read: something else was saved under its name. */
  public static final int MOST_BYTES = 1_048_576;

  private TextFile() {}

  /** The text; empty when it is not text, and then a problem was reported. */
  public static Optional<String> decode(String file, byte[] bytes, Report report) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      notUtf8(Spot.startOf(file), "The file is saved as UTF-16.", report);
      return Optional.empty();
    }
    boolean marked = startsWith(bytes, 0xEF, 0xBB, 0xBF);
    if (marked) {
      report.warning(
          Spot.startOf(file),
          "L003",
          "The file begins with an invisible byte order mark.",
          "Other tools show it as rubbish, or miss the first line.",
          "Save the file as \"UTF-8\", not as \"UTF-8 with BOM\".");
    }
    var in = ByteBuffer.wrap(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0));
    var out = CharBuffer.allocate(bytes.length + 1);
    var result = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, out, true);
    var text = out.flip().toString();
    if (result.isError()) {
      notUtf8(endOf(file, text), "From here on the file is not UTF-8.", report);
      return Optional.empty();
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      notUtf8(endOf(file, text.substring(0, nul)), "There is a NUL character here: this is not text.", report);
      return Optional.empty();
    }
    return Optional.of(text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  private static void notUtf8(Spot spot, String what, Report report) {
    report.error(
        spot,
        "L003",
        what,
        "Names and accents would be shown wrongly, in every language.",
        "Save the file as UTF-8 (in most editors: \"Save with encoding\").");
  }

  private static Spot endOf(String file, String text) {
    int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
    return new Spot(file, line, text.length() - text.lastIndexOf('\n'));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}

package org.lectern.content.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of media that are served. Anything else could be a page or a program in disguise. */
public final class MediaType {
  private static final Map<String, String> BY_ENDING = Map.ofEntries(
      Map.entry("svg", "image/svg+xml"),
      Map.entry("png", "image/png"),
      Map.entry("jpg", "image/jpeg"),
      Map.entry("jpeg", "image/jpeg"),
      Map.entry("gif", "image/gif"),
      Map.entry("webp", "image/webp"),
      Map.entry("avif", "image/avif"),
      Map.entry("webm", "video/webm"),
      Map.entry("mp3", "audio/mpeg"),
      Map.entry("m4a", "audio/mp4"),
      Map.entry("ogg", "audio/ogg"),
      Map.entry("opus", "audio/ogg"),
      Map.entry("mp4", "video/mp4"),
      Map.entry("vtt", "text/vtt"),
      Map.entry("md", "text/markdown"));

  private MediaType() {}

  /** The type that the file's ending promises. */
  public static Optional<String> promised(String name) {
    return Optional.ofNullable(BY_ENDING.get(ending(name)));
  }

  /** The endings, for messages. */
  public static String known() {
    return String.join(", ", BY_ENDING.keySet().stream().sorted().toList());
  }

  public static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether a file that begins with {@code head} can be what its ending promises. */
  public static boolean agrees(String type, byte[] head) {
    var start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
    return switch (type) {
      case "image/png" -> start.startsWith("\u0089PNG\r\n\u001a\n");
      case "image/jpeg" -> start.startsWith("\u00ff\u00d8\u00ff");
      case "image/gif" -> start.startsWith("GIF8");
      case "image/webp" -> start.startsWith("RIFF") && start.startsWith("WEBP", 8);
      case "video/webm" -> start.startsWith("\u001aE\u00df\u00a3");
      case "video/mp4", "audio/mp4" -> start.startsWith("ftyp", 4);
      case "image/avif" -> start.startsWith("ftypavi", 4);
      case "audio/ogg" -> start.startsWith("OggS");
      // With tags before the sound, or without.
      case "audio/mpeg" ->
        start.startsWith("ID3") || start.startsWith("\u00ff\u00fb") || start.startsWith("\u00ff\u00f3")
            || start.startsWith("\u00ff\u00f2");
      case "text/vtt" -> start.startsWith("WEBVTT") || start.startsWith("\u00ef\u00bb\u00bfWEBVTT");
      default -> start.indexOf('\0') < 0;
    };
  }
}

package org.lectern.learning;

import java.util.Locale;

import org.lectern.content.Block;
import org.lectern.content.Unit;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** What templates ask of content. */
@TemplateExtension
final class Shown {
  private Shown() {}

  /** {@code page}, {@code check} or {@code case}. */
  static String type(Unit unit) {
    return CourseView.type(unit);
  }

  /** The size of a clip, with one decimal. */
  static String megabytes(Block.Video video) {
    return String.format(Locale.ROOT, "%.1f", video.bytes().orElse(0L) / 1_000_000.0);
  }

  /** Inline HTML without its tags, for places where no tags may stand. */
  @TemplateExtension(namespace = "plain")
  static RawString of(String html) {
    return new RawString(html.replaceAll("<[^>]*>", ""));
  }
}

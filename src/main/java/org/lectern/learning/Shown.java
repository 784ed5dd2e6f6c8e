package org.lectern.learning;

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

  /** Inline HTML without its tags, for places where no tags may stand. */
  @TemplateExtension(namespace = "plain")
  static RawString of(String html) {
    return new RawString(html.replaceAll("<[^>]*>", ""));
  }
}

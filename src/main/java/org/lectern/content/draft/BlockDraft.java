package org.lectern.content.draft;

import java.util.Optional;

import org.lectern.content.format.PictureSize;

/** A part of a text, rendered. */
public sealed interface BlockDraft {

  record Prose(String html) implements BlockDraft {}

  record Figure(Optional<String> svg, String src, String alt, Optional<String> caption, String credit,
      Optional<String> description, Optional<PictureSize> size)
      implements
        BlockDraft {}

  record Video(String id, String src, String title, int seconds, Optional<Long> bytes, Optional<String> captions,
      String transcriptHtml, String credit)
      implements
        BlockDraft {}
}

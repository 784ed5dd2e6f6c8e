package org.lectern.content.draft;

import java.util.List;
import java.util.Optional;

import org.lectern.content.format.PictureSize;

/** A part of a text, rendered. */
public sealed interface BlockDraft {

  record Prose(String html) implements BlockDraft {}

  record Figure(Optional<String> svg, String src, String alt, Optional<String> caption, String credit,
      Optional<String> description, Optional<PictureSize> size)
      implements
        BlockDraft {}

  /** A smaller file of a clip. */
  record Rendition(String src, long bytes) {}

  record Captions(String language, String src) {}

  record Transcript(String language, String html) {}

  record Video(String id, String src, String title, int seconds, Optional<Long> bytes, Optional<Rendition> small,
      Optional<Rendition> audio, List<Captions> captions, List<Transcript> transcripts, String credit)
      implements
        BlockDraft {}
}

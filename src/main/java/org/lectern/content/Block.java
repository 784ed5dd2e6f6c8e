package org.lectern.content;

import java.util.Optional;

/** A part of a unit. All HTML here is sanitised and ready to be sent. */
public sealed interface Block {

  /** Running text. */
  record Prose(String html) implements Block {}

  /**
   * A picture.
   *
   * @param svg the drawing itself, sanitised, to stand in the page; empty when the picture is another kind of file
   * @param src the media path, for instance {@code media/map.png}, below the course
   * @param alt what it shows, in a sentence
   * @param description what it shows, at length
   */
  record Figure(
      Optional<String> svg,
      String src,
      String alt,
      Optional<String> caption,
      String credit,
      Optional<String> description,
      Optional<Size> size)
      implements
        Block {}

  /** The size of a picture, in pixels. */
  record Size(int width, int height) {}

  /**
   * A reference to a clip.
   *
   * @param id unique on its page; made from the clip's file name
   * @param src a media path, or an outside address
   * @param seconds its length
   * @param bytes its size; empty for an outside address
   * @param captions the media path of the captions in WebVTT
   * @param transcriptHtml the transcript, rendered
   */
  record Video(
      String id,
      String src,
      String title,
      int seconds,
      Optional<Long> bytes,
      Optional<String> captions,
      String transcriptHtml,
      String credit)
      implements
        Block {

    /** Whether the clip is one of the course's own files. */
    public boolean isOwn() {
      return src.startsWith("media/");
    }
  }
}

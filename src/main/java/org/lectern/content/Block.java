package org.lectern.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
   * @param small the same in a smaller file
   * @param audio its sound alone
   * @param captions in WebVTT, those that the page names first; empty for an outside address that has none
   * @param transcripts the one that the page names first
   */
  record Video(
      String id,
      String src,
      String title,
      int seconds,
      Optional<Long> bytes,
      Optional<Rendition> small,
      Optional<Rendition> audio,
      List<Captions> captions,
      List<Transcript> transcripts,
      String credit)
      implements
        Block {

    public Video {
      captions = List.copyOf(captions);
      transcripts = List.copyOf(transcripts);
    }

    /** Whether the clip is one of the course's own files. */
    public boolean isOwn() {
      return src.startsWith("media/");
    }

    /** The transcript in the first of these languages that it is written in, or else the one that the page names. */
    public Transcript transcript(String... languages) {
      return Stream.of(languages)
          .flatMap(language -> transcripts.stream().filter(one -> one.language().equals(language)))
          .findFirst()
          .orElseGet(transcripts::getFirst);
    }

    /** As {@link #transcript}, for captions; empty when there are none. */
    public Optional<Captions> captions(String... languages) {
      return Stream.of(languages)
          .flatMap(language -> captions.stream().filter(one -> one.language().equals(language)))
          .findFirst()
          .or(() -> captions.stream().findFirst());
    }
  }

  /**
   * A smaller file of a clip.
   *
   * @param src a media path
   */
  record Rendition(String src, long bytes) {}

  /**
   * Captions in one language.
   *
   * @param language BCP 47
   * @param src a media path
   */
  record Captions(String language, String src) {}

  /**
   * A transcript in one language.
   *
   * @param language BCP 47
   */
  record Transcript(String language, String html) {}
}

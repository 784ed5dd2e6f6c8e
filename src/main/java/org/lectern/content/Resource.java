package org.lectern.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A text beside the path, to read and to keep: not tracked, and without minutes.
 *
 * @param texts by language (BCP 47); always holds {@code source}, which comes first
 * @param source the language that answers when another has no text
 */
public record Resource(String id, Map<String, Text> texts, String source) {

  public Resource {
    texts = Ordered.copyOf(texts);
    if (!texts.containsKey(source)) {
      throw new IllegalArgumentException("no text in the source language " + source);
    }
  }

  /** The text in {@code language}; in the source language when there is none, and the text says so. */
  public Text in(String language) {
    var text = texts.get(language);
    return text != null ? text : Objects.requireNonNull(texts.get(source));
  }

  /** The languages that it can be read in, the source language first. */
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  /**
   * A resource in one language.
   *
   * @param language the language that it is written in: not always the one that was asked for
   * @param sources UN symbols or titles of documents
   */
  public record Text(
      String language, String title, List<Block> blocks, Optional<String> credit, List<String> sources) {
    public Text {
      blocks = List.copyOf(blocks);
      sources = List.copyOf(sources);
    }
  }
}

package org.lectern.content;

import java.util.Map;

/**
 * A short text in one or more languages, by BCP 47 tag.
 *
 * @param source the language that answers when another has no text; {@code texts} always has it
 */
public record Localized(String source, Map<String, String> texts) {

  public Localized {
    texts = Ordered.copyOf(texts);
    if (!texts.containsKey(source)) {
      throw new IllegalArgumentException("no text in the source language " + source);
    }
  }

  /** The language that {@link #in} answers in. */
  public String languageFor(String language) {
    return texts.containsKey(language) ? language : source;
  }

  /** The text in {@code language}, or in the source language. */
  public String in(String language) {
    var text = texts.get(language);
    return text != null ? text : texts.getOrDefault(source, "");
  }
}

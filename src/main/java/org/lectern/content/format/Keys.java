package org.lectern.content.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that a mapping may have.
 *
 * @param of what the mapping describes, as the subject of a sentence: {@code A figure}
 */
public record Keys(String of, List<String> required, List<String> optional) {

  public Keys {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  public List<String> all() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }
}

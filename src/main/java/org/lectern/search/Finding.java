package org.lectern.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.Library;

/**
 * What was found.
 *
 * @param library the content in which it was found
 * @param asked what was looked for in the end
 * @param instead how the question was written in the end, when nothing says it as it was typed
 * @param isSome whether nothing says all of it, so that this says some of it
 * @param entries each thing once; those in the reader's language first, then the best first
 */
record Finding(Library library, Asked asked, Optional<String> instead, boolean isSome, List<Entry> entries) {

  Finding {
    entries = List.copyOf(entries);
  }

  /** @param hits the best first */
  static Finding of(Library library, Asked asked, Optional<String> instead, boolean isSome, List<Index.Hit> hits) {
    var best = new LinkedHashMap<String, Index.Hit>();
    hits.forEach(hit -> best.putIfAbsent(hit.entry().address(), hit));
    return new Finding(library, asked, instead, isSome,
        best.values().stream().filter(hit -> !isRepeated(hit, best)).map(Index.Hit::entry).toList());
  }

  /** Whether this is a part of a text that as a whole answers at least as well. */
  private static boolean isRepeated(Index.Hit part, Map<String, Index.Hit> best) {
    var address = part.entry().address();
    var whole = part.entry().kind() == Kind.TEXT && address.contains("#")
        ? best.get(address.substring(0, address.indexOf('#')))
        : null;
    return whole != null && whole.score() >= part.score();
  }

  List<Entry> of(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }
}

package org.lectern.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  static Finding of(Library library, Asked asked, Optional<String> instead, boolean isSome, List<Index.Hit> hits,
      String language) {
    var order = Comparator.<Index.Hit, Boolean>comparing(hit -> !hit.entry().language().equals(language))
        .thenComparing(Comparator.comparingDouble(Index.Hit::score).reversed());
    var seen = new HashMap<String, Entry>();
    var entries = new ArrayList<Entry>();
    hits.stream().sorted(order).map(Index.Hit::entry).forEach(entry -> {
      if (seen.putIfAbsent(entry.address(), entry) == null) {
        entries.add(entry);
      }
    });
    // Where a whole text was found, its parts only repeat it.
    entries.removeIf(entry -> entry.kind() == Kind.TEXT && entry.address().contains("#")
        && seen.containsKey(entry.address().substring(0, entry.address().indexOf('#'))));
    return new Finding(library, asked, instead, isSome, entries);
  }

  List<Entry> of(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }
}

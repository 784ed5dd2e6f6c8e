package org.lectern.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.lectern.content.Library;
import org.lectern.content.LibraryChanged;
import org.lectern.content.Shelf;
import org.lectern.platform.AfterStart;

import io.quarkus.runtime.Startup;

/** Finds what the library says. A new library is indexed beside the old one, and then takes its place. */
@Startup
@ApplicationScoped
public class Search {

  private static final Logger LOG = Logger.getLogger(Search.class);

  /** Nobody reads on after this many; what is found later is not shown. */
  private static final int MOST = 1_000;

  private final AtomicReference<CompletableFuture<Held>> held;

  /** A library and its words; swapped as one. */
  record Held(Library library, Index index) {
    static Held of(Library library) {
      return new Held(library, Index.of(Entries.of(library)));
    }
  }

  Search(Shelf shelf) {
    // Who searches before it is done waits for it.
    held = new AtomicReference<>(
        CompletableFuture.supplyAsync(() -> indexed(shelf.library()), AfterStart.EXECUTOR).exceptionally(e -> {
          LOG.error("the content could not be indexed; nothing is found until it changes", e);
          return Held.of(Library.EMPTY);
        }));
  }

  void onChange(@Observes LibraryChanged news) {
    try {
      held.set(CompletableFuture.completedFuture(indexed(news.library())));
    } catch (RuntimeException e) {
      LOG.error("the new content could not be indexed; what was found before is found still", e);
    }
  }

  private static Held indexed(Library library) {
    var start = System.nanoTime();
    var indexed = Held.of(library);
    LOG.infof("search: %d entries, %d KB, indexed in %d ms", indexed.index().size(), indexed.index().bytes() / 1024,
        (System.nanoTime() - start) / 1_000_000);
    return indexed;
  }

  /**
   * Looks for what somebody typed.
   *
   * @param typed anything; there is nothing that it could break
   * @param language what is in this language comes first
   * @param only the one language to look in, if it is not all
   */
  Finding find(String typed, String language, Optional<String> only) {
    return find(Objects.requireNonNull(held.get()).join(), Asked.of(typed), language, only);
  }

  static Finding find(Held held, Asked asked, String language, Optional<String> only) {
    var nothing = Optional.<String>empty();
    if (asked.isEmpty()) {
      return new Finding(held.library(), asked, nothing, false, List.of());
    }
    var wanted = new Index.Wanted(language, only, MOST);
    var hits = held.index().find(asked, wanted);
    if (!hits.isEmpty()) {
      return Finding.of(held.library(), asked, nothing, false, hits);
    }
    var corrected = corrected(held.index(), asked);
    if (corrected.isPresent()) {
      var other = Asked.of(corrected.get());
      var otherHits = held.index().find(other, wanted);
      if (!otherHits.isEmpty()) {
        return Finding.of(held.library(), other, corrected, false, otherHits);
      }
    }
    return Finding.of(held.library(), asked, nothing, true, held.index().findSome(asked, wanted));
  }

  /** The question with a known word in place of each that nothing says; empty if there is none near. */
  private static Optional<String> corrected(Index index, Asked asked) {
    var changed = asked.words()
        .stream()
        .map(word -> index.has(word) ? Optional.of(word.written()) : index.nearest(word.form()).map(index::asWritten))
        .toList();
    if (changed.stream().anyMatch(Optional::isEmpty) || asked.words().stream().allMatch(index::has)) {
      return Optional.empty();
    }
    var phrases = asked.phrases().stream().map(phrase -> "\"" + String.join(" ", phrase) + "\"");
    return Optional.of(Stream.concat(changed.stream().map(Optional::orElseThrow), phrases)
        .collect(Collectors.joining(" ")));
  }
}

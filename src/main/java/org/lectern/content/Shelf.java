package org.lectern.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Holds the library that is served now. A course that gets an error keeps its last good content until it is mended.
 * Safe to use from many threads: readers never wait, and always see one whole library.
 */
public final class Shelf {
  private final Path dir;
  private final Supplier<LocalDate> today;
  private final Agreement agreement;
  private final AtomicReference<Held> held;

  /**
   * What is held, and what it was made of; swapped as one.
   *
   * @param library what is shown
   * @param shown its fingerprint
   * @param loaded what was read last; the same as {@code library}, unless other nodes have not read it yet
   * @param print the fingerprint of {@code loaded}
   * @param loading the last one
   * @param settled whether nothing had changed since the one before
   */
  private record Held(
      Library library,
      String shown,
      Library loaded,
      String print,
      Loading loading,
      boolean settled) {

    private List<ContentProblem> problems() {
      return loading.problems();
    }

    private Held showingWhatIsLoaded() {
      return new Held(loaded, print, loaded, print, loading, settled);
    }
  }

  /** Loads the content of {@code dir}, for itself alone. */
  public Shelf(Path dir, Supplier<LocalDate> today) {
    this(dir, today, Agreement.ALONE);
  }

  /** Loads the content of {@code dir}; what comes later is shown when the agreement is reached. */
  public Shelf(Path dir, Supplier<LocalDate> today, Agreement agreement) {
    this.dir = dir;
    this.today = today;
    this.agreement = agreement;
    var loading = FirstLoading.of(dir, today.get());
    var library = loading.library();
    var print = fingerprint(library);
    held = new AtomicReference<>(new Held(library, print, library, print, loading, false));
    // Whoever waits for this node learns what it has; before it may show it, it is not ready.
    agreement.reached(print);
  }

  private Held held() {
    return Objects.requireNonNull(held.get());
  }

  public Library library() {
    return held().library();
  }

  /** What authors should mend, as of the last look. */
  public List<ContentProblem> problems() {
    return held().problems();
  }

  /**
   * Looks whether a file has changed, and only then loads again. Cheap when nothing has changed. What was loaded is shown
   * as soon as the {@link Agreement} is reached, which may be at a later look.
   *
   * @return whether there is something new: other courses are shown, or there are other problems
   */
  public synchronized boolean refresh() {
    var before = held();
    var after = look(before);
    var agreed = agreement.reached(after.print()) ? after.showingWhatIsLoaded() : after;
    held.set(agreed);
    return !agreed.problems().equals(before.problems()) || !agreed.shown().equals(before.shown());
  }

  private Held look(Held before) {
    var day = today.get();
    var last = before.loading();
    if (before.settled() && last.isOf(Stamps.of(dir), day)) {
      return before;
    }
    var loading = Loading.of(dir, day);
    var loaded = keepingLastGood(before.loaded(), loading);
    // A file that is written twice within a tick of the file system's clock shows only one change, so every change is
    // looked at a second time.
    boolean settled = last.isOf(loading.stamps(), day);
    return new Held(before.library(), before.shown(), loaded, fingerprint(loaded), loading, settled);
  }

  private static Library keepingLastGood(Library before, Loading loading) {
    if (loading.lacksFolder()) {
      return before;
    }
    var courses = new TreeMap<>(loading.library().courses());
    for (var folder : loading.broken()) {
      before.course(folder).ifPresent(course -> courses.put(folder, course));
    }
    return new Library(courses, loading.lacksJobNetworks() ? before.jobNetworks() : loading.library().jobNetworks());
  }

  /** Tells whether two libraries are the same, also on two computers: editions are named by the hash of their files. */
  private static String fingerprint(Library library) {
    var gist = new StringBuilder();
    library.courses().forEach((id, course) -> gist.append(id).append(' ').append(course.edition().hash()).append('\n'));
    gist.append(library.jobNetworks());
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(gist.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.lectern.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Holds the library that is served now. A course that gets an error keeps its last good content until it is mended.
 * Safe to use from many threads: readers never wait, and always see one whole library.
 */
public final class Shelf {
  private final Path dir;
  private final Supplier<LocalDate> today;
  private final AtomicReference<Held> held;

  /** What is held, and what it was made of; swapped as one. */
  private record Held(Library library, List<ContentProblem> problems, Stamps stamps, LocalDate day, boolean settled) {}

  /** Loads the content of {@code dir}. */
  public Shelf(Path dir, Supplier<LocalDate> today) {
    this.dir = dir;
    this.today = today;
    var stamps = Stamps.of(dir);
    var day = today.get();
    var loading = Loading.of(dir, day);
    held = new AtomicReference<>(new Held(loading.library(), loading.problems(), stamps, day, false));
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
   * Looks whether a file has changed, and only then loads again. Cheap when nothing has changed.
   *
   * @return whether there is something new: other courses, or other problems
   */
  public synchronized boolean refresh() {
    var before = held();
    // The stamps are taken first: what is written while we read is seen the next time.
    var stamps = Stamps.of(dir);
    var day = today.get();
    boolean changed = !stamps.equals(before.stamps()) || !day.equals(before.day());
    if (!changed && before.settled()) {
      return false;
    }
    var loading = Loading.of(dir, day);
    var library = keepingLastGood(before.library(), loading);
    // A file that is written twice within a tick of the file system's clock shows only one change, so every change is
    // looked at a second time.
    held.set(new Held(library, loading.problems(), stamps, day, !changed));
    return !loading.problems().equals(before.problems()) || !gist(library).equals(gist(before.library()));
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

  /** Enough to tell whether two libraries are the same: editions are named by the hash of their files. */
  private static Map<String, Object> gist(Library library) {
    var gist = new HashMap<String, Object>();
    library.courses().forEach((id, course) -> gist.put(id, course.edition()));
    gist.put("", library.jobNetworks().stream().collect(Collectors.toList()));
    return gist;
  }
}

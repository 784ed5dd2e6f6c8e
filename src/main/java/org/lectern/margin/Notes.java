package org.lectern.margin;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.Unit;
import org.lectern.platform.Problem;
import org.lectern.platform.Transactions;

/** Keeps notes; never lets a form that is out of date write over a newer text. */
@ApplicationScoped
public class Notes {

  private final InstantSource clock;

  Notes(InstantSource clock) {
    this.clock = clock;
  }

  /** Whose note it is, and on what. */
  record Place(UUID person, String course, String unit) {}

  /** What became of a text. */
  sealed interface Saving {
    record Saved() implements Saving {}

    /** Another window was faster; {@code text} is what it saved, and {@code state} what the next form has seen. */
    record ChangedMeanwhile(String text, String state) implements Saving {}
  }

  /**
   * Saves a text.
   *
   * @param unit empty when the course no longer has it: then only a note that is there already can be changed
   * @param seen the {@link Note#state} that the writer saw; empty when there was none
   */
  Saving save(Place place, Optional<Unit> unit, String text, String seen) {
    return Transactions.retrying(() -> {
      var before = Note.locked(place.person(), place.course(), place.unit());
      if (before.isPresent() && !before.get().state().equals(seen) && !before.get().text.equals(text)) {
        return new Saving.ChangedMeanwhile(before.get().text, before.get().state());
      }
      var title = unit.map(Unit::title).or(() -> before.map(note -> note.unitTitle)).orElseThrow(Problem::notFound);
      var note = before.orElseGet(() -> new Note(place.person(), place.course(), place.unit(), clock.instant()));
      note.write(text, title, clock.instant());
      note.persistAndFlush();
      return new Saving.Saved();
    });
  }

  /** Deletes a note; when it is not there, nothing happens. */
  void delete(Place place) {
    Transactions.retrying(
        () -> Note.locked(place.person(), place.course(), place.unit()).ifPresent(note -> note.delete()));
  }
}

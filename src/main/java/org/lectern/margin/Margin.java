package org.lectern.margin;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Unit;

/**
 * The margin of a unit's page.
 *
 * @param done what was just done: {@code note} or {@code report}; anything else is nothing
 * @param newIds where the id of a report comes from
 */
public record Margin(Course course, Unit unit, Optional<Note> note, String done, Supplier<UUID> newIds) {

  /** Without a note. */
  public static Margin blank(Course course, Unit unit, Supplier<UUID> newIds) {
    return new Margin(course, unit, Optional.empty(), "", newIds);
  }

  /** The same after something was done. */
  public Margin after(@Nullable String what) {
    return new Margin(course, unit, note, what == null ? "" : what, newIds);
  }

  /** The same with the note of a person, which is read. */
  public Margin withNoteOf(UUID person) {
    return new Margin(course, unit, Note.of(person, course.id(), unit.id()), done, newIds);
  }

  /** A new id for the report that may be sent from this page, so that a double click makes only one. */
  public UUID report() {
    return newIds.get();
  }

  /** The address of the unit's page. */
  public String address() {
    return "/courses/" + course.id() + "/" + unit.id();
  }

  public boolean isNoteOpen() {
    return note.isPresent() || done.equals("note");
  }

  public String text() {
    return note.map(kept -> kept.text).orElse("");
  }

  /** The state of the note that this page shows; empty when there is none. */
  public String seen() {
    return note.map(Note::state).orElse("");
  }
}

package org.lectern.margin;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Unit;

/**
 * The margin of a unit's page.
 *
 * @param done what was just done: {@code note} or {@code report}; anything else is nothing
 * @param report a new id for the report that may be sent from this page, so that a double click makes only one
 */
public record Margin(Course course, Unit unit, Optional<Note> note, String done, UUID report) {

  /** Without a note. */
  public static Margin blank(Course course, Unit unit, UUID report) {
    return new Margin(course, unit, Optional.empty(), "", report);
  }

  /** Reads the note. */
  public static Margin of(UUID person, Course course, Unit unit, @Nullable String done) {
    return new Margin(course, unit, Note.of(person, course.id(), unit.id()), done == null ? "" : done,
        UUID.randomUUID());
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

  /** The version of the note; 0 when there is none. */
  public int version() {
    return note.map(kept -> kept.version).orElse(0);
  }
}

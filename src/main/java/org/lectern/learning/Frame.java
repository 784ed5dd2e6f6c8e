package org.lectern.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Unit;
import org.lectern.margin.Margin;
import org.lectern.platform.PrerenderedPage;

/**
 * What stands around a unit: where the learner is, and how to go on.
 *
 * @param wanted the language that the learner asked for
 * @param newIds ids for the statements that this page may lead to, so that a double click makes only one
 * @param earlier whether the learner completed the unit in an earlier edition only
 * @param noted whether the learner has a note on the unit
 * @param updated whether the learner has completed the unit, and its text was changed since they last did something there
 */
record Frame(Progress progress, Module module, Unit unit, String wanted, Supplier<UUID> newIds, Margin margin,
    boolean earlier, boolean noted, boolean updated) {

  static Frame of(Course course, Unit unit, String wanted, Seen seen) {
    var progress = seen.progress(course, wanted);
    var module = progress.text().moduleOf(unit.id()).orElseThrow();
    return new Frame(progress, module, unit, wanted, UUID::randomUUID,
        Margin.blank(course, unit, UUID::randomUUID), seen.earlier().contains(unit.id()), seen.noted(), false);
  }

  /**
   * With what only a page that is shown needs: the note of this person, and whether the text was changed.
   *
   * @param done what was just done in the margin
   */
  Frame inFull(UUID person, @Nullable String done) {
    var after = margin.after(done);
    return shown(newIds, noted ? after.withNoteOf(person) : after, isUpdatedFor(person));
  }

  /** As {@link #inFull} for somebody who has no note, to be copied for others. */
  Frame toCopy(UUID person) {
    Supplier<UUID> ids = () -> PrerenderedPage.NEW_ID;
    return shown(ids, Margin.blank(progress.course(), unit, ids), isUpdatedFor(person));
  }

  private boolean isUpdatedFor(UUID person) {
    return earlier && Changes.isUpdated(progress, unit, person);
  }

  private Frame shown(Supplier<UUID> ids, Margin itsMargin, boolean isUpdated) {
    return new Frame(progress, module, unit, wanted, ids, itsMargin, earlier, noted, isUpdated);
  }

  /** A new id for a statement. */
  public UUID statement() {
    return newIds.get();
  }

  public String course() {
    return progress.course().id();
  }

  /** The language of the titles of course and module (BCP 47). */
  public String language() {
    return progress.text().language();
  }

  public String courseTitle() {
    return progress.course().title().in(language());
  }

  /** The address of the unit's page. */
  public String address() {
    return "/courses/" + course() + "/" + unit.id();
  }

  public boolean isOnPath() {
    return progress.route().isOnPath(unit.id());
  }

  public boolean isCompleted() {
    return progress.isCompleted(unit.id());
  }

  /** Whether the unit is shown in another language than the wanted one. */
  public boolean isFallback() {
    return !unit.language().equals(wanted);
  }

  /** The terms that the unit links to. */
  public List<TermView> terms() {
    var glossary = progress.course().glossary();
    return unit.origin()
        .terms()
        .stream()
        .flatMap(term -> glossary.term(term).stream())
        .map(term -> TermView.of(term, wanted))
        .toList();
  }

  public Optional<Unit> previous() {
    return progress.route().before(unit.id());
  }

  public Optional<Unit> next() {
    return progress.route().after(unit.id());
  }

  /** Where the path goes on: the next unit, or the course when this was the last one. */
  public String nextAddress() {
    return "/courses/" + course() + next().map(unit -> "/" + unit.id()).orElse("");
  }

  /** The place of the unit in its module, from 1. */
  public int place() {
    return inModule().indexOf(unit.id()) + 1;
  }

  /** The number of units in the module. */
  public int places() {
    return inModule().size();
  }

  private List<String> inModule() {
    return module.units().stream().map(Unit::id).toList();
  }
}

package org.lectern.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Module;
import org.lectern.content.Unit;
import org.lectern.margin.Margin;

/**
 * What stands around a unit: where the learner is, and how to go on.
 *
 * @param wanted the language that the learner asked for
 * @param statement a new id for the statement that this page may lead to, so that a double click makes only one
 * @param earlier whether the learner completed the unit in an earlier edition only
 * @param updated whether the text was changed since the learner has completed the unit
 */
record Frame(Progress progress, Module module, Unit unit, String wanted, UUID statement, Margin margin,
    boolean earlier, boolean updated) {

  static Frame of(Progress progress, Unit unit, String wanted, boolean earlier) {
    var module = progress.text().moduleOf(unit.id()).orElseThrow();
    return new Frame(progress, module, unit, wanted, UUID.randomUUID(), Margin.blank(progress.course(), unit), earlier,
        false);
  }

  /**
   * With what only a page that is shown needs: the note of this person, and whether the text was changed.
   *
   * @param done what was just done in the margin
   */
  Frame inFull(UUID person, @Nullable String done) {
    return new Frame(progress, module, unit, wanted, statement, Margin.of(person, progress.course(), unit, done),
        earlier, earlier && Changes.isUpdated(progress, unit, person));
  }

  public String course() {
    return progress.course().id();
  }

  public String courseTitle() {
    return progress.course().title().in(progress.text().language());
  }

  /** The address of the unit's page. */
  public String address() {
    return "/courses/" + course() + "/" + unit.id();
  }

  public boolean isOnPath() {
    return progress.isOnPath(unit.id());
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
    return progress.before(unit.id());
  }

  public Optional<Unit> next() {
    return progress.after(unit.id());
  }

  /** Where the path goes on: the next unit, or the course when this was the last one. */
  public String nextAddress() {
    return "/courses/" + course() + next().map(unit -> "/" + unit.id()).orElse("");
  }

  /** The place of the unit in its module, from 1. */
  public int place() {
    return ids().indexOf(unit.id()) + 1;
  }

  /** The number of units in the module. */
  public int places() {
    return ids().size();
  }

  private List<String> ids() {
    return module.units().stream().map(Unit::id).toList();
  }
}

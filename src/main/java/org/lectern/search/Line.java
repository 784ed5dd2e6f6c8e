package org.lectern.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.Module;
import org.lectern.content.Unit;
import org.lectern.learning.Progress;

/**
 * A result as its reader sees it.
 *
 * @param title with what was found
 * @param excerpt the part of its text that answers best
 * @param textLanguage the language of the excerpt; for a term that is not explained in its own language, another
 * @param courseTitle in the reader's language, as far as the course has it
 * @param module the module that it belongs to, in the reader's language; empty for what belongs to none
 * @param minutes how long it takes; 0 for what has no length
 * @param onPath whether it is on the reader's path, or belongs to no path
 */
public record Line(
    Entry entry,
    List<Snippet.Piece> title,
    List<Snippet.Piece> excerpt,
    String textLanguage,
    String courseTitle,
    Optional<Module> module,
    int minutes,
    boolean onPath,
    boolean completed) {

  public Line {
    title = List.copyOf(title);
    excerpt = List.copyOf(excerpt);
  }

  public String type() {
    return entry.type();
  }

  public String language() {
    return entry.language();
  }

  /** Where it is read, in its language where the address can say so. */
  public String address() {
    var parts = entry.address().split("#", 2);
    var query = entry.kind() == Kind.TEXT ? "?language=" + entry.language() : "";
    return parts[0] + query + (parts.length > 1 ? "#" + parts[1] : "");
  }

  /**
   * @param progress of the reader in the course that the entry belongs to
   * @param language that the reader reads in
   */
  static Line of(Entry entry, Finding finding, Progress progress, String language) {
    var text = progress.text();
    var module = text.module(entry.module());
    var unit = text.unit(entry.unit());
    var explained = explained(entry, progress);
    var excerpt = Snippet.part(explained.getValue(), finding.asked(), explained.getKey());
    // A whole text that was found by its name would say only what its sources are.
    boolean isEmpty = entry.kind() == Kind.TEXT && excerpt.stream().noneMatch(Snippet.Piece::found);
    return new Line(entry, Snippet.whole(entry.title(), finding.asked(), entry.language()),
        isEmpty ? List.of() : excerpt, explained.getKey(),
        progress.course().title().in(language), module,
        unit.map(Unit::minutes).or(() -> module.map(Module::minutes)).orElse(0),
        module.map(one -> progress.choice().path().includes(one.id())).orElse(true),
        unit.map(one -> progress.isCompleted(one.id())).or(() -> module.map(progress::isCompleted)).orElse(false));
  }

  /** The text of an entry and its language: what a term means is told in the source language if need be. */
  private static Map.Entry<String, String> explained(Entry entry, Progress progress) {
    if (entry.kind() != Kind.TERM || !entry.text().isEmpty()) {
      return Map.entry(entry.language(), entry.text());
    }
    var term = entry.address().substring(entry.address().indexOf('#') + 1);
    var source = progress.course().source();
    var meaning = progress.course().glossary().term(term).map(one -> one.definition().in(source)).orElse("");
    return Map.entry(source, meaning);
  }
}

package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Link;
import org.lectern.content.format.Passage;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;

/** Makes the nodes of a case of sections: a step has choices, an ending has an outcome and a debrief. */
final class CaseReader {
  private final BlockReader blocks;
  private final Report report;

  CaseReader(BlockReader blocks, Report report) {
    this.blocks = blocks;
    this.report = report;
  }

  List<NodeDraft> read(List<Section> sections) {
    return sections.stream().map(this::node).toList();
  }

  private NodeDraft node(Section section) {
    var heading = section.heading();
    heading.attributes().checkKeys(Manual.NODE_ATTRIBUTES, report);
    var id = QuestionReader.id(heading, "node", report);
    var outcome = heading.attributes().value("outcome");
    outcome.ifPresent(written -> checkOutcome(heading.attributes().spot(), written));
    var choices = choices(section);
    var debrief = outcome.flatMap(written -> debrief(section));
    if (outcome.isPresent()) {
      checkEnding(section, choices, debrief);
    } else if (choices.isEmpty()) {
      wrong(
          heading.spot(),
          "The case stops here: there are no choices, and no outcome.",
          "Add a list of links to other nodes, or make it an ending: {#" + id
              + " outcome=good} with a debrief as a quotation.");
    }
    var shown = section.pieces()
        .stream()
        .filter(
            piece -> !choices.map(piece::equals).orElse(false) && !debrief.map(piece::equals).orElse(false))
        .toList();
    int words = heading.words() + debrief.map(Piece::words).orElse(0) + shown.stream().mapToInt(Piece::words).sum();
    return new NodeDraft(heading.spot(), id, heading.text(), blocks.read(shown), words,
        choices.map(this::ways).orElse(List.of()), outcome, debrief.map(Piece.Quote::inner));
  }

  private void checkOutcome(Spot spot, String outcome) {
    if (!Manual.OUTCOMES.contains(outcome)) {
      wrong(spot, "There is no outcome \"" + outcome + "\".", Suggestion.among(outcome, Manual.OUTCOMES));
    }
  }

  private void checkEnding(Section section, Optional<Piece.Listing> choices, Optional<Piece.Quote> debrief) {
    choices.ifPresent(
        list -> wrong(list.spot(), "This node has an outcome, but goes on.",
            "Remove the outcome, or remove the choices."));
    if (debrief.isEmpty()) {
      wrong(
          section.heading().spot(),
          "This ending has no debrief.",
          "Add a quotation: > **What this shows.** What happened, and the policy behind it.");
    }
  }

  private Optional<Piece.Listing> choices(Section section) {
    var lists = section.pieces()
        .stream()
        .filter(Piece.Listing.class::isInstance)
        .map(Piece.Listing.class::cast)
        .filter(Piece.Listing::isChoices)
        .toList();
    if (lists.size() > 1) {
      wrong(lists.get(1).spot(), "This node has a second list of choices.", "Join the two lists.");
    }
    if (!lists.isEmpty() && !section.pieces().getLast().equals(lists.getLast())) {
      wrong(lists.getLast().spot(), "There is text below the choices.", "Move it above them: the choices come last.");
    }
    return lists.stream().findFirst();
  }

  private static Optional<Piece.Quote> debrief(Section section) {
    return section.pieces()
        .stream()
        .filter(Piece.Quote.class::isInstance)
        .map(Piece.Quote.class::cast)
        .reduce((one, other) -> other);
  }

  private List<NodeDraft.Way> ways(Piece.Listing list) {
    var ways = new ArrayList<NodeDraft.Way>();
    for (var entry : list.entries()) {
      var link = entry.link().filter(found -> found.kind() == Link.Kind.NODE);
      if (link.isEmpty() || entry.more() || entry.feedback().isPresent()) {
        wrong(entry.spot(), "This choice is not one link.", "Write \"- [What one does](#node)\", and nothing else.");
        continue;
      }
      int words = new Passage(entry.spot(), entry.text(), false).words();
      ways.add(new NodeDraft.Way(link.get().spot(), entry.html(), entry.text(), link.get().target(), words));
    }
    return ways;
  }

  private void wrong(Spot spot, String what, String fix) {
    report.error(spot, "L050", what, "A learner would be lost in the case.", fix);
  }
}

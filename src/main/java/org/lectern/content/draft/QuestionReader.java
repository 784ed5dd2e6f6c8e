package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;

import org.lectern.content.format.Ids;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** Makes questions of sections: the heading asks, and the form of the answers says what kind of question it is. */
final class QuestionReader {
  private final Report report;
  private final List<String> attributes;

  /** @param attributes what may stand in the braces, besides the id */
  QuestionReader(Report report, List<String> attributes) {
    this.report = report;
    this.attributes = attributes;
  }

  List<QuestionDraft> read(List<Section> sections) {
    return sections.stream().map(this::question).toList();
  }

  private QuestionDraft question(Section section) {
    var heading = section.heading();
    heading.attributes().checkKeys(attributes, report);
    var id = id(heading, "question", report);
    if (heading.text().isEmpty() || heading.text().length() > Manual.ANSWER) {
      report.error(
          heading.spot(),
          "L004",
          heading.text().isEmpty()
              ? "This question asks nothing."
              : "This question has " + heading.text().length() + " characters.",
          "The heading is the question.",
          "Write a question of at most " + Manual.ANSWER + " characters after ##; put more text below it.");
    }
    var forms = forms(section.pieces());
    if (forms.isEmpty()) {
      noForm(heading);
      return draft(section, id, section.pieces(), new QuestionDraft.Unreadable());
    }
    int at = section.pieces().indexOf(forms.getLast());
    if (forms.size() > 1) {
      wrong(forms.getLast().spot(), "This question has a second answer form.",
          "Make it a question of its own, or join the two.");
    }
    var rest = section.pieces().subList(at + 1, section.pieces().size());
    return draft(section, id, section.pieces().subList(0, at), form(forms.getLast(), rest));
  }

  private QuestionDraft draft(Section section, String id, List<Piece> above, QuestionDraft.Form form) {
    var heading = section.heading();
    above.stream()
        .filter(BlockReader::isBlock)
        .findFirst()
        .ifPresent(
            block -> wrong(block.spot(), "A figure or a clip cannot stand inside a question.",
                "Put it into the introduction of the check, or on a page."));
    var html = String.join("\n", above.stream().map(Piece::html).toList());
    return new QuestionDraft(heading.spot(), id, heading.attributes(), heading.text(), html, form);
  }

  /** The id in the braces of a heading. */
  static String id(Piece.Heading heading, String what, Report report) {
    return heading.attributes().id().orElseGet(() -> {
      var slug = Ids.slug(heading.text());
      report.error(
          heading.spot(),
          "L004",
          "This " + what + " has no id.",
          "Answers and choices are recorded under it.",
          "Write it after the heading: {#" + (Ids.isId(slug) ? slug : "the-id") + "}.");
      return "";
    });
  }

  /** The pieces that can be an answer form. A table or a numbered list is only text when there is a clearer form. */
  private static List<Piece> forms(List<Piece> pieces) {
    var clear = pieces.stream()
        .filter(
            piece -> (piece instanceof Piece.Listing list && list.isTaskList())
                || (piece instanceof Piece.Fence fence && fence.name().equals("answers")))
        .toList();
    if (!clear.isEmpty()) {
      return clear;
    }
    var others = pieces.stream()
        .filter(
            piece -> piece instanceof Piece.Table || (piece instanceof Piece.Listing list && list.numbered()))
        .toList();
    return others.isEmpty() ? others : List.of(others.getLast());
  }

  private void noForm(Piece.Heading heading) {
    wrong(
        heading.spot(),
        "This question has no answers.",
        "Write below it a task list (- [ ] and - [x]), a numbered list to put in order, a table of two columns to match, or a block ```answers.");
  }

  private QuestionDraft.Form form(Piece form, List<Piece> rest) {
    return switch (form) {
      case Piece.Listing list when list.isTaskList() -> {
        nothingMore(rest);
        yield choice(list);
      }
      case Piece.Listing list -> ordering(list, feedback(form, rest));
      case Piece.Table table -> matching(table, feedback(form, rest));
      case Piece.Fence fence -> shortText(fence, feedback(form, rest));
      default -> new QuestionDraft.Unreadable();
    };
  }

  private void nothingMore(List<Piece> rest) {
    if (rest.isEmpty()) {
      return;
    }
    var first = rest.getFirst();
    if (first instanceof Piece.Quote) {
      wrong(first.spot(), "This feedback belongs to no option.",
          "Put two spaces before the >, so that it stands below its option.");
    } else {
      wrong(first.spot(), "There is text below the options.", "Move it above them, or into the feedback of an option.");
    }
  }

  private String feedback(Piece form, List<Piece> rest) {
    if (rest.isEmpty() || !(rest.getFirst() instanceof Piece.Quote quote)) {
      wrong(form.spot(), "There is no feedback below this form.", "Add a quotation after it: > What to remember.");
      return "";
    }
    if (rest.size() > 1) {
      wrong(rest.get(1).spot(), "There is text below the feedback.", "Move it above the form, or into the quotation.");
    }
    return quote.inner();
  }

  private QuestionDraft.Form choice(Piece.Listing list) {
    var options = new ArrayList<QuestionDraft.Option>();
    for (var entry : list.entries()) {
      entry.attributes().checkKeys(List.of(), report);
      if (entry.box() == Piece.Box.NONE) {
        wrong(entry.spot(), "This option has no box.",
            "Write \"- [ ] \" before a wrong option and \"- [x] \" before a right one.");
      }
      if (entry.feedback().isEmpty()) {
        wrong(entry.spot(), "This option has no feedback.",
            "Below it, after two spaces: > Why it is right, or why it is not.");
      } else if (entry.more()) {
        wrong(entry.spot(), "This option has more than its text and its feedback.",
            "Put everything into the one quotation below it.");
      }
      options.add(
          new QuestionDraft.Option(entry.spot(), entry.attributes().id(), entry.html(), entry.text(),
              entry.feedback().map(Piece.Quote::inner).orElse(""), entry.box() == Piece.Box.TICKED));
    }
    return new QuestionDraft.Choice(options);
  }

  private QuestionDraft.Form ordering(Piece.Listing list, String feedback) {
    var parts = new ArrayList<QuestionDraft.Part>();
    for (var entry : list.entries()) {
      if (entry.attributes().id().isPresent()) {
        wrong(entry.attributes().spot(), "Entries of an ordering question have no ids of their own.",
            "Remove the braces: an id could give the order away.");
      }
      if (entry.more() || entry.feedback().isPresent()) {
        wrong(entry.spot(), "This entry has more than one paragraph.",
            "Keep each entry to one line, and put one quotation below the whole list.");
      }
      parts.add(new QuestionDraft.Part(entry.spot(), entry.html(), entry.text()));
    }
    return new QuestionDraft.Ordering(parts, feedback);
  }

  private QuestionDraft.Form matching(Piece.Table table, String feedback) {
    var pairs = new ArrayList<QuestionDraft.Pair>();
    for (var row : table.rows()) {
      if (row.cells().size() != 2) {
        wrong(row.spot(), "This row has " + row.cells().size() + " columns.",
            "A matching question has two: left and right.");
        continue;
      }
      pairs.add(new QuestionDraft.Pair(row.spot(), part(row.spot(), row.cells().get(0)),
          part(row.spot(), row.cells().get(1))));
    }
    return new QuestionDraft.Matching(pairs, feedback);
  }

  private static QuestionDraft.Part part(Spot spot, Piece.Cell cell) {
    return new QuestionDraft.Part(spot, cell.html(), cell.text());
  }

  private QuestionDraft.Form shortText(Piece.Fence fence, String feedback) {
    var accepted = fence.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    accepted.stream()
        .filter(answer -> answer.length() > Manual.ANSWER)
        .findFirst()
        .ifPresent(
            answer -> wrong(fence.spot(), "An accepted answer has " + answer.length() + " characters.",
                "Ask for a word or a short phrase."));
    return new QuestionDraft.ShortText(accepted, feedback);
  }

  private void wrong(Spot spot, String what, String fix) {
    report.error(spot, "L040", what, "The question could not be asked, or could not teach.", fix);
  }
}

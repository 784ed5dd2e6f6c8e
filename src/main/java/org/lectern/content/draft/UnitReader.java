package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Document;
import org.lectern.content.format.Fields;
import org.lectern.content.format.FrontMatter;
import org.lectern.content.format.Link;
import org.lectern.content.format.Markdown;
import org.lectern.content.format.Passage;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;
import org.lectern.content.format.Value;

/** Reads the Markdown files of a language: openings, pages, checks, cases and pools. */
final class UnitReader {
  private static final int LONGEST_UNIT = 600;
  private static final List<String> TYPES = List.of("page", "check", "case");

  private final Context context;

  UnitReader(Context context) {
    this.context = context;
  }

  /** The unit; empty when its front matter cannot be read, and then a problem was reported. */
  Optional<UnitDraft> unit(SourceFile file) {
    var split = FrontMatter.of(file.path(), file.text(), context.report());
    return split.head().flatMap(head -> {
      var type = type(head);
      return switch (type) {
        case "page" -> Optional.of(page(file, split, head));
        case "check" -> Optional.of(check(file, split, head));
        case "case" -> Optional.of(branchingCase(file, split, head));
        default -> Optional.empty();
      };
    });
  }

  private String type(Value head) {
    var written = head instanceof Value.Mapping mapping ? mapping.entries().get("type") : null;
    if (written == null || !(written.value() instanceof Value.Scalar scalar)) {
      return "page";
    }
    if (!TYPES.contains(scalar.text())) {
      context.report()
          .error(
              scalar.spot(),
              "L002",
              "There is no type \"" + scalar.text() + "\".",
              "The type says how the file is read.",
              Suggestion.among(scalar.text(), TYPES));
    }
    return scalar.text();
  }

  private UnitDraft page(SourceFile file, FrontMatter split, Value head) {
    var fields = Fields.of(head, Manual.PAGE, context.report());
    var document = body(file, split, Markdown.Use.PAGE);
    Section.reportEmpty(document.pieces(), new Spot(file.path(), split.firstLine(), 1), context.report());
    var blocks = new BlockReader(context, fields.text("id", Manual.TITLE));
    var content = blocks.read(document.pieces());
    var sources = fields.texts("sources", Manual.ALT).stream().map(Value.Scalar::text).toList();
    return unit(fields, head, split, new UnitDraft.PageBody(content, sources), document, blocks);
  }

  private UnitDraft check(SourceFile file, FrontMatter split, Value head) {
    var fields = Fields.of(head, Manual.CHECK, context.report());
    var document = body(file, split, Markdown.Use.FORMS);
    reportNodeLinks(document, List.of());
    var blocks = new BlockReader(context, fields.text("id", Manual.TITLE));
    var introduction = blocks.read(Section.introduction(document.pieces()));
    var questions = new QuestionReader(context.report(), List.of()).read(Section.of(document.pieces()));
    if (questions.isEmpty()) {
      context.report()
          .error(
              new Spot(file.path(), split.firstLine(), 1),
              "L040",
              "This check has no questions.",
              "A check is done when each of its questions was answered.",
              "Write a heading for each question: ## The question? {#the-id}");
    }
    return unit(fields, head, split, new UnitDraft.CheckBody(introduction, questions), document, blocks);
  }

  private UnitDraft branchingCase(SourceFile file, FrontMatter split, Value head) {
    var fields = Fields.of(head, Manual.CASE, context.report());
    var document = body(file, split, Markdown.Use.FORMS);
    var blocks = new BlockReader(context, fields.text("id", Manual.TITLE));
    var introduction = blocks.read(Section.introduction(document.pieces()));
    var nodes = new CaseReader(blocks, context.report()).read(Section.of(document.pieces()));
    reportNodeLinks(document, nodes);
    if (nodes.isEmpty()) {
      context.report()
          .error(
              new Spot(file.path(), split.firstLine(), 1),
              "L050",
              "This case has no nodes.",
              "A case begins at its first node.",
              "Write a heading for each node: ## What happens {#the-id}");
    }
    return unit(fields, head, split, new UnitDraft.CaseBody(introduction, nodes), document, blocks);
  }

  /** Links to nodes work as choices only. */
  private void reportNodeLinks(Document document, List<NodeDraft> nodes) {
    var choices = nodes.stream().flatMap(node -> node.choices().stream()).map(NodeDraft.Way::spot).toList();
    document.links()
        .stream()
        .filter(link -> link.kind() == Link.Kind.NODE && !choices.contains(link.spot()))
        .forEach(
            link -> context.report()
                .error(
                    link.spot(),
                    "L020",
                    "This link to \"#" + link.target() + "\" is not a choice.",
                    "Only the choices of a case lead to its nodes.",
                    "Make it an entry of the list at the end of a node, or link to a unit: [text](unit:the-unit-id)."));
  }

  private Document body(SourceFile file, FrontMatter split, Markdown.Use use) {
    return context.markdown(file.path(), split.body(), split.firstLine(), use);
  }

  private UnitDraft unit(Fields fields, Value head, FrontMatter split, UnitDraft.Body body, Document document,
      BlockReader blocks) {
    return new UnitDraft(fields.spot("id"), fields.id("id"), fields.text("title", Manual.TITLE),
        fields.number("minutes", 1, LONGEST_UNIT), review(fields), reading(head, document, blocks), split.body(),
        blocks.media(), body);
  }

  static Optional<UnitDraft.Review> review(Fields fields) {
    return fields.date("reviewBy").map(by -> new UnitDraft.Review(fields.spot("reviewBy"), by));
  }

  static UnitDraft.Reading reading(Value head, Document document, BlockReader blocks) {
    var links = new ArrayList<Link>(document.links());
    links.addAll(blocks.links());
    var passages = new ArrayList<Passage>(head.passages());
    passages.addAll(document.passages());
    passages.addAll(blocks.passages());
    return new UnitDraft.Reading(links, passages);
  }

  Optional<ModuleDraft.Opening> opening(SourceFile file) {
    var split = FrontMatter.of(file.path(), file.text(), context.report());
    return split.head().map(head -> {
      var fields = Fields.of(head, Manual.MODULE, context.report());
      var document = body(file, split, Markdown.Use.PAGE);
      Section.reportEmpty(document.pieces(), new Spot(file.path(), split.firstLine(), 1), context.report());
      var blocks = new BlockReader(context, fields.text("id", Manual.TITLE));
      var content = blocks.read(document.pieces());
      return new ModuleDraft.Opening(fields.spot("id"), fields.id("id"), fields.text("title", Manual.TITLE),
          fields.text("summary", Manual.SUMMARY), content, review(fields), reading(head, document, blocks));
    });
  }

  Optional<PoolDraft> pool(SourceFile file) {
    var split = FrontMatter.of(file.path(), file.text(), context.report());
    return split.head().map(head -> {
      var fields = Fields.of(head, Manual.POOL, context.report());
      var document = body(file, split, Markdown.Use.FORMS);
      reportNodeLinks(document, List.of());
      reportIntroduction(document);
      var blocks = new BlockReader(context, fields.text("module", Manual.TITLE));
      var items = new QuestionReader(context.report(), Manual.ITEM_ATTRIBUTES).read(Section.of(document.pieces()));
      return new PoolDraft(fields.spot("module"), fields.id("module"), items, review(fields),
          reading(head, document, blocks));
    });
  }

  private void reportIntroduction(Document document) {
    Section.introduction(document.pieces())
        .stream()
        .findFirst()
        .ifPresent(
            (Piece piece) -> context.report()
                .warning(
                    piece.spot(),
                    "L005",
                    "This text is not used.",
                    "Items are drawn one by one, so nobody sees what stands above them.",
                    "Move it into the item that it belongs to, or delete it."));
  }
}

package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Document;
import org.lectern.content.format.Fields;
import org.lectern.content.format.FrontMatter;
import org.lectern.content.format.Language;
import org.lectern.content.format.Markdown;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Value;

/** Reads the texts beside the path. The name of their file says which text it is, and in which language. */
final class ResourceReader {
  private static final String ENDING = ".md";

  private final String course;
  private final Map<String, MediaSource> media;
  private final Report report;

  ResourceReader(String course, Map<String, MediaSource> media, Report report) {
    this.course = course;
    this.media = media;
    this.report = report;
  }

  /** The resource; empty when its name or its front matter cannot be read, and then a problem was reported. */
  Optional<ResourceDraft> resource(SourceFile file) {
    var name = file.name().substring(0, file.name().length() - ENDING.length());
    int dot = name.lastIndexOf('.');
    var language = name.substring(dot + 1);
    if (dot < 1 || !Language.isTag(language)) {
      report.error(
          Spot.startOf(file.path()),
          "L005",
          "The name of this file does not say its language.",
          "A resource has one file for each language.",
          "Name it by its id and its language, for instance \"" + (dot < 1 ? name : name.substring(0, dot))
              + ".en.md\".");
      return Optional.empty();
    }
    var split = FrontMatter.of(file.path(), file.text(), report);
    return split.head().map(head -> resource(file, split, head, name.substring(0, dot), language));
  }

  private ResourceDraft resource(SourceFile file, FrontMatter split, Value head, String named, String language) {
    var fields = Fields.of(head, Manual.RESOURCE, report);
    var id = fields.id("id");
    checkName(fields, id, named, language);
    var context = new Context(course, language, media, report);
    var document = context.markdown(file.path(), split.body(), split.firstLine(), Markdown.Use.RESOURCE);
    Section.reportEmpty(document.pieces(), new Spot(file.path(), split.firstLine(), 1), report);
    var blocks = new BlockReader(context, id);
    var content = blocks.read(document.pieces());
    var sources = fields.texts("sources", Manual.ALT).stream().map(Value.Scalar::text).toList();
    return new ResourceDraft(fields.spot("id"), id, language, fields.text("title", Manual.TITLE),
        fields.optional("credit", Manual.ALT), sources, anchors(document), content, UnitReader.review(fields),
        UnitReader.reading(head, document, blocks));
  }

  private void checkName(Fields fields, String id, String named, String language) {
    if (!id.isEmpty() && !id.equals(named)) {
      report.error(
          fields.spot("id"),
          "L005",
          "The id is \"" + id + "\", but the file is named \"" + named + "\".",
          "The file must be found by the id and the language of its resource.",
          "Rename the file to \"" + id + "." + language + ENDING + "\", or correct the id.");
    }
  }

  private List<ResourceDraft.Anchor> anchors(Document document) {
    var anchors = new ArrayList<ResourceDraft.Anchor>();
    for (var piece : document.pieces()) {
      if (piece instanceof Piece.Heading heading) {
        var attributes = heading.attributes();
        attributes.checkKeys(List.of(), report);
        attributes.id().ifPresent(id -> anchors.add(new ResourceDraft.Anchor(attributes.spot(), id)));
      }
    }
    return anchors;
  }
}

package org.lectern.content.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Takes Markdown apart. The only class that knows the Markdown library. */
public final class Markdown {

  /** What a Markdown text is for. */
  public enum Use {
    /** Headings become anchors. */
    PAGE,
    /** Headings become anchors, under the ids that they carry where they carry one. */
    RESOURCE,
    /** Headings and options carry ids; lists may have boxes. */
    FORMS,
    /** Stands inside a page, as a transcript does: no anchors, and it may say what other clips say. */
    INSET
  }

  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
      .build();
  private static final Pattern BOX = Pattern.compile("^\\[( |x|X)](?:\\s+|$)");
  private static final Pattern NEARLY_BOX = Pattern.compile("^\\[\\s*[xX✓✔]?\\s*](?!\\()");
  private static final Pattern NEARLY_LINK = Pattern.compile("]\\s*\\((unit:|resource:|glossary:|https?:|#)");
  private static final List<String> OUR_FENCES = List.of("figure", "video", "answers");

  private final String file;
  private final int firstLine;
  private final String course;
  private final Use use;
  private final MarkdownReport report;
  private final Outline outline;
  private final HtmlRenderer renderer;
  private final String[] lines;
  private final List<Link> links = new ArrayList<>();
  private final Map<Node, Map<String, String>> extra = new HashMap<>();
  private final Map<Node, Attributes> attributes = new HashMap<>();
  private final Map<Node, Piece.Box> boxes = new HashMap<>();
  private final Map<Node, Link> linkOf = new HashMap<>();

  private Markdown(String file, String text, int firstLine, String course, Use use, Report report) {
    this.file = file;
    this.firstLine = firstLine;
    this.course = course;
    this.use = use;
    this.report = new MarkdownReport(report);
    outline = new Outline(this.report);
    lines = text.split("\n", -1);
    renderer = HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create()))
        .attributeProviderFactory(
            context -> (node, tag, values) -> values.putAll(extra.getOrDefault(node, Map.of())))
        .build();
  }

  /**
   * The parts of {@code text}.
   *
   * @param firstLine the line of the file on which {@code text} begins, from 1
   * @param course the id of the course, for the addresses of links
   */
  public static Document read(String file, String text, int firstLine, String course, Use use, Report report) {
    var markdown = new Markdown(file, text, firstLine, course, use, report);
    var root = PARSER.parse(text);
    root.accept(markdown.new Preparation());
    if (use == Use.PAGE || use == Use.RESOURCE) {
      root.accept(markdown.new Anchors());
    }
    var pieces = new ArrayList<Piece>();
    for (var node = root.getFirstChild(); node != null; node = node.getNext()) {
      pieces.add(markdown.piece(node));
    }
    return new Document(pieces, markdown.links);
  }

  private Piece piece(Node node) {
    var spot = spot(node);
    var html = isForm(node) ? "" : html(node);
    var passages = passages(node);
    return switch (node) {
      case Heading heading -> new Piece.Heading(spot, html, passages, heading.getLevel(), text(heading),
          attributes.getOrDefault(heading, Attributes.none(spot)));
      case ListBlock list -> new Piece.Listing(spot, html, passages, list instanceof OrderedList, entries(list));
      case BlockQuote quote -> quote(quote);
      case TableBlock table -> new Piece.Table(spot, html, passages, rows(table));
      case FencedCodeBlock fence ->
        new Piece.Fence(spot, html, passages, fenceName(fence), Optional.ofNullable(fence.getLiteral()).orElse(""));
      default -> new Piece.Prose(spot, html, passages);
    };
  }

  /** Whether a node is never shown as it stands, so that nobody need render it. */
  private boolean isForm(Node node) {
    return node instanceof FencedCodeBlock fence
        ? OUR_FENCES.contains(fenceName(fence))
        : node instanceof BulletList && boxes.containsKey(node.getFirstChild());
  }

  private Piece.Quote quote(BlockQuote quote) {
    return new Piece.Quote(spot(quote), html(quote), passages(quote), inner(quote));
  }

  private List<Piece.Entry> entries(ListBlock list) {
    var entries = new ArrayList<Piece.Entry>();
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      entries.add(entry(item));
    }
    return entries;
  }

  private Piece.Entry entry(Node item) {
    var first = item.getFirstChild() instanceof Paragraph paragraph ? paragraph : null;
    var quote = first != null && first.getNext() instanceof BlockQuote found ? found : null;
    var rest = quote != null ? quote.getNext() : first != null ? first.getNext() : item.getFirstChild();
    var link = first != null && first.getFirstChild() != null && first.getFirstChild().getNext() == null
        ? Optional.ofNullable(linkOf.get(first.getFirstChild()))
        : Optional.<Link>empty();
    return new Piece.Entry(
        spot(item),
        boxes.getOrDefault(item, Piece.Box.NONE),
        attributes.getOrDefault(item, Attributes.none(spot(item))),
        first == null ? "" : inner(link.isPresent() ? java.util.Objects.requireNonNull(first.getFirstChild()) : first),
        first == null ? "" : text(first),
        Optional.ofNullable(quote).map(this::quote),
        link,
        rest != null);
  }

  private List<Piece.Row> rows(TableBlock table) {
    var rows = new ArrayList<Piece.Row>();
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableBody) {
        for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
          rows.add(new Piece.Row(spot(row), cells(row)));
        }
      }
    }
    return rows;
  }

  private List<Piece.Cell> cells(Node row) {
    var cells = new ArrayList<Piece.Cell>();
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(new Piece.Cell(inner(cell), text(cell)));
    }
    return cells;
  }

  private String html(Node node) {
    return Html.clean(renderer.render(node)).strip();
  }

  private String inner(Node parent) {
    var html = new StringBuilder();
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      html.append(renderer.render(child));
    }
    return Html.clean(html.toString()).strip();
  }

  private List<Passage> passages(Node node) {
    var passages = new ArrayList<Passage>();
    node.accept(new AbstractVisitor() {
      private void add(Node block, boolean paragraph) {
        passages.add(new Passage(spot(block), text(block), paragraph));
      }

      @Override
      public void visit(Paragraph paragraph) {
        add(paragraph, use != Use.INSET && !(paragraph.getParent() instanceof ListItem));
      }

      @Override
      public void visit(Heading heading) {
        add(heading, false);
      }

      @Override
      public void visit(FencedCodeBlock fence) {
        if (!OUR_FENCES.contains(fenceName(fence))) {
          add(fence, false);
        }
      }

      @Override
      public void visit(IndentedCodeBlock code) {
        add(code, false);
      }

      @Override
      public void visit(CustomNode custom) {
        if (custom instanceof TableCell) {
          add(custom, false);
        } else {
          visitChildren(custom);
        }
      }
    });
    return passages;
  }

  /** What people read in a node, without markup. */
  private static String text(Node node) {
    var text = new StringBuilder();
    if (node instanceof FencedCodeBlock fence) {
      return String.valueOf(fence.getLiteral());
    }
    if (node instanceof IndentedCodeBlock code) {
      return code.getLiteral();
    }
    node.accept(new AbstractVisitor() {
      @Override
      public void visit(Text part) {
        text.append(part.getLiteral());
      }

      @Override
      public void visit(Code part) {
        text.append(part.getLiteral());
      }

      @Override
      public void visit(SoftLineBreak part) {
        text.append(' ');
      }

      @Override
      public void visit(HardLineBreak part) {
        text.append(' ');
      }
    });
    return text.toString().strip();
  }

  private static String fenceName(FencedCodeBlock fence) {
    var info = Optional.ofNullable(fence.getInfo()).orElse("").strip();
    return info.isEmpty() ? "" : info.split("\\s+", 2)[0];
  }

  private Spot spot(Node node) {
    for (var at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        var span = at.getSourceSpans().getFirst();
        return new Spot(file, firstLine + span.getLineIndex(), span.getColumnIndex() + 1);
      }
    }
    return new Spot(file, firstLine, 1);
  }

  /** Where {@code part} stands on the first lines of a node. */
  private Spot spotOf(Node node, String part) {
    var spot = spot(node);
    int from = spot.line() - firstLine;
    for (int line = from; line < Math.min(lines.length, from + 5); line++) {
      int column = lines[line].indexOf(part);
      if (column >= 0) {
        return new Spot(file, firstLine + line, column + 1);
      }
    }
    return spot;
  }

  /** Reads ids and boxes off the text, turns links into addresses, and takes out what must not be shown. */
  private final class Preparation extends AbstractVisitor {

    @Override
    public void visit(Heading heading) {
      heading.setLevel(outline.level(spot(heading), heading.getLevel(), text(heading)));
      if (use == Use.FORMS || use == Use.RESOURCE) {
        takeAttributes(heading, heading);
      }
      visitChildren(heading);
    }

    @Override
    public void visit(ListItem item) {
      if (use == Use.FORMS && item.getFirstChild() instanceof Paragraph paragraph) {
        if (item.getParent() instanceof BulletList) {
          takeBox(item, paragraph);
        }
        takeAttributes(paragraph, item);
      }
      visitChildren(item);
    }

    private void takeBox(ListItem item, Paragraph paragraph) {
      if (!(paragraph.getFirstChild() instanceof Text text)) {
        return;
      }
      var box = BOX.matcher(text.getLiteral());
      if (box.find()) {
        boxes.put(item, box.group(1).isBlank() ? Piece.Box.OPEN : Piece.Box.TICKED);
        text.setLiteral(text.getLiteral().substring(box.end()));
      } else if (NEARLY_BOX.matcher(text.getLiteral()).find()) {
        report.unreadableBox(spot(item));
        boxes.put(item, Piece.Box.OPEN);
      }
    }

    /** Takes the braces off the end of {@code block}, and notes what they say for {@code owner}. */
    private void takeAttributes(Node block, Node owner) {
      if (!(block.getLastChild() instanceof Text last)) {
        return;
      }
      var found = Attributes.atEndOf(last.getLiteral());
      if (found.find()) {
        var spot = spotOf(block, "{" + found.group(1).split("\\s+", 2)[0]);
        attributes.put(owner, Attributes.of(found.group(1), spot, report.report()));
        last.setLiteral(last.getLiteral().substring(0, found.start()).stripTrailing());
      }
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
      visitChildren(link);
      var address = Address.of(link.getDestination(), course)
          .filter(found -> found.kind() != Link.Kind.NODE || use == Use.FORMS);
      address.ifPresentOrElse(found -> {
        var noted = new Link(spot(link), found.kind(), found.target());
        links.add(noted);
        linkOf.put(link, noted);
        link.setDestination(found.href());
        extra.put(link, found.attributes());
      }, () -> report.link(spot(link), link.getDestination()));
    }

    @Override
    public void visit(Image image) {
      report.picture(spot(image));
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      var name = fenceName(fence);
      if (!OUR_FENCES.contains(name)) {
        report.block(spot(fence), name, OUR_FENCES);
      } else if (!(fence.getParent() instanceof org.commonmark.node.Document)) {
        report.blockInside(spot(fence), name);
      }
    }

    @Override
    public void visit(HtmlInline html) {
      if (!Html.isPlainTag(html.getLiteral())) {
        if (!html.getLiteral().startsWith("<!--")) {
          report.removed(spot(html), html.getLiteral());
        }
        html.setLiteral("");
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      var names = new TreeSet<String>();
      html.setLiteral(Html.plain(html.getLiteral(), names));
      if (!names.isEmpty()) {
        report.removed(spot(html), String.join(", ", names));
      }
    }

    @Override
    public void visit(Text text) {
      if (NEARLY_LINK.matcher(text.getLiteral()).find()) {
        report.nearlyLink(spot(text));
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell cell && cell.isHeader()) {
        extra.put(node, Map.of("scope", "col"));
      }
      visitChildren(node);
    }
  }

  /** Gives headings their anchors, once all ids are known that authors gave to others. */
  private final class Anchors extends AbstractVisitor {

    Anchors() {
      outline.take(attributes.values().stream().flatMap(written -> written.id().stream()).toList());
    }

    @Override
    public void visit(Heading heading) {
      var written = Optional.ofNullable(attributes.get(heading)).flatMap(Attributes::id);
      extra.put(heading, Map.of("id", written.orElseGet(() -> outline.anchor(text(heading)))));
    }
  }
}

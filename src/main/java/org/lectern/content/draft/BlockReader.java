package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Fields;
import org.lectern.content.format.Ids;
import org.lectern.content.format.Keys;
import org.lectern.content.format.Link;
import org.lectern.content.format.Markdown;
import org.lectern.content.format.Passage;
import org.lectern.content.format.PictureSize;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Svg;
import org.lectern.content.format.Yaml;

/** Makes blocks of the pieces of one file. Keeps the ids in the file apart from each other. */
final class BlockReader {
  private static final int LONGEST_CLIP = 4 * 60 * 60;

  private final Context context;
  private final String owner;
  private final Map<String, Integer> clips = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private int figures;

  /** @param owner the id of the unit or the module that the file holds */
  BlockReader(Context context, String owner) {
    this.context = context;
    this.owner = owner;
  }

  /** The links in transcripts. */
  List<Link> links() {
    return links;
  }

  /** The words in fences and transcripts. */
  List<Passage> passages() {
    return passages;
  }

  Content read(List<? extends Piece> pieces) {
    var blocks = new ArrayList<BlockDraft>();
    var prose = new StringBuilder();
    int words = 0;
    for (var piece : pieces) {
      var block = block(piece);
      if (block.isPresent()) {
        flush(prose, blocks);
        blocks.add(block.get());
      } else if (!isBlock(piece)) {
        prose.append(prose.isEmpty() || piece.html().isEmpty() ? "" : "\n").append(piece.html());
        words += piece.words();
      }
    }
    flush(prose, blocks);
    return new Content(blocks, words);
  }

  private static void flush(StringBuilder prose, List<BlockDraft> blocks) {
    if (!prose.isEmpty()) {
      blocks.add(new BlockDraft.Prose(prose.toString()));
      prose.setLength(0);
    }
  }

  /** Whether the piece is a figure or a clip, well written or not. */
  static boolean isBlock(Piece piece) {
    return piece instanceof Piece.Fence fence && (fence.name().equals("figure") || fence.name().equals("video"));
  }

  private Optional<BlockDraft> block(Piece piece) {
    if (!(piece instanceof Piece.Fence fence)) {
      return Optional.empty();
    }
    return switch (fence.name()) {
      case "figure" -> figure(fence);
      case "video" -> video(fence);
      case "answers" -> {
        context.report()
            .error(
                fence.spot(),
                "L040",
                "Accepted answers stand here, but there is no question.",
                "They would be shown to everybody.",
                "Put them below a question, a heading with ## and an id in a check or a pool.");
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private Optional<Fields> fields(Piece.Fence fence, Keys keys) {
    var value = Yaml.read(fence.spot().file(), fence.text(), fence.spot().line(), context.report());
    value.ifPresent(fields -> passages.addAll(fields.passages()));
    if (value.isEmpty() && fence.text().isBlank()) {
      context.report()
          .error(
              fence.spot(),
              "L004",
              "This " + fence.name() + " block is empty.",
              "There is nothing to show.",
              "Write its keys: " + String.join(", ", keys.all()) + ".");
    }
    return value.map(fields -> Fields.of(fields, keys, context.report()));
  }

  private Optional<BlockDraft> figure(Piece.Fence fence) {
    int number = ++figures;
    return fields(fence, Manual.FIGURE).flatMap(fields -> {
      needed(fields, "alt", "L021", "People who cannot see the figure have only these words.",
          "Add a line \"alt: …\" that says in a sentence what the figure shows.");
      needed(fields, "credit", "L021", "Whoever made the figure must be named.", "Add a line \"credit: …\".");
      var alt = fields.text("alt", Manual.ALT);
      var written = fields.text("src", Manual.ADDRESS);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      return context.medium(fields.spot("src"), context.inLanguage(written), "L020").flatMap(medium -> {
        if (!medium.type().startsWith("image/")) {
          wrongKind(fields.spot("src"), written, "a picture", "L020");
          return Optional.empty();
        }
        var svg = medium.text()
            .flatMap(
                text -> Svg.read(context.course() + "/" + medium.path(), text, alt, owner + "-" + number + "-",
                    context.report()));
        return Optional.of(
            new BlockDraft.Figure(svg.map(Svg::markup), medium.path(), alt, fields.optional("caption", Manual.ALT),
                fields.text("credit", Manual.TITLE), fields.optional("description", Manual.DESCRIPTION),
                svg.<PictureSize>map(Svg::size).or(medium::size)));
      });
    });
  }

  private Optional<BlockDraft> video(Piece.Fence fence) {
    return fields(fence, Manual.VIDEO).flatMap(fields -> {
      var src = fields.text("src", Manual.ADDRESS);
      boolean own = !src.startsWith("https://") && !src.startsWith("http://");
      needed(fields, "transcript", "L022", "Whoever cannot hear or load the clip reads it instead.",
          "Add a line \"transcript: media/….md\" and write down what is said and shown.");
      if (own) {
        needed(fields, "captions", "L022", "Whoever cannot hear the clip reads along.",
            "Add a line \"captions: media/….vtt\".");
      }
      var medium = own && !src.isEmpty()
          ? context.medium(fields.spot("src"), src, "L022")
          : Optional.<MediaSource>empty();
      medium.filter(file -> !file.type().startsWith("video/"))
          .ifPresent(file -> wrongKind(fields.spot("src"), src, "a clip", "L022"));
      if (src.isEmpty() || (own && medium.isEmpty())) {
        return Optional.empty();
      }
      return Optional.of(
          new BlockDraft.Video(clipId(src), src, fields.text("title", Manual.TITLE),
              fields.number("seconds", 1, LONGEST_CLIP).orElse(1), medium.map(MediaSource::bytes), captions(fields),
              transcript(fields), fields.text("credit", Manual.TITLE)));
    });
  }

  private void needed(Fields fields, String key, String code, String why, String fix) {
    if (fields.scalar(key).isEmpty()) {
      var of = code.equals("L021") ? "This figure" : "This clip";
      context.report().error(fields.spot(), code, of + " has no \"" + key + "\".", why, fix);
    }
  }

  private void wrongKind(Spot spot, String path, String wanted, String code) {
    context.report()
        .error(
            spot,
            code,
            "\"" + path + "\" is not " + wanted + ".",
            "It could not be shown here.",
            "Name a file of the right kind.");
  }

  private Optional<String> captions(Fields fields) {
    return fields.optional("captions", Manual.ADDRESS)
        .flatMap(path -> context.medium(fields.spot("captions"), path, "L022"))
        .map(medium -> {
          if (!medium.type().equals("text/vtt")) {
            wrongKind(fields.spot("captions"), medium.path(), "a WebVTT file", "L022");
          }
          return medium.path();
        });
  }

  private String transcript(Fields fields) {
    return fields.optional("transcript", Manual.ADDRESS)
        .flatMap(path -> context.medium(fields.spot("transcript"), path, "L022"))
        .map(medium -> {
          if (!medium.type().equals("text/markdown")) {
            wrongKind(fields.spot("transcript"), medium.path(), "a Markdown file", "L022");
          }
          return transcript(medium);
        })
        .orElse("");
  }

  private String transcript(MediaSource medium) {
    var file = context.course() + "/" + medium.path();
    var text = medium.text().orElse("");
    var document = context.markdown(file, text, 1, Markdown.Use.INSET);
    if (document.passages().isEmpty()) {
      context.report()
          .error(
              Spot.startOf(file),
              "L022",
              "The transcript is empty.",
              "Whoever cannot hear or load the clip reads it instead.",
              "Write down what is said and shown.");
    }
    links.addAll(document.links());
    passages.addAll(document.passages());
    return String.join("\n", document.pieces().stream().map(Piece::html).toList());
  }

  /** Made from the clip's file name, so that it stays when the page is edited. */
  private String clipId(String src) {
    var path = src.replaceAll("[?#].*$", "").replaceAll("/+$", "");
    var name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[A-Za-z0-9]{2,4}$", "");
    var slug = Ids.slug(name);
    var id = slug.isEmpty() ? "clip" : slug;
    int count = clips.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }
}

package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.lectern.content.format.Fields;
import org.lectern.content.format.Ids;
import org.lectern.content.format.Keys;
import org.lectern.content.format.Link;
import org.lectern.content.format.Passage;
import org.lectern.content.format.PictureSize;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Svg;
import org.lectern.content.format.Yaml;

/** Makes blocks of the pieces of one file. Keeps the ids in the file apart from each other. */
final class BlockReader {
  /** Bytes of a picture. */
  private static final long HEAVY = 100_000;

  private final Context context;
  private final String owner;
  private final Map<String, Integer> clips = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final SortedMap<String, MediaSource> media = new TreeMap<>();
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

  /** The pictures and the files of clips, in the order of their paths. */
  List<MediaSource> media() {
    return List.copyOf(media.values());
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
    return value.map(fields -> Fields.of(fields, keys, context.report()));
  }

  private Optional<BlockDraft> figure(Piece.Fence fence) {
    int number = ++figures;
    return fields(fence, Manual.FIGURE).flatMap(fields -> {
      context.needed(fields, "alt", "L021", "People who cannot see the figure have only these words.",
          "Add a line \"alt: …\" that says in a sentence what the figure shows.");
      context.needed(fields, "credit", "L021", "Whoever made the figure must be named.", "Add a line \"credit: …\".");
      var alt = fields.text("alt", Manual.ALT);
      var written = fields.text("src", Manual.ADDRESS);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      return context.medium(fields.spot("src"), context.inLanguage(written), "L020").flatMap(medium -> {
        if (!medium.type().startsWith("image/")) {
          context.wrongKind(fields.spot("src"), written, "a picture", "L020");
          return Optional.empty();
        }
        media.put(medium.path(), medium);
        weigh(fields.spot("src"), medium);
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

  /** On a line of 64 kbit/s, every 8 KB are a second. */
  private void weigh(Spot spot, MediaSource picture) {
    if (picture.text().isPresent()) {
      return;
    }
    if (picture.bytes() > HEAVY) {
      context.report()
          .warning(spot, "L027", "\"" + picture.path() + "\" weighs " + picture.bytes() / 1000 + " KB.",
              "On a slow line it takes longer to load than the page to read.",
              "Save it as .webp or .avif, or smaller: 800 pixels are wide enough. 100 KB is a good limit.");
    }
    if (picture.size().isEmpty()) {
      context.report()
          .warning(spot, "L027", "\"" + picture.path() + "\" does not say how wide and high it is.",
              "The text would jump when it is loaded.", "Save it again with another program, or as .png or .webp.");
    }
  }

  private Optional<BlockDraft> video(Piece.Fence fence) {
    return fields(fence, Manual.VIDEO).flatMap(fields -> new ClipReader(context, fields, links, passages, media)
        .read(this::clipId));
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

package org.lectern.content.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lectern.content.format.Fields;
import org.lectern.content.format.Link;
import org.lectern.content.format.Markdown;
import org.lectern.content.format.Passage;
import org.lectern.content.format.Piece;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.WebVtt;

/** Reads one clip: its files, and its captions and transcripts in all languages that lie beside the named one. */
final class ClipReader {
  private static final int LONGEST = 4 * 60 * 60;

  /** {@code name.vtt} or {@code name.fr.vtt}. */
  private static final Pattern NAME = Pattern.compile("(.+?)(?:\\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\\.(vtt|md)");

  private final Context context;
  private final Fields fields;
  private final List<Link> links;
  private final List<Passage> passages;
  private final Map<String, MediaSource> media;

  /**
   * @param links takes the links in transcripts
   * @param passages takes the words of transcripts
   * @param media takes the files by path: those that are named, and captions and transcript in the language of the page
   */
  ClipReader(Context context, Fields fields, List<Link> links, List<Passage> passages,
      Map<String, MediaSource> media) {
    this.context = context;
    this.fields = fields;
    this.links = links;
    this.passages = passages;
    this.media = media;
  }

  /** @param idOf makes an id of the clip's address */
  Optional<BlockDraft> read(UnaryOperator<String> idOf) {
    var src = fields.text("src", Manual.ADDRESS);
    boolean own = !src.startsWith("https://") && !src.startsWith("http://");
    context.needed(fields, "transcript", "L022", "Whoever cannot hear or load the clip reads it instead.",
        "Add a line \"transcript: media/….md\" and write down what is said and shown.");
    if (own) {
      context.needed(fields, "captions", "L022", "Whoever cannot hear the clip reads along.",
          "Add a line \"captions: media/….vtt\".");
    }
    var medium = own && !src.isEmpty() ? file("src", "video/", "a clip") : Optional.<MediaSource>empty();
    if (src.isEmpty() || (own && medium.isEmpty())) {
      return Optional.empty();
    }
    var seconds = fields.number("seconds", 1, LONGEST).orElse(1);
    var small = file("small", "video/", "a clip");
    small.ifPresent(file -> medium.ifPresent(large -> compare(file, large)));
    return Optional.of(
        new BlockDraft.Video(idOf.apply(src), src, fields.text("title", Manual.TITLE), seconds,
            medium.map(MediaSource::bytes), small.map(ClipReader::rendition),
            file("audio", "audio/", "a sound").map(ClipReader::rendition), captions(seconds), transcripts(),
            fields.text("credit", Manual.TITLE)));
  }

  private static BlockDraft.Rendition rendition(MediaSource file) {
    return new BlockDraft.Rendition(file.path(), file.bytes());
  }

  private Optional<MediaSource> file(String key, String type, String wanted) {
    var file = fields.optional(key, Manual.ADDRESS)
        .flatMap(path -> context.medium(fields.spot(key), path, "L022"));
    file.ifPresent(medium -> media.put(medium.path(), medium));
    file.filter(medium -> !medium.type().startsWith(type))
        .ifPresent(medium -> context.wrongKind(fields.spot(key), medium.path(), wanted, "L022"));
    return file;
  }

  private void compare(MediaSource small, MediaSource large) {
    if (small.bytes() >= large.bytes()) {
      context.report()
          .error(fields.spot("small"), "L022", "\"" + small.path() + "\" is not smaller than \"" + large.path() + "\".",
              "Learners on slow lines choose it to load less.", "Encode it again, smaller, or leave \"small\" out.");
    }
  }

  /** A file of the clip in one language. */
  private record InLanguage(String language, MediaSource file) {}

  /** The named file, and then those that have its name in other languages, in the order of these. */
  private List<InLanguage> inAllLanguages(String key, String type, String wanted) {
    return file(key, type, wanted).map(named -> {
      var name = NAME.matcher(named.path());
      if (!name.matches()) {
        return List.of(new InLanguage(context.language(), named));
      }
      var language = Optional.ofNullable(name.group(2)).orElse(context.language());
      var others = new TreeMap<String, InLanguage>();
      context.media().forEach((path, file) -> {
        var other = NAME.matcher(path);
        if (other.matches() && other.group(1).equals(name.group(1)) && other.group(3).equals(name.group(3))
            && other.group(2) != null && !other.group(2).equals(language)) {
          others.put(other.group(2), new InLanguage(other.group(2), file));
          if (other.group(2).equals(context.language())) {
            media.put(path, file);
          }
        }
      });
      return Stream
          .concat(Stream.of(new InLanguage(language, named)), others.values().stream())
          .toList();
    }).orElse(List.of());
  }

  private List<BlockDraft.Captions> captions(int seconds) {
    var all = inAllLanguages("captions", "text/vtt", "a WebVTT file");
    all.forEach(captions -> measure(captions.file(), seconds));
    return all.stream().map(one -> new BlockDraft.Captions(one.language(), one.file().path())).toList();
  }

  private void measure(MediaSource file, int seconds) {
    var path = context.course() + "/" + file.path();
    var read = WebVtt.read(path, file.text().orElse(""), UNHEARD);
    if (read.end() > seconds * 1000L) {
      context.report()
          .warning(new Spot(path, read.lastLine(), 1), "L028",
              "The last caption ends after " + Math.ceilDiv(read.end(), 1000) + " seconds, but the clip after "
                  + seconds
                  + ".",
              "Nobody would read it to its end.", "Correct the times here, or \"seconds\" in the page.");
    }
  }

  /** Captions are reported on where the folder is read, once for each file. */
  private static final Report UNHEARD = new Report() {
    @Override
    public void error(Spot spot, String code, String what, String why, String fix) {}

    @Override
    public void warning(Spot spot, String code, String what, String why, String fix) {}
  };

  private List<BlockDraft.Transcript> transcripts() {
    var all = inAllLanguages("transcript", "text/markdown", "a Markdown file");
    return all.stream()
        .map(one -> new BlockDraft.Transcript(one.language(), transcript(one, all.getFirst().language())))
        .toList();
  }

  private String transcript(InLanguage transcript, String named) {
    var file = context.course() + "/" + transcript.file().path();
    var document = context.markdown(file, transcript.file().text().orElse(""), 1, Markdown.Use.INSET);
    if (document.passages().isEmpty()) {
      context.report()
          .error(
              Spot.startOf(file),
              "L022",
              "The transcript is empty.",
              "Whoever cannot hear or load the clip reads it instead.",
              "Write down what is said and shown.");
    }
    // Each file's words are looked at once: with the text in its language, or with the text that names it.
    if (context.language().equals(transcript.language()) || context.language().equals(named)) {
      links.addAll(document.links());
      passages.addAll(document.passages());
    }
    return String.join("\n", document.pieces().stream().map(Piece::html).toList());
  }
}

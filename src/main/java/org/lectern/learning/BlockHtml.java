package org.lectern.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.lectern.content.Block;
import org.lectern.content.Course;
import org.lectern.content.Unit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/** How blocks look on a page. */
final class BlockHtml {
  private BlockHtml() {}

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance figure(Block.Figure figure, RawString drawing, Picture picture);

    static native TemplateInstance video(Block.Video video, Clip clip);
  }

  /**
   * A picture's file.
   *
   * @param kilobytes its size, at least 1
   */
  record Picture(String address, long kilobytes) {}

  /**
   * What the page adds to a clip.
   *
   * @param renditions its files, in the order in which they are offered; empty for a clip on another site
   * @param wanted the language that the reader wants
   * @param action where to say that it was watched; empty where nothing is recorded
   * @param newIds where the id for saying so comes from
   */
  record Clip(
      String address,
      List<Rendition> renditions,
      List<Track> tracks,
      Block.Transcript transcript,
      String wanted,
      String action,
      boolean watched,
      Supplier<UUID> newIds) {

    /** A new id for saying that it was watched. */
    public UUID statement() {
      return newIds.get();
    }

    public RawString text() {
      return new RawString(transcript.html());
    }

    public boolean isFallback() {
      return !transcript.language().equals(wanted);
    }
  }

  /**
   * A file of a clip.
   *
   * @param kind {@code large}, {@code small} or {@code audio}
   * @param megabytes with one decimal, at least 0.1
   */
  record Rendition(String kind, String address, String megabytes) {}

  /** Captions in one language; {@code chosen} are those that are shown at first. */
  record Track(String address, String language, boolean chosen) {}

  /** The blocks of a page as its learner sees them: clips that are not watched yet can be. */
  static List<RawString> of(Unit.Page page, Frame frame) {
    return html(page.blocks(), frame.progress().course(), page.language(), frame.wanted(), video -> {
      var watched = frame.progress().isCompleted(Activity.of(page.id(), video.id()));
      return new Watching(frame.isOnPath() ? frame.address() + "/clips/" + video.id() : "", watched, frame.newIds());
    });
  }

  /**
   * Blocks of which nothing is recorded.
   *
   * @param language that of the text
   * @param wanted the language that the reader wants
   */
  static List<RawString> of(List<Block> blocks, Course course, String language, String wanted) {
    return html(blocks, course, language, wanted, video -> new Watching("", false, UUID::randomUUID));
  }

  private record Watching(String action, boolean watched, Supplier<UUID> newIds) {}

  private static List<RawString> html(
      List<Block> blocks, Course course, String language, String wanted, Function<Block.Video, Watching> watching) {
    return blocks.stream().map(block -> new RawString(switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure(figure, course);
      case Block.Video video -> video(video, course, language, wanted, watching.apply(video));
    })).toList();
  }

  /** The blocks of a page for programs, which know nothing of a learner. */
  static String text(List<Block> blocks, String language) {
    return blocks.stream().map(block -> switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure.svg().orElseGet(() -> "<p>" + escaped(figure.alt()) + "</p>");
      case Block.Video video -> video.transcript(language).html();
    }).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String figure(Block.Figure figure, Course course) {
    var drawing = new RawString(figure.svg().orElse(""));
    var file = course.media().get(figure.src());
    var kilobytes = file == null ? 1 : Math.ceilDiv(file.bytes(), 1000);
    return Templates.figure(figure, drawing, new Picture(address(course, figure.src()), kilobytes)).render();
  }

  private static String video(
      Block.Video video, Course course, String language, String wanted, Watching watching) {
    var chosen = video.captions(wanted, language).map(Block.Captions::language).orElse("");
    var tracks = video.captions()
        .stream()
        .map(one -> new Track(address(course, one.src()), one.language(), one.language().equals(chosen)))
        .toList();
    var address = video.isOwn() ? address(course, video.src()) : video.src();
    return Templates.video(video, new Clip(address, renditions(video, course), tracks,
        video.transcript(wanted, language), wanted, watching.action(), watching.watched(), watching.newIds()))
        .render();
  }

  private static List<Rendition> renditions(Block.Video video, Course course) {
    var renditions = new ArrayList<Rendition>();
    video.audio().ifPresent(audio -> renditions.add(rendition("audio", audio.src(), audio.bytes(), course)));
    video.small().ifPresent(small -> renditions.add(rendition("small", small.src(), small.bytes(), course)));
    video.bytes().ifPresent(bytes -> renditions.add(rendition("large", video.src(), bytes, course)));
    return renditions;
  }

  private static Rendition rendition(String kind, String src, long bytes, Course course) {
    var megabytes = String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes / 1_000_000.0));
    return new Rendition(kind, address(course, src), megabytes);
  }

  /** The address changes with the file, so that browsers may keep what they have. */
  private static String address(Course course, String src) {
    var file = course.media().get(src);
    var version = file == null ? "" : "?v=" + file.hash().substring(0, Math.min(8, file.hash().length()));
    return "/courses/" + course.id() + "/" + src + version;
  }
}

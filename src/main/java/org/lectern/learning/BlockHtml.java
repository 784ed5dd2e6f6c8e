package org.lectern.learning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    static native TemplateInstance figure(Block.Figure figure, RawString drawing, String address);

    static native TemplateInstance video(Block.Video video, Clip clip);
  }

  /**
   * What the page adds to a clip.
   *
   * @param captions their address; empty when there are none
   * @param captionLanguage BCP 47
   * @param action where to say that it was watched; empty where nothing is recorded
   */
  record Clip(
      String address, String captions, String captionLanguage, RawString transcript, String action, boolean watched) {}

  /** The blocks of a page as its learner sees them: clips that are not watched yet can be. */
  static List<RawString> of(Unit.Page page, Frame frame) {
    return html(page.blocks(), frame.progress().course(), page.language(), video -> {
      var watched = frame.progress().isCompleted(Activity.of(page.id(), video.id()));
      return new Watching(frame.isOnPath() ? frame.address() + "/clips/" + video.id() : "", watched);
    });
  }

  /** Blocks of which nothing is recorded. */
  static List<RawString> of(List<Block> blocks, Course course, String language) {
    return html(blocks, course, language, video -> new Watching("", false));
  }

  private record Watching(String action, boolean watched) {}

  private static List<RawString> html(
      List<Block> blocks, Course course, String language, Function<Block.Video, Watching> watching) {
    return blocks.stream().map(block -> new RawString(switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure(figure, course);
      case Block.Video video -> video(video, course, language, watching.apply(video));
    })).toList();
  }

  /** The blocks of a page for programs, which know nothing of a learner. */
  static String text(List<Block> blocks) {
    return blocks.stream().map(block -> switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure.svg().orElseGet(() -> "<p>" + escaped(figure.alt()) + "</p>");
      case Block.Video video -> video.transcriptHtml();
    }).collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String figure(Block.Figure figure, Course course) {
    var drawing = new RawString(figure.svg().orElse(""));
    return Templates.figure(figure, drawing, address(course, figure.src())).render();
  }

  private static String video(Block.Video video, Course course, String language, Watching watching) {
    var captions = video.captions().map(path -> address(course, path)).orElse("");
    var captionLanguage = video.captions().flatMap(BlockHtml::languageOf).orElse(language);
    var address = video.isOwn() ? address(course, video.src()) : video.src();
    return Templates.video(video, new Clip(address, captions, captionLanguage, new RawString(video.transcriptHtml()),
        watching.action(), watching.watched())).render();
  }

  /** The language that a file name tells: {@code en} of {@code lighting.en.vtt}. */
  private static Optional<String> languageOf(String file) {
    var parts = file.split("\\.", -1);
    return parts.length < 3 ? Optional.empty() : Optional.of(parts[parts.length - 2]);
  }

  /** The address changes with the file, so that browsers may keep what they have. */
  private static String address(Course course, String src) {
    var file = course.media().get(src);
    var version = file == null ? "" : "?v=" + file.hash().substring(0, Math.min(8, file.hash().length()));
    return "/courses/" + course.id() + "/" + src + version;
  }
}

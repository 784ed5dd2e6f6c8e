package org.lectern.learning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.lectern.content.Block;

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

    static native TemplateInstance video(
        Block.Video video, String address, String captions, RawString transcript, String action, boolean watched);
  }

  /** The blocks of a unit as a learner sees them who has completed {@code completed}. */
  static List<RawString> of(List<Block> blocks, String course, String unit, Set<String> completed) {
    return blocks.stream().map(block -> new RawString(switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure(figure, course);
      case Block.Video video -> video(video, course, unit, completed.contains(Activity.of(unit, video.id())));
    })).toList();
  }

  /** The blocks of a page for programs, which know nothing of a learner. */
  static String text(List<Block> blocks) {
    return blocks.stream().map(block -> switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> figure.svg().orElse("<p>" + figure.alt() + "</p>");
      case Block.Video video -> video.transcriptHtml();
    }).collect(Collectors.joining("\n"));
  }

  private static String figure(Block.Figure figure, String course) {
    var drawing = new RawString(figure.svg().orElse(""));
    return Templates.figure(figure, drawing, address(course, figure.src())).render();
  }

  private static String video(Block.Video video, String course, String unit, boolean watched) {
    var captions = video.captions().map(path -> address(course, path)).orElse("");
    var action = "/courses/" + course + "/" + unit + "/clips/" + video.id();
    var address = video.isOwn() ? address(course, video.src()) : video.src();
    return Templates.video(video, address, captions, new RawString(video.transcriptHtml()), action, watched).render();
  }

  private static String address(String course, String src) {
    return "/courses/" + course + "/" + src;
  }
}

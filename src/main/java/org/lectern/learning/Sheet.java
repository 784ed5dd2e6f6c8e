package org.lectern.learning;

import java.util.List;
import java.util.Optional;

import org.lectern.content.Block;
import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Node;
import org.lectern.content.Question;
import org.lectern.content.Unit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/**
 * A module on paper.
 *
 * @param terms the glossary's terms that its units link to
 */
record Sheet(Course course, Module module, String wanted, List<RawString> opening, List<Part> parts,
    List<TermView> terms) {

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance clipText(Block.Video video, Block.Transcript transcript);
  }

  /**
   * A unit on paper.
   *
   * @param blocks the text of a page, the introduction of a check or a case
   * @param questions those of a check, without their keys
   * @param scenes those of a case
   */
  record Part(Unit unit, List<RawString> blocks, List<QuestionView> questions, List<Scene> scenes) {}

  /** A node of a case on paper, where nobody can press a choice: each says which scene it leads to. */
  record Scene(String title, List<RawString> blocks, List<Way> ways, Optional<String> outcome, RawString debrief) {}

  /**
   * A choice.
   *
   * @param to the title of the scene that it leads to
   */
  record Way(RawString html, String to) {}

  static Sheet of(Course course, Module module, String wanted) {
    var terms = module.units()
        .stream()
        .flatMap(unit -> unit.origin().terms().stream())
        .distinct()
        .flatMap(term -> course.glossary().term(term).stream())
        .map(term -> TermView.of(term, wanted))
        .toList();
    return new Sheet(course, module, wanted, html(module.opening(), course, module.language(), wanted),
        module.units().stream().map(unit -> part(unit, course, wanted)).toList(), terms);
  }

  private static Part part(Unit unit, Course course, String wanted) {
    return switch (unit) {
      case Unit.Page page -> new Part(unit, html(page.blocks(), course, unit.language(), wanted), List.of(), List.of());
      case Unit.Check check -> new Part(unit, html(check.introduction(), course, unit.language(), wanted),
          check.questions().stream().map((Question question) -> QuestionView.of(question)).toList(), List.of());
      case Unit.Case story -> new Part(unit, html(story.introduction(), course, unit.language(), wanted), List.of(),
          story.nodes().stream().map(node -> scene(story, node, course, wanted)).toList());
    };
  }

  private static Scene scene(Unit.Case story, Node node, Course course, String wanted) {
    var ways = node.choices()
        .stream()
        .map(choice -> new Way(new RawString(choice.html()), story.node(choice.to()).map(Node::title).orElse("")))
        .toList();
    return new Scene(node.title(), html(node.blocks(), course, story.language(), wanted), ways,
        node.ending().map(ending -> ending.outcome().id()),
        new RawString(node.ending().map(Node.Ending::debrief).orElse("")));
  }

  private static List<RawString> html(List<Block> blocks, Course course, String language, String wanted) {
    return blocks.stream().map(block -> switch (block) {
      case Block.Prose prose -> new RawString(lowered(prose.html()));
      case Block.Figure figure -> BlockHtml.of(List.<Block>of(figure), course, language, wanted).getFirst();
      case Block.Video video ->
        new RawString(Templates.clipText(video, video.transcript(wanted, language)).render());
    }).toList();
  }

  /** A unit's title is a heading of the second level here, so what is below it goes down by one. */
  private static String lowered(String html) {
    return html.replace("<h3", "<h4").replace("</h3>", "</h4>").replace("<h2", "<h3").replace("</h2>", "</h3>");
  }
}

package org.lectern.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Node;
import org.lectern.content.Unit;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A unit as the API shows it, without keys: a page has {@code html}, a check {@code questions}, a case {@code nodes}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitView(
    String id,
    String type,
    String title,
    int minutes,
    String language,
    @Nullable String html,
    @Nullable List<String> sources,
    @Nullable List<QuestionView> questions,
    @Nullable String start,
    @Nullable List<NodeView> nodes) {

  /** A node of a case. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NodeView(
      String id, String title, String html, List<ChoiceView> choices, @Nullable EndingView ending) {
    static NodeView of(Node node, String language) {
      return new NodeView(node.id(), node.title(), BlockHtml.text(node.blocks(), language),
          node.choices().stream().map(choice -> new ChoiceView(choice.id(), choice.html(), choice.to())).toList(),
          node.ending().map(EndingView::of).orElse(null));
    }
  }

  /** A way on from a node. */
  public record ChoiceView(String id, String text, String to) {}

  /** How a walk ended. */
  public record EndingView(String outcome, String debrief) {
    static EndingView of(Node.Ending ending) {
      return new EndingView(ending.outcome().id(), ending.debrief());
    }
  }

  static UnitView of(Unit unit) {
    return switch (unit) {
      case Unit.Page page -> of(page, BlockHtml.text(page.blocks(), page.language()), page.sources(), null, null, null);
      case Unit.Check check -> of(check, BlockHtml.text(check.introduction(), check.language()), null,
          check.questions().stream().map(QuestionView::of).toList(), null, null);
      case Unit.Case story ->
        of(story, BlockHtml.text(story.introduction(), story.language()), null, null, story.start().id(),
            story.nodes().stream().map(node -> NodeView.of(node, story.language())).toList());
    };
  }

  private static UnitView of(
      Unit unit,
      String html,
      @Nullable List<String> sources,
      @Nullable List<QuestionView> questions,
      @Nullable String start,
      @Nullable List<NodeView> nodes) {
    return new UnitView(unit.id(), CourseView.type(unit), unit.title(), unit.minutes(), unit.language(), html, sources,
        questions, start, nodes);
  }
}

package org.lectern.content;

import java.util.List;
import java.util.Optional;

/**
 * A place in a case: a step with choices, or an ending.
 *
 * @param choices empty for an ending
 */
public record Node(String id, String title, List<Block> blocks, List<Choice> choices, Optional<Ending> ending) {

  public Node {
    blocks = List.copyOf(blocks);
    choices = List.copyOf(choices);
  }

  /**
   * A way on.
   *
   * @param id unique in its node
   * @param html inline HTML
   * @param to the id of the node that it leads to
   */
  public record Choice(String id, String html, String to) {}

  /** How a walk ended, and the debrief as HTML. */
  public record Ending(Outcome outcome, String debrief) {}

  /** How well a walk ended for the people concerned. */
  public enum Outcome {
    GOOD, MIXED, POOR;

    /** The name in files and API: {@code good}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

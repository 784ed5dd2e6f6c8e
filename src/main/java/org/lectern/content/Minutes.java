package org.lectern.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lectern.content.draft.BlockDraft;
import org.lectern.content.draft.Content;
import org.lectern.content.draft.NodeDraft;
import org.lectern.content.draft.UnitDraft;

/**
 * How long units take. The manual tells authors the same figures.
 *
 * <p>They are for people who read in a second language on a small screen and stop to think: about two thirds of the
 * speed at which adults read their own language silently. They are kept round, because authors reckon with them.
 */
final class Minutes {
  private static final double WORDS_A_SECOND = 150 / 60.0;
  private static final int SECONDS_A_FIGURE = 30;
  /** To read the question and its options, to answer, and to read the feedback. */
  private static final int SECONDS_A_QUESTION = 45;
  /** To make up one's mind; the words of the choices are counted beside it. */
  private static final int SECONDS_A_DECISION = 30;
  /** Enough for every walk of a case that people can survey; larger ones are cut off, not waited for. */
  private static final int MOST_STEPS = 50_000;

  private Minutes() {}

  /** The minutes that the author states, or else the computed ones. */
  static int of(UnitDraft unit) {
    return unit.minutes().orElseGet(() -> computed(unit.body()));
  }

  private static int computed(UnitDraft.Body body) {
    double seconds = switch (body) {
      case UnitDraft.PageBody page -> seconds(page.content());
      case UnitDraft.CheckBody check -> seconds(check.introduction()) + check.questions().size() * SECONDS_A_QUESTION;
      case UnitDraft.CaseBody walk -> seconds(walk.introduction()) + Walks.longest(walk.nodes());
    };
    return (int) Math.max(1, Math.round(seconds / 60));
  }

  private static double seconds(Content content) {
    double seconds = content.words() / WORDS_A_SECOND;
    for (var block : content.blocks()) {
      seconds += switch (block) {
        case BlockDraft.Prose prose -> 0;
        case BlockDraft.Figure figure -> SECONDS_A_FIGURE;
        case BlockDraft.Video video -> video.seconds();
      };
    }
    return seconds;
  }

  /** The walks through a case. */
  private static final class Walks {
    private final Map<String, NodeDraft> nodes = new HashMap<>();
    private final Set<String> onWalk = new HashSet<>();
    private int steps;

    /** The seconds of the longest walk without a loop. */
    static double longest(List<NodeDraft> nodes) {
      var walks = new Walks();
      nodes.forEach(node -> walks.nodes.putIfAbsent(node.id(), node));
      return nodes.isEmpty() ? 0 : walks.from(nodes.getFirst());
    }

    private double from(NodeDraft node) {
      onWalk.add(node.id());
      double further = 0;
      int choiceWords = 0;
      for (var way : node.choices()) {
        choiceWords += way.words();
        var next = nodes.get(way.to());
        if (next != null && !onWalk.contains(way.to()) && steps++ < MOST_STEPS) {
          further = Math.max(further, from(next));
        }
      }
      onWalk.remove(node.id());
      double here = node.words() / WORDS_A_SECOND + figures(node);
      return here + (node.choices().isEmpty() ? 0 : SECONDS_A_DECISION + choiceWords / WORDS_A_SECOND) + further;
    }

    private static double figures(NodeDraft node) {
      return seconds(new Content(node.content().blocks(), 0));
    }
  }
}

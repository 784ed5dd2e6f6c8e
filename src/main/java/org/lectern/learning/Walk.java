package org.lectern.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Node;
import org.lectern.content.Unit;
import org.lectern.ledger.Statement;

/**
 * The way that a learner took through a case, with all earlier ways before it. What an edit of the case took away is
 * passed over.
 *
 * @param reached the nodes that the choices led to, in the order of the choices; the start comes first
 */
record Walk(Unit.Case story, List<Node> reached) {

  Walk {
    reached = List.copyOf(reached);
  }

  /** The way that the ledger tells. */
  static Walk of(Unit.Case story, List<Statement> choices) {
    var walk = new Walk(story, List.of(story.start()));
    for (var choice : choices) {
      var from = Activity.of(choice.activity).part().flatMap(story::node);
      var to = from.flatMap(node -> target(story, node, choice.responses()));
      walk = to.isPresent() ? walk.to(to.get()) : walk;
    }
    return walk;
  }

  /** Where a choice at {@code node} leads; an ending leads to itself, without a choice. */
  static Optional<Node> target(Unit.Case story, Node node, List<String> response) {
    if (node.ending().isPresent()) {
      return response.isEmpty() ? Optional.of(node) : Optional.empty();
    }
    return node.choices()
        .stream()
        .filter(choice -> response.equals(List.of(choice.id())))
        .findFirst()
        .flatMap(choice -> story.node(choice.to()));
  }

  Walk to(Node node) {
    var further = new ArrayList<>(reached);
    further.add(node);
    return new Walk(story, further);
  }

  boolean hasReached(Node node) {
    return reached.stream().anyMatch(one -> one.id().equals(node.id()));
  }

  /** Where the learner stands. */
  Node current() {
    return reached.getLast();
  }
}

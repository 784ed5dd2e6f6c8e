package org.lectern.content;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lectern.content.draft.NodeDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;

/** Every node of a case can be reached, and every walk can end. */
final class CaseRules {
  private final Problems problems;

  CaseRules(Problems problems) {
    this.problems = problems;
  }

  void check(UnitDraft unit) {
    if (!(unit.body() instanceof UnitDraft.CaseBody walk) || walk.nodes().isEmpty()) {
      return;
    }
    var nodes = new LinkedHashMap<String, NodeDraft>();
    walk.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    // A choice that leads nowhere makes other nodes seem unreachable: say only what is the cause.
    if (reportUnknown(nodes)) {
      return;
    }
    reportUnreachable(walk.nodes().getFirst(), nodes);
    reportEndless(nodes);
  }

  private boolean reportUnknown(Map<String, NodeDraft> nodes) {
    boolean found = false;
    for (var node : nodes.values()) {
      for (var way : node.choices()) {
        if (!nodes.containsKey(way.to())) {
          wrong(way.spot(), "There is no node \"" + way.to() + "\" in this case.",
              Suggestion.among(way.to(), nodes.keySet()));
          found = true;
        }
      }
    }
    return found;
  }

  private void reportUnreachable(NodeDraft start, Map<String, NodeDraft> nodes) {
    var reached = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      var node = open.pop();
      if (reached.add(node.id())) {
        node.choices().stream().map(way -> nodes.get(way.to())).filter(java.util.Objects::nonNull).forEach(open::push);
      }
    }
    nodes.values()
        .stream()
        .filter(node -> !reached.contains(node.id()))
        .forEach(
            node -> wrong(node.spot(), "No choice leads to the node \"" + node.id() + "\".",
                "Add a choice […](#" + node.id() + ") to a node that is reached, or remove this one."));
  }

  /** A node without choices was reported already; here are those that only lead round in circles. */
  private void reportEndless(Map<String, NodeDraft> nodes) {
    Set<String> ending = new HashSet<>();
    nodes.values().stream().filter(node -> node.choices().isEmpty()).forEach(node -> ending.add(node.id()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (var node : nodes.values()) {
        if (node.choices().stream().anyMatch(way -> ending.contains(way.to()))) {
          grown |= ending.add(node.id());
        }
      }
    }
    nodes.values()
        .stream()
        .filter(node -> !ending.contains(node.id()))
        .forEach(
            node -> wrong(node.spot(), "From the node \"" + node.id() + "\" no walk comes to an ending.",
                "Let one of the choices lead on to a node that ends."));
  }

  private void wrong(Spot spot, String what, String fix) {
    problems.error(spot, "L050", what, "A learner would be lost in the case.", fix);
  }
}

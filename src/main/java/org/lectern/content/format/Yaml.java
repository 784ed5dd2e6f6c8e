package org.lectern.content.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML. The only class that knows the YAML library. */
public final class Yaml {
  private static final int DEEPEST = 20;

  private final String file;
  private final int linesBefore;
  private final Report report;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Yaml(String file, int linesBefore, Report report) {
    this.file = file;
    this.linesBefore = linesBefore;
    this.report = report;
  }

  /**
   * What {@code text} says; empty when there is nothing in it or when it cannot be read, and then a problem was reported.
   *
   * @param linesBefore the lines of the file that come before {@code text}
   */
  public static Optional<Value> read(String file, String text, int linesBefore, Report report) {
    var yaml = new Yaml(file, linesBefore, report);
    var settings = LoadSettings.builder()
        .setLabel(file)
        .setMaxAliasesForCollections(0)
        .setCodePointLimit(TextFile.MOST_BYTES)
        .build();
    try {
      var read = new Compose(settings).composeString(text).map(node -> yaml.value(node, 0));
      if (read.isEmpty()) {
        yaml.nothing();
      }
      return read;
    } catch (MarkedYamlEngineException e) {
      yaml.syntax(e.getProblemMark().or(e::getContextMark).map(yaml::spot), e.getProblem());
    } catch (StackOverflowError e) {
      yaml.syntax(Optional.empty(), "it is nested too deeply");
    } catch (YamlEngineException e) {
      yaml.syntax(Optional.empty(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void nothing() {
    report.error(
        new Spot(file, linesBefore + 1, 1),
        "L001",
        "Nothing is written here" + (linesBefore == 0 ? "" : ", where keys and their values should stand") + ".",
        "What is left empty would be passed over in silence.",
        "Write what belongs here; content/README.md shows each key. Or delete it.");
  }

  private void syntax(Optional<Spot> spot, String problem) {
    var fix = problem.contains("mapping values are not allowed")
        ? "Put the text in \"quotes\" when it has a colon in it, and check the spaces at the start of the line."
        : "Check the spaces at the start of the line, and put text that has any of : # { } [ ] , & * ! | > ' \" % @ in \"quotes\".";
    report.error(
        spot.orElse(new Spot(file, linesBefore + 1, 1)),
        "L001",
        "This is not YAML: " + problem.lines().findFirst().orElse("") + ".",
        "Nothing in this part of the file can be read.",
        fix);
  }

  private Value value(Node node, int depth) {
    var spot = node.getStartMark().map(this::spot).orElse(new Spot(file, linesBefore + 1, 1));
    if (depth > DEEPEST || (!(node instanceof ScalarNode) && !seen.add(node))) {
      report.error(
          spot,
          "L001",
          depth > DEEPEST ? "This is nested too deeply." : "This repeats another part by reference.",
          "Content files are plain lists and mappings, so that everybody can read them.",
          "Write the part out where it is needed.");
      return new Value.Scalar(spot, "");
    }
    return switch (node) {
      case ScalarNode scalar ->
        new Value.Scalar(spot, scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue().strip());
      case SequenceNode sequence -> {
        var values = new ArrayList<Value>();
        for (var part : sequence.getValue()) {
          values.add(value(part, depth + 1));
        }
        yield new Value.Sequence(spot, values);
      }
      case MappingNode mapping -> mapping(spot, mapping, depth);
      default -> new Value.Scalar(spot, "");
    };
  }

  private Value.Mapping mapping(Spot spot, MappingNode node, int depth) {
    var entries = new LinkedHashMap<String, Value.Entry>();
    for (NodeTuple tuple : node.getValue()) {
      var keySpot = tuple.getKeyNode().getStartMark().map(this::spot).orElse(spot);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        report.error(
            keySpot,
            "L001",
            "A key must be one word.",
            "Braces or brackets at the start of a value are read as YAML.",
            "Put the value in \"quotes\".");
        continue;
      }
      var entry = new Value.Entry(keySpot, value(tuple.getValueNode(), depth + 1));
      var earlier = entries.putIfAbsent(key.getValue(), entry);
      if (earlier != null) {
        report.error(
            keySpot,
            "L010",
            "\"" + key.getValue() + "\" stands here twice; the first is on line " + earlier.key().line() + ".",
            "Only one of them could count.",
            "Remove one of the two.");
      }
    }
    return new Value.Mapping(spot, entries);
  }

  private Spot spot(Mark mark) {
    return new Spot(file, linesBefore + mark.getLine() + 1, mark.getColumn() + 1);
  }
}

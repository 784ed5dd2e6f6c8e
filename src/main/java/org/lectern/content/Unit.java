package org.lectern.content;

import java.util.List;

/** The smallest thing that is tracked: a page, a check or a case, in one language. */
public sealed interface Unit {

  /** Stable; unique in the course. */
  String id();

  String title();

  /** How long it takes, in whole minutes, at least 1. */
  int minutes();

  /** The language that it is written in (BCP 47): not always the one that was asked for. */
  String language();

  /** The file that it is written in. */
  Origin origin();

  /**
   * A page to read.
   *
   * @param sources UN symbols or titles of documents
   */
  record Page(String id, String title, int minutes, String language, Origin origin, List<Block> blocks,
      List<String> sources)
      implements
        Unit {
    public Page {
      blocks = List.copyOf(blocks);
      sources = List.copyOf(sources);
    }

    /** The clips on this page. */
    public List<Block.Video> videos() {
      return blocks.stream().filter(Block.Video.class::isInstance).map(Block.Video.class::cast).toList();
    }
  }

  /** A knowledge check: formative, never graded. */
  record Check(String id, String title, int minutes, String language, Origin origin, List<Block> introduction,
      List<Question> questions)
      implements
        Unit {
    public Check {
      introduction = List.copyOf(introduction);
      questions = List.copyOf(questions);
    }

    public java.util.Optional<Question> question(String questionId) {
      return questions.stream().filter(question -> question.id().equals(questionId)).findFirst();
    }
  }

  /** A branching case. Its first node is the start. */
  record Case(String id, String title, int minutes, String language, Origin origin, List<Block> introduction,
      List<Node> nodes)
      implements
        Unit {
    public Case {
      introduction = List.copyOf(introduction);
      nodes = List.copyOf(nodes);
    }

    public Node start() {
      return nodes.getFirst();
    }

    public java.util.Optional<Node> node(String nodeId) {
      return nodes.stream().filter(node -> node.id().equals(nodeId)).findFirst();
    }
  }
}

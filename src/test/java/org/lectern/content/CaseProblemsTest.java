package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseProblemsTest {
  private static final String FILE = "en/03-the-house/02-case.md";
  private static final String AT = "sample-course/" + FILE;
  private static final String WHY = " A learner would be lost in the case. Fix: ";

  @TempDir
  Path temp;

  /** The first node begins on line 6. */
  private List<String> problems(String nodes) {
    var folder = temp.resolve("job-networks.yaml").toFile().exists()
        ? ContentFolder.empty(temp)
        : ContentFolder.copyOfSample(temp);
    folder.write(FILE, "---\nid: s3-case\ntype: case\ntitle: Case\n---\n" + nodes);
    return folder.problems().stream().filter(problem -> problem.startsWith(AT) && !problem.contains("L070")).toList();
  }

  @Test
  void aCaseNeedsNodes() {
    assertThat(problems("Only a scene.\n")).containsExactly(
        AT + ":6:1: error L050: This case has no nodes. A case begins at its first node. "
            + "Fix: Write a heading for each node: ## What happens {#the-id}");
  }

  @Test
  void aNodeThatStopsIsADeadEnd() {
    assertThat(problems("## Start {#start}\nText.\n")).containsExactly(
        AT + ":6:1: error L050: The case stops here: there are no choices, and no outcome." + WHY
            + "Add a list of links to other nodes, or make it an ending: {#start outcome=good} with a debrief as a quotation.");
  }

  @Test
  void anEndingNeedsAKnownOutcomeAndADebrief() {
    assertThat(problems("## Start {#start outcome=god}\nText.\n")).containsExactly(
        AT + ":6:1: error L050: This ending has no debrief." + WHY
            + "Add a quotation: > **What this shows.** What happened, and the policy behind it.",
        AT + ":6:10: error L050: There is no outcome \"god\"." + WHY + "Did you mean \"good\"?");
  }

  @Test
  void anEndingDoesNotGoOn() {
    assertThat(problems("## Start {#start outcome=good}\n\n> Debrief.\n\n- [Again](#start)\n")).contains(
        AT + ":10:1: error L050: This node has an outcome, but goes on." + WHY
            + "Remove the outcome, or remove the choices.");
  }

  @Test
  void choicesLeadToNodesThatAreThere() {
    assertThat(problems("## Start {#start}\n\n- [On](#edn)\n\n## End {#end outcome=good}\n\n> Debrief.\n"))
        .containsExactly(
            AT + ":8:3: error L050: There is no node \"edn\" in this case." + WHY + "Did you mean \"end\"?");
  }

  @Test
  void everyNodeCanBeReached() {
    assertThat(problems(
        "## Start {#start}\n\n- [On](#end)\n\n## End {#end outcome=good}\n\n> Debrief.\n\n## Lost {#lost outcome=poor}\n\n> Debrief.\n"))
        .containsExactly(AT + ":14:1: error L050: No choice leads to the node \"lost\"." + WHY
            + "Add a choice […](#lost) to a node that is reached, or remove this one.");
  }

  @Test
  void everyWalkCanEnd() {
    assertThat(problems("""
        ## Start {#start}

        - [On](#end)
        - [Round](#a)

        ## A {#a}

        - [To b](#b)

        ## B {#b}

        - [To a](#a)

        ## End {#end outcome=good}

        > Debrief.
        """)).containsExactly(
        AT + ":11:1: error L050: From the node \"a\" no walk comes to an ending." + WHY
            + "Let one of the choices lead on to a node that ends.",
        AT + ":15:1: error L050: From the node \"b\" no walk comes to an ending." + WHY
            + "Let one of the choices lead on to a node that ends.");
  }

  @Test
  void aChoiceIsOneLinkAndChoicesComeLast() {
    assertThat(problems(
        "## Start {#start}\n\n- [On](#end)\n- Or [on](#end)\n\nMore text, and [a link](#end).\n\n## End {#end outcome=good}\n\n> Debrief.\n"))
        .containsExactly(
            AT + ":8:1: error L050: There is text below the choices." + WHY
                + "Move it above them: the choices come last.",
            AT + ":9:1: error L050: This choice is not one link." + WHY
                + "Write \"- [What one does](#node)\", and nothing else.",
            AT + ":9:6: error L020: This link to \"#end\" is not a choice. Only the choices of a case lead to its nodes. "
                + "Fix: Make it an entry of the list at the end of a node, or link to a unit: [text](unit:the-unit-id).",
            AT + ":11:16: error L020: This link to \"#end\" is not a choice. Only the choices of a case lead to its nodes. "
                + "Fix: Make it an entry of the list at the end of a node, or link to a unit: [text](unit:the-unit-id).");
  }

  @Test
  void quotationsInStepsAreSpeechAndTheLastOneOfAnEndingIsTheDebrief() {
    assertThat(problems(
        "## Start {#start}\n\n> He says no.\n\n- [On](#end)\n\n## End {#end outcome=mixed}\n\n> She says yes.\n\nText.\n\n> Debrief.\n"))
        .isEmpty();
    var walk = (Unit.Case) ContentFolder.empty(temp).course().in("en").unit("s3-case").orElseThrow();
    assertThat(walk.start().blocks())
        .containsExactly(new Block.Prose("<blockquote>\n<p>He says no.</p>\n</blockquote>"));
    assertThat(walk.node("end").orElseThrow().ending())
        .contains(new Node.Ending(Node.Outcome.MIXED, "<p>Debrief.</p>"));
    assertThat(walk.node("end").orElseThrow().blocks()).hasSize(1)
        .first()
        .asString()
        .contains("She says yes.", "Text.");
  }
}

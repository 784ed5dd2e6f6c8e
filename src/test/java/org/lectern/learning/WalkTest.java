package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.content.Node;
import org.lectern.content.Unit;
import org.lectern.ledger.Statement;
import org.lectern.platform.Json;

class WalkTest {

  private static final Unit.Case STORY = Sample.story();

  /** A choice that the ledger tells, as {@code node:choice}. */
  private static final class Choice extends Statement {
    Choice(String told) {
      activity = "s2-case/" + told.substring(0, told.indexOf(':'));
      response = Json.write(List.of(told.substring(told.indexOf(':') + 1)));
    }
  }

  private static Walk walk(String... choices) {
    return Walk.of(STORY, Arrays.stream(choices).<Statement>map(Choice::new).toList());
  }

  private static Node node(String id) {
    return STORY.node(id).orElseThrow();
  }

  /** The choice that leads from one node to another. */
  private static String step(String from, String to) {
    return from + ":" + node(from).choices()
        .stream()
        .filter(choice -> choice.to().equals(to))
        .map(Node.Choice::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWalkBeginsAtTheStart() {
    assertThat(walk().current().id()).isEqualTo("flicker");
    assertThat(walk().hasReached(node("flicker"))).isTrue();
    assertThat(walk().hasReached(node("shutters"))).isFalse();
  }

  @Test
  void eachChoiceLeadsOn() {
    var walk = walk(step("flicker", "stairs"), step("stairs", "waiting"));

    assertThat(walk.current().id()).isEqualTo("waiting");
    assertThat(walk.reached()).extracting(Node::id).containsExactly("flicker", "stairs", "waiting");
    assertThat(walk.hasReached(node("fire"))).isFalse();
  }

  @Test
  void aSecondWalkRemembersTheFirst() {
    var walk = walk(step("flicker", "shutters"), step("shutters", "fire"), step("flicker", "stairs"));

    assertThat(walk.current().id()).isEqualTo("stairs");
    assertThat(walk.hasReached(node("fire"))).isTrue();
  }

  @Test
  void whatAnEditTookAwayIsPassedOver() {
    var walk = walk(step("flicker", "shutters"), "gone:a", "shutters:gone");

    assertThat(walk.current().id()).isEqualTo("shutters");
  }

  @Test
  void aStepNeedsOneChoiceThatItHas() {
    var flicker = node("flicker");
    var choice = flicker.choices().getFirst().id();

    assertThat(Walk.target(STORY, flicker, List.of(choice))).contains(node("shutters"));
    assertThat(Walk.target(STORY, flicker, List.of())).isEmpty();
    assertThat(Walk.target(STORY, flicker, List.of(choice, choice))).isEmpty();
    assertThat(Walk.target(STORY, flicker, List.of("no-choice"))).isEmpty();
  }

  @Test
  void anEndingIsReachedWithoutAChoice() {
    assertThat(Walk.target(STORY, node("safe"), List.of())).contains(node("safe"));
    assertThat(Walk.target(STORY, node("safe"), List.of("a"))).isEmpty();
  }
}

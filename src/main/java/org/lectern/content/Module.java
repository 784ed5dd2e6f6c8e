package org.lectern.content;

import java.util.List;

/**
 * A module of a course, in one language.
 *
 * @param number its place in the course, from 1
 * @param language the language that its opening is written in
 * @param opening what the module is about
 * @param units in order
 */
public record Module(
    String id, int number, String language, String title, String summary, List<Block> opening, List<Unit> units) {

  public Module {
    opening = List.copyOf(opening);
    units = List.copyOf(units);
  }

  /** The minutes of all units. */
  public int minutes() {
    return units.stream().mapToInt(Unit::minutes).sum();
  }
}

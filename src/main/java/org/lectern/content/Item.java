package org.lectern.content;

import java.util.Optional;

/**
 * A question of an assessment pool.
 *
 * @param page the unit to read again after a wrong answer
 * @param difficulty 1 (easy) to 3 (hard)
 * @param language the language that it is written in (BCP 47)
 */
public record Item(
    Question question, Optional<String> page, Optional<String> objective, int difficulty, String language) {

  public String id() {
    return question.id();
  }
}

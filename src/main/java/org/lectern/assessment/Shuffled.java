package org.lectern.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lists in another order. */
final class Shuffled {
  private Shuffled() {}

  /** The same elements in an order that depends on {@code random} alone; {@code list} stays as it is. */
  static <T> List<T> of(List<T> list, RandomGenerator random) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** As {@link #of}, but never in the order of {@code list} itself, unless it has only one or two elements. */
  static <T> List<T> differently(List<T> list, RandomGenerator random) {
    var shuffled = of(list, random);
    while (list.size() > 2 && shuffled.equals(list)) {
      shuffled = of(list, random);
    }
    return shuffled;
  }
}

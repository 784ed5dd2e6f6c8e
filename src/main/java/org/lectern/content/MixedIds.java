package org.lectern.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.lectern.content.format.Ids;

/**
 * Ids for things whose place in the file is the key: the entries of an ordering question, the right sides of a matching
 * one. They are letters in an order that is mixed for each question, and always the same for it: over reloads, over
 * computers, and in every language.
 */
final class MixedIds {
  private MixedIds() {}

  /** The id of each of {@code count} things, in the order of the file. */
  static List<String> of(String questionId, int count) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ids.add(Ids.letter(i));
    }
    // The algorithm of Random is part of its specification, so the order holds for every Java.
    var random = new Random(seed(questionId));
    var mixed = mixed(ids, random);
    // Whoever shows things by their ids must not show the answer. (Of two things either order tells as much.)
    while (count > 2 && mixed.equals(ids)) {
      mixed = mixed(ids, random);
    }
    return mixed;
  }

  private static List<String> mixed(List<String> ids, Random random) {
    var mixed = new ArrayList<>(ids);
    for (int last = mixed.size() - 1; last > 0; last--) {
      Collections.swap(mixed, last, random.nextInt(last + 1));
    }
    return mixed;
  }

  private static long seed(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.nio.ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

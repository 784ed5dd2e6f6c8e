package org.lectern.assessment;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.SharedSessionContract;
import org.lectern.platform.Json;
import org.lectern.platform.ListQuery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The answer to one item, as it was last saved. */
@Entity
@Table(name = "attempt_answer")
@IdClass(AttemptAnswer.Key.class)
class AttemptAnswer extends PanacheEntityBase {

  /** The largest number that JavaScript counts to without gaps. */
  static final long MAX_SEQ = (1L << 53) - 1;

  @Id
  @Column(name = "attempt_id")
  public UUID attemptId;

  @Id
  @Column(name = "item_id")
  public String itemId;

  /** From 0 to {@link #MAX_SEQ}; counts up with every change. */
  public long seq;

  /** A JSON array of strings; empty when the answer was taken back. */
  public String response;

  @Column(name = "saved_at")
  public Instant savedAt;

  protected AttemptAnswer() {}

  AttemptAnswer(UUID attemptId, String itemId, long seq, List<String> options, Instant now) {
    this.attemptId = attemptId;
    this.itemId = itemId;
    replace(seq, options, now);
  }

  /** An attempt and one of its items. */
  record Key(UUID attemptId, String itemId) implements Serializable {}

  final void replace(long newSeq, List<String> options, Instant now) {
    this.seq = newSeq;
    this.response = Json.write(options);
    this.savedAt = now;
  }

  List<String> options() {
    return Json.readStrings(response);
  }

  private static final ListQuery<AttemptAnswer> OF_SEVERAL = new ListQuery<>(AttemptAnswer.class,
      "select a from AttemptAnswer a where a.attemptId in :attempts* and a.itemId in :items*");

  /** What is there under these keys, {@value ListQuery#MOST} at most, and perhaps more of the same attempts. */
  static Map<Key, AttemptAnswer> of(List<Key> keys) {
    var answers = new HashMap<Key, AttemptAnswer>();
    var lists = Map.of("attempts", keys.stream().map(Key::attemptId).toList(), "items",
        keys.stream().map(Key::itemId).toList());
    OF_SEVERAL.rows(getEntityManager().unwrap(SharedSessionContract.class), lists, Map.of())
        .forEach(answer -> answers.put(new Key(answer.attemptId, answer.itemId), answer));
    return answers;
  }

  /** All answers of an attempt, by item id. */
  static Map<String, AttemptAnswer> of(Attempt attempt) {
    var answers = new LinkedHashMap<String, AttemptAnswer>();
    List<AttemptAnswer> rows = list("attemptId = ?1 order by itemId", attempt.id);
    rows.forEach(answer -> answers.put(answer.itemId, answer));
    return answers;
  }

  /** What all answers of an attempt say, by item id. */
  static Map<String, List<String>> optionsOf(Attempt attempt) {
    var options = new LinkedHashMap<String, List<String>>();
    of(attempt).forEach((item, answer) -> options.put(item, answer.options()));
    return options;
  }
}

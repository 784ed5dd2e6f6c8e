package org.lectern.platform;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;

/** What is counted as it happens, on this node and since its start, for operators to watch. Nothing of it names anybody. */
public enum Counted {

  STATEMENT("lectern.statements.recorded"), CERTIFICATE("lectern.certificates.issued"), SIGNED_IN("lectern.sign.ins",
      "outcome", "accepted"), SIGN_IN_REFUSED("lectern.sign.ins", "outcome", "refused"), SIGN_IN_LOCKED(
          "lectern.sign.ins", "outcome",
          "locked"), LOOK_UP_LIMITED("lectern.limited", "what", "look-up"), ACCESS_REFUSED("lectern.access.refused");

  private final String metric;
  private final String tag;
  private final String value;

  Counted(String metric) {
    this(metric, "", "");
  }

  Counted(String metric, String tag, String value) {
    this.metric = metric;
    this.tag = tag;
    this.value = value;
  }

  private Tags tags() {
    return tag.isEmpty() ? Tags.empty() : Tags.of(tag, value);
  }

  /** It happened once more. */
  public void once() {
    times(1);
  }

  /** It happened so many times more. */
  public void times(int number) {
    Metrics.counter(metric, tags()).increment(number);
  }

  /** Lets all of them be seen from the start, at zero: what is not there cannot be watched. */
  public static void showAll() {
    for (var one : values()) {
      Metrics.counter(one.metric, one.tags());
    }
  }
}

package org.lectern.content;

/** Whether a library that was read may be shown: not before every node that serves has read it too. */
@FunctionalInterface
public interface Agreement {

  /** Of somebody who serves alone. */
  Agreement ALONE = fingerprint -> true;

  /**
   * Tells the others what was read last, and asks whether it may be shown. Called at each look at the content folder, so
   * it must be cheap when there is nothing new. Does not throw: as long as the others cannot be asked, the answer is no.
   *
   * @param fingerprint the same on two computers if, and only if, the libraries are the same
   */
  boolean reached(String fingerprint);
}

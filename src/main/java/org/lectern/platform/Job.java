package org.lectern.platform;

import java.time.Duration;

/** Work that has to be done again and again, by one node for all. Every bean of this kind is found and run by {@link Jobs}. */
public interface Job {

  /** In lower case, with hyphens; stays the same for ever, because the database knows the job by it. */
  String name();

  /** The pause between two runs. The first run is soon after the first node starts. */
  Duration every();

  /**
   * Does the work. A run can be cut off at any point and is then begun again, perhaps by another node, so it must be safe
   * to do twice. What it throws is logged, and the job is tried again after {@link #every}.
   */
  void run();
}

package org.lectern.content.format;

/** Collects what authors should mend. Nothing here throws: reading goes on, so that all problems come at once. */
public interface Report {

  /** Keeps the course from being served until it is mended. */
  void error(Spot spot, String code, String what, String why, String fix);

  /** Worth mending, but the course is served. */
  void warning(Spot spot, String code, String what, String why, String fix);
}

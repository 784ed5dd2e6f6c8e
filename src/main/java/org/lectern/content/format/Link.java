package org.lectern.content.format;

/**
 * A link in a text.
 *
 * @param target without its scheme: a unit id, a resource id with or without {@code #anchor}, a term id, a node id, or the
 *        whole address
 */
public record Link(Spot spot, Kind kind, String target) {

  /** Where a link goes. */
  public enum Kind {
    UNIT, RESOURCE, TERM, NODE, OUTSIDE
  }
}

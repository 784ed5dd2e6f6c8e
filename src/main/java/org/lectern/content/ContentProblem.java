package org.lectern.content;

/**
 * Something in the content files that an author should mend.
 *
 * @param file below the content folder, with slashes
 * @param line from 1
 * @param column from 1
 * @param code stable, for instance {@code L010}
 * @param what what is wrong
 * @param why why it matters
 * @param fix what to write instead
 */
public record ContentProblem(
    Severity severity, String file, int line, int column, String code, String what, String why, String fix) {

  /** An error keeps the last good content serving; a warning does not. */
  public enum Severity {
    ERROR, WARNING
  }

  @Override
  public String toString() {
    return "%s:%d:%d: %s %s: %s %s Fix: %s"
        .formatted(file, line, column, severity.name().toLowerCase(java.util.Locale.ROOT), code, what, why, fix);
  }
}

package org.lectern.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a request asked for and that cannot be. It is shown as a page or as {@code application/problem+json}.
 *
 * <p>{@link #type()} names the kind of problem for programs and never changes with the language.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final transient Text text;
  private final transient Map<String, Object> details = new LinkedHashMap<>();

  /**
   * @param status an HTTP status from 400 to 599
   * @param type in lower case with hyphens, for instance {@code already-revoked}
   */
  public Problem(int status, String type, Text text) {
    super(type);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not a problem: " + status);
    }
    this.status = status;
    this.type = type;
    this.text = text;
  }

  /** Adds a fact that a program can use; {@code retryAfter}, in seconds, becomes a header too. */
  public Problem with(String name, Object value) {
    details.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public Text text() {
    return text;
  }

  public Map<String, Object> details() {
    return details;
  }

  /** Too many people at this moment; nothing was done. */
  public static Problem busy() {
    return new Problem(503, "busy", Text.of(PlatformMessages.class, PlatformMessages::busy))
        .with("retryAfter", Admission.RETRY_AFTER);
  }

  /**
   * More than the server takes at once; nothing was done.
   *
   * @param most in bytes
   */
  static Problem tooLarge(long most) {
    return new Problem(413, "too-large", Text.of(PlatformMessages.class, messages -> messages.tooLarge(most / 1024)))
        .with("most", most);
  }

  /** A part of what was sent is larger than a part may be; nothing was done. */
  static Problem partTooLarge() {
    return new Problem(413, "part-too-large", Text.of(PlatformMessages.class, PlatformMessages::partTooLarge));
  }

  /** Not there, or not yours: the answer is the same, so that nobody learns what exists. */
  public static Problem notFound() {
    return new Problem(404, "not-found", Text.of(PlatformMessages.class, PlatformMessages::notFound));
  }
}

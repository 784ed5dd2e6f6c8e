package org.lectern.platform;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/** Where somebody goes after a form: only to a page of this server. */
public final class Destination {

  private static final String HOME = "/";

  private Destination() {}

  /** The wanted page, or the start page when the wanted one is none of ours. */
  public static String of(@Nullable String wanted) {
    if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.contains("\\")
        || wanted.chars().anyMatch(Character::isISOControl)) {
      return HOME;
    }
    try {
      var uri = new URI(wanted);
      return uri.getAuthority() == null && uri.getScheme() == null ? uri.toASCIIString() : HOME;
    } catch (URISyntaxException malformed) {
      return HOME;
    }
  }
}

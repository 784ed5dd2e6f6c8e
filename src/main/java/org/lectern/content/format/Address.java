package org.lectern.content.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a link goes.
 *
 * @param target as in {@link Link}
 * @param href the address in the page
 * @param attributes what the link has besides, in a fixed order: the same text makes the same HTML on every computer
 */
record Address(Link.Kind kind, String target, String href, Map<String, String> attributes) {
  private static final String UNIT = "unit:";
  private static final String RESOURCE = "resource:";
  private static final String TERM = "glossary:";
  private static final Map<String, String> OUTSIDE = outside();

  /** The address that {@code written} stands for; empty if links must not go there. */
  static Optional<Address> of(String written, String course) {
    if (written.startsWith(UNIT)) {
      var id = written.substring(UNIT.length());
      return Optional.of(new Address(Link.Kind.UNIT, id, "/courses/" + course + "/" + id, Map.of()));
    }
    if (written.startsWith(RESOURCE)) {
      var target = written.substring(RESOURCE.length());
      var href = "/courses/" + course + "/resources/" + target;
      return Optional.of(new Address(Link.Kind.RESOURCE, target, href, Map.of("class", "resource")));
    }
    if (written.startsWith(TERM)) {
      var id = written.substring(TERM.length());
      var href = "/courses/" + course + "/glossary#" + id;
      return Optional.of(new Address(Link.Kind.TERM, id, href, Map.of("class", "term")));
    }
    if (written.startsWith("#")) {
      return Optional.of(new Address(Link.Kind.NODE, written.substring(1), written, Map.of()));
    }
    return switch (scheme(written)) {
      case "http", "https" -> Optional.of(new Address(Link.Kind.OUTSIDE, written, written, OUTSIDE));
      case "mailto" -> Optional.of(new Address(Link.Kind.OUTSIDE, written, written, Map.of()));
      default -> Optional.empty();
    };
  }

  /** The scheme of an address that is whole; empty for any other. */
  private static String scheme(String written) {
    try {
      var uri = new URI(written);
      boolean whole = uri.getRawAuthority() != null || (uri.isOpaque() && uri.getSchemeSpecificPart().contains("@"));
      return whole ? Optional.ofNullable(uri.getScheme()).orElse("") : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static Map<String, String> outside() {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("class", "outside");
    attributes.put("rel", "noopener");
    return Collections.unmodifiableMap(attributes);
  }
}

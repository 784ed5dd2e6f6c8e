package org.lectern.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.quarkus.qute.TemplateExtension;

/** Values in the query of an address. */
public final class QueryParts {
  private QueryParts() {}

  /** In templates: <code>?to={query:of(to)}</code>. */
  @TemplateExtension(namespace = "query")
  static String of(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

package org.lectern;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One page that shows many pictures of screens side by side: a row for each screen. */
final class ContactSheet {

  private final Path folder;
  private final Map<String, Map<String, URI>> rows = new LinkedHashMap<>();

  ContactSheet(Path folder) {
    this.folder = folder;
  }

  synchronized void add(String screen, String look, URI picture) {
    rows.computeIfAbsent(screen, name -> new TreeMap<>()).put(look, picture);
  }

  synchronized void write() throws IOException {
    var html = new StringBuilder("""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Screens</title><style>
        body { font-family: sans-serif; margin: 1rem; }
        div { display: flex; gap: .75rem; overflow-x: auto; align-items: start; }
        figure { margin: 0; flex: none; }
        img { block-size: 26rem; inline-size: auto; max-inline-size: 30rem; object-fit: cover; object-position: top;
          border: 1px solid #999; }
        </style></head><body><h1>Screens</h1>
        """);
    rows.forEach((screen, looks) -> {
      html.append("<h2>").append(screen).append("</h2>\n<div>\n");
      looks.forEach((look, picture) -> html.append("""
          <figure><a href="%s"><img src="%s" alt="%s, %s" loading="lazy"></a><figcaption>%s</figcaption></figure>
          """.formatted(picture, picture, screen, look, look)));
      html.append("</div>\n");
    });
    Files.writeString(folder.resolve("index.html"), html.append("</body></html>\n"));
  }
}

package org.lectern.content.draft;

import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Document;
import org.lectern.content.format.Fields;
import org.lectern.content.format.Markdown;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;
import org.lectern.content.format.Suggestion;

/** What a file is read in: its course, its language, the media that it may use. */
record Context(String course, String language, Map<String, MediaSource> media, Report report) {

  Document markdown(String file, String text, int firstLine, Markdown.Use use) {
    return Markdown.read(file, text, firstLine, course, use, report);
  }

  /** The medium, or else a problem. */
  Optional<MediaSource> medium(Spot spot, String path, String code) {
    var medium = Optional.ofNullable(media.get(path));
    if (medium.isEmpty()) {
      report.error(
          spot,
          code,
          "There is no file \"" + path + "\" in this course.",
          "Readers would see a gap.",
          path.startsWith("media/")
              ? Suggestion.among(path, media.keySet())
              : "Put the file into the folder media of the course, and write \"media/"
                  + path.substring(path.lastIndexOf('/') + 1) + "\".");
    }
    return medium;
  }

  void needed(Fields fields, String key, String code, String why, String fix) {
    if (fields.scalar(key).isEmpty()) {
      var of = code.equals("L021") ? "This figure" : "This clip";
      report.error(fields.spot(), code, of + " has no \"" + key + "\".", why, fix);
    }
  }

  void wrongKind(Spot spot, String path, String wanted, String code) {
    report.error(spot, code, "\"" + path + "\" is not " + wanted + ".", "It could not be shown here.",
        "Name a file of the right kind.");
  }

  /** The version of a figure for the language of the file, if there is one beside it. */
  String inLanguage(String path) {
    int dot = path.lastIndexOf('.');
    var own = dot < 0 ? path : path.substring(0, dot) + "." + language + path.substring(dot);
    return media.containsKey(own) ? own : path;
  }
}

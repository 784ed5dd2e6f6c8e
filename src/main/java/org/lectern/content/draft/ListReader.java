package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Fields;
import org.lectern.content.format.Passage;
import org.lectern.content.format.Report;
import org.lectern.content.format.Value;
import org.lectern.content.format.Yaml;

/** Reads the files that are lists: the glossary and the job networks. */
final class ListReader {
  private final Report report;

  ListReader(Report report) {
    this.report = report;
  }

  CourseDraft.Glossary glossary(SourceFile file, String language) {
    var terms = new ArrayList<TermDraft>();
    var passages = new ArrayList<Passage>();
    for (var value : values(file)) {
      var fields = Fields.of(value, Manual.TERM, report);
      terms.add(
          new TermDraft(fields.spot("id"), fields.id("id"), fields.localized("term", language, Manual.TITLE),
              fields.localized("definition", language, Manual.DESCRIPTION)));
      passages.addAll(value.passages());
    }
    return new CourseDraft.Glossary(terms, passages);
  }

  /** The networks; empty when the file cannot be read, and then a problem was reported. */
  Optional<List<NetworkDraft>> jobNetworks(SourceFile file) {
    var networks = new ArrayList<NetworkDraft>();
    var values = values(file);
    for (var value : values) {
      var fields = Fields.of(value, Manual.JOB_NETWORK, report);
      var source = source(value);
      networks.add(
          new NetworkDraft(fields.spot("code"), fields.text("code", Manual.NETWORK_CODE), source,
              fields.localized("name", source, Manual.TITLE),
              fields.date("validFrom"), fields.date("validTo")));
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(networks);
  }

  /** Job networks belong to no course: English if there is any, or else the first language written. */
  static String source(Value value) {
    if (value instanceof Value.Mapping mapping) {
      var name = mapping.entries().get("name");
      if (name != null && name.value() instanceof Value.Mapping texts && !texts.entries().isEmpty()
          && !texts.entries().containsKey("en")) {
        return texts.entries().keySet().iterator().next();
      }
    }
    return "en";
  }

  private List<Value> values(SourceFile file) {
    var value = Yaml.read(file.path(), file.text(), 0, report).orElse(null);
    if (value instanceof Value.Sequence sequence && !sequence.values().isEmpty()) {
      return sequence.values();
    }
    if (value instanceof Value.Sequence) {
      report.error(
          value.spot(),
          "L004",
          "This list is empty.",
          "All of its entries would be gone, perhaps by a slip.",
          "Write an entry; or delete the file, if there is to be none.");
    } else if (value != null) {
      report.error(
          value.spot(),
          "L004",
          "This file must be a list.",
          "Each entry is one line or one group of lines.",
          "Begin each entry with a hyphen and a space.");
    }
    return List.of();
  }
}

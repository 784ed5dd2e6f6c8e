package org.lectern.content.format;

import java.util.List;

/** What authors are told about their Markdown. */
record MarkdownReport(Report report) {

  void firstLevel(Spot spot, String text) {
    report.warning(
        spot,
        "L025",
        "This heading has one #.",
        "The title of the unit is the only heading of the first level.",
        "Write \"## " + text + "\".");
  }

  void levelLeftOut(Spot spot, int level, int before, String text) {
    report.warning(
        spot,
        "L025",
        "This heading has " + level + " #, but the one before it is "
            + (before == 1 ? "the title." : "of level " + before + "."),
        "Screen readers list the headings, and a level that is left out looks like a missing part.",
        "Write \"" + "#".repeat(before + 1) + " " + text + "\".");
  }

  void unreadableBox(Spot spot) {
    report.error(
        spot,
        "L040",
        "This box cannot be read.",
        "The boxes say which options are right.",
        "Write \"- [ ] \" before a wrong option and \"- [x] \" before a right one, with a space after the bracket.");
  }

  void link(Spot spot, String target) {
    report.error(
        spot,
        "L020",
        "This link goes to \"" + target + "\".",
        "Links go to https, http and mailto addresses, to units, resources and terms; others break when files move.",
        "Write [text](unit:the-unit-id), [text](resource:the-resource-id), [text](glossary:the-term-id), "
            + "or a whole address with https://.");
  }

  void nearlyLink(Spot spot) {
    report.error(
        spot,
        "L020",
        "This looks like a link, but is only text.",
        "Readers would see brackets and an address.",
        "Write [text](address) with no space between the two, and none inside the address.");
  }

  void picture(Spot spot) {
    report.error(
        spot,
        "L021",
        "This picture has no credit and no place for a description.",
        "People who cannot see it need its words, and whoever made it must be named.",
        "Write a figure block: ```figure, then src, alt and credit on lines of their own, then ```.");
  }

  void blockInside(Spot spot, String name) {
    report.error(
        spot,
        "L021",
        "This " + name + " block stands inside a list or a quotation.",
        "It would be shown as plain text.",
        "Move it to the left margin, with an empty line before it.");
  }

  /** A fence whose name is nearly that of a block. */
  void block(Spot spot, String name, List<String> known) {
    Suggestion.nearest(name, known)
        .ifPresent(
            best -> report.error(
                spot,
                "L002",
                "There is no block \"" + name + "\".",
                "It would be shown as plain text.",
                "Did you mean \"" + best + "\"?"));
  }

  void removed(Spot spot, String what) {
    report.warning(
        spot,
        "L023",
        "This HTML was taken out: " + what,
        "Only plain formatting survives in pages, so that nothing harmful can.",
        "Write it in Markdown, or leave it away.");
  }
}

package org.lectern.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.content.Block;
import org.lectern.content.Course;
import org.lectern.content.ExternalCode;
import org.lectern.content.Glossary;
import org.lectern.content.Library;
import org.lectern.content.Module;
import org.lectern.content.Question;
import org.lectern.content.Resource;
import org.lectern.content.Translation;
import org.lectern.content.Unit;

/**
 * What of a library can be found. Of a check, that is the questions: neither options, which would tell the key to whoever
 * compares them, nor feedback. Of a case it is the beginning. Of the final assessment it is nothing.
 */
final class Entries {

  /** The beginning of a part of a text that has an address of its own. */
  private static final Pattern PART = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);

  private final Course course;
  private final String home;
  private final List<Entry> entries = new ArrayList<>();

  private Entries(Course course) {
    this.course = course;
    this.home = "/courses/" + course.id();
  }

  static List<Entry> of(Library library) {
    return library.courses().values().stream().flatMap(course -> new Entries(course).all().stream()).toList();
  }

  private List<Entry> all() {
    course.title().texts().keySet().forEach(this::addCourse);
    course.translations().values().forEach(this::addModules);
    course.glossary().terms().values().forEach(this::addTerm);
    course.resources().values().forEach(resource -> resource.texts().values().forEach(text -> add(resource, text)));
    return entries;
  }

  private void add(Kind kind, String type, String module, String unit, String address, String language, String title,
      String text) {
    entries.add(new Entry(kind, type, course.id(), module, unit, address, language, title, text,
        kind == Kind.COURSE ? course.codes().stream().map(ExternalCode::code).distinct().toList() : List.of()));
  }

  private void addCourse(String language) {
    var texts = Stream.concat(Stream.of(course.summary()), course.objectives().values().stream())
        .flatMap(text -> Optional.ofNullable(text.texts().get(language)).stream());
    var systems = course.codes().stream().map(code -> code.system() + " " + code.code()).distinct();
    add(Kind.COURSE, "course", "", "", home, language, course.title().in(language),
        lines(Stream.concat(texts, systems)));
  }

  private void addModules(Translation translation) {
    for (var module : translation.modules()) {
      if (module.language().equals(translation.language())) {
        add(Kind.UNIT, "module", module.id(), "", home + "#" + module.id(), module.language(), module.title(),
            lines(Stream.concat(Stream.of(module.summary()), texts(module.opening()))));
      }
      module.units()
          .stream()
          .filter(unit -> unit.language().equals(translation.language()))
          .forEach(unit -> addUnit(module, unit));
    }
  }

  private void addUnit(Module module, Unit unit) {
    var type = switch (unit) {
      case Unit.Page page -> "page";
      case Unit.Check check -> "check";
      case Unit.Case story -> "case";
    };
    add(Kind.UNIT, type, module.id(), unit.id(), home + "/" + unit.id(), unit.language(), unit.title(),
        lines(switch (unit) {
          case Unit.Page page -> Stream.concat(texts(page.blocks()), page.sources().stream());
          case Unit.Check check ->
            Stream.concat(texts(check.introduction()), check.questions().stream().map(Question::prompt));
          case Unit.Case story -> Stream.concat(texts(story.introduction()), texts(story.start().blocks()));
        }));
  }

  private void addTerm(Glossary.Term term) {
    term.term()
        .texts()
        .forEach((language, name) -> add(Kind.TERM, "term", "", "", home + "/glossary#" + term.id(), language, name,
            Optional.ofNullable(term.definition().texts().get(language)).orElse("")));
  }

  /** A text is found part by part, so that a result leads to the article and not to the declaration. */
  private void add(Resource resource, Resource.Text text) {
    var address = home + "/resources/" + resource.id();
    var html = text.blocks().stream().map(Entries::html).collect(Collectors.joining("\n"));
    var part = PART.matcher(html);
    var title = text.title();
    var anchor = "";
    int start = 0;
    while (part.find()) {
      addPart(address + anchor, text, title, html.substring(start, part.start()));
      title = text.title() + " · " + PlainText.of(part.group(2));
      anchor = "#" + part.group(1);
      start = part.end();
    }
    addPart(address + anchor, text, title, html.substring(start));
  }

  private void addPart(String address, Resource.Text text, String title, String html) {
    boolean isWhole = !address.contains("#");
    var plain = PlainText.of(html);
    if (isWhole || !plain.isEmpty()) {
      add(Kind.TEXT, "resource", "", "", address, text.language(), title,
          isWhole ? lines(Stream.concat(Stream.of(plain), text.sources().stream())) : plain);
    }
  }

  private static Stream<String> texts(List<Block> blocks) {
    return blocks.stream().map(Entries::html).map(PlainText::of);
  }

  private static String html(Block block) {
    return switch (block) {
      case Block.Prose prose -> prose.html();
      case Block.Figure figure -> Stream
          .concat(Stream.of(figure.alt()), Stream.concat(figure.caption().stream(), figure.description().stream()))
          .map(Entries::paragraph)
          .collect(Collectors.joining());
      case Block.Video video -> paragraph(video.title()) + video.transcripts().getFirst().html();
    };
  }

  private static String paragraph(String text) {
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
  }

  private static String lines(Stream<String> texts) {
    return texts.map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }
}

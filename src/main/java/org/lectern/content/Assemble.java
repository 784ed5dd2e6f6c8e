package org.lectern.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lectern.content.draft.BlockDraft;
import org.lectern.content.draft.Content;
import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.CourseFile;
import org.lectern.content.draft.LanguageDraft;
import org.lectern.content.draft.ModuleDraft;
import org.lectern.content.draft.NetworkDraft;
import org.lectern.content.draft.NodeDraft;
import org.lectern.content.draft.PoolDraft;
import org.lectern.content.draft.QuestionDraft;
import org.lectern.content.draft.ResourceDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Ids;
import org.lectern.content.format.Value;

/**
 * The last step: a draft that was checked, and has no errors, becomes a course. Ids, order, keys and minutes come from
 * the source language, so that they mean the same in every language.
 */
final class Assemble {
  private static final int USUAL_DIFFICULTY = 2;

  private final CourseDraft draft;
  private final LanguageDraft source;

  private Assemble(CourseDraft draft) {
    this.draft = draft;
    source = draft.source();
  }

  static Course course(CourseDraft draft) {
    return new Assemble(draft).course();
  }

  static List<JobNetwork> jobNetworks(List<NetworkDraft> drafts) {
    return drafts.stream()
        .map(
            network -> new JobNetwork(network.code(), new Localized(network.source(), network.name()),
                network.validFrom(), network.validTo()))
        .toList();
  }

  private Course course() {
    var file = draft.file();
    var translations = new LinkedHashMap<String, Translation>();
    translations.put(file.source(), translation(source));
    draft.translations().forEach(language -> translations.put(language.language(), translation(language)));
    var objectives = new LinkedHashMap<String, Localized>();
    file.objectives().forEach((id, texts) -> objectives.put(id, localized(texts)));
    var media = new LinkedHashMap<String, MediaFile>();
    draft.media()
        .forEach(
            (path, medium) -> media.put(path,
                new MediaFile(path, medium.file(), medium.stamp(), medium.type(), medium.hash())));
    return new Course(
        file.id().text(),
        new Edition(file.version(), draft.hash()),
        file.source(),
        localized(file.title()),
        localized(file.summary()),
        new Contact(file.contactName(), file.contactEmail().text()),
        objectives,
        translations,
        paths(file),
        file.defaultPath().text(),
        assessment(file.assessment()),
        codes(file),
        new CertificateWording(localized(file.wording()), localized(file.issuer())),
        glossary(),
        media,
        resources());
  }

  private Localized localized(Map<String, String> texts) {
    return new Localized(draft.file().source(), texts);
  }

  private Map<String, Path> paths(CourseFile file) {
    var order = source.openings().map(ModuleDraft.Opening::id).toList();
    var paths = new LinkedHashMap<String, Path>();
    for (var path : file.paths()) {
      var modules = path.modules().stream().map(Value.Scalar::text).collect(Collectors.toSet());
      paths.put(
          path.id(),
          new Path(path.id(), localized(path.title()), order.stream().filter(modules::contains).toList(),
              path.jobNetworks().stream().map(Value.Scalar::text).toList(), localized(path.authority()),
              path.minutes()));
    }
    return paths;
  }

  private Assessment assessment(CourseFile.AssessmentEntry entry) {
    var draw = new LinkedHashMap<String, Integer>();
    entry.draw().forEach(one -> draw.put(one.module().text(), one.items()));
    return new Assessment(entry.id(), localized(entry.title()), entry.minutes(), entry.passMark(), draw, entry.waits());
  }

  private static List<ExternalCode> codes(CourseFile file) {
    return file.codes()
        .stream()
        .map(
            code -> new ExternalCode(code.system().text(), code.path().map(Value.Scalar::text),
                code.language().map(Value.Scalar::text), code.code().text()))
        .toList();
  }

  private Glossary glossary() {
    var terms = new LinkedHashMap<String, Glossary.Term>();
    draft.glossary()
        .terms()
        .forEach(
            term -> terms.put(term.id(),
                new Glossary.Term(term.id(), localized(term.term()), localized(term.definition()))));
    return new Glossary(terms);
  }

  private Map<String, Resource> resources() {
    var resources = new LinkedHashMap<String, Resource>();
    for (var original : draft.sourceResources()) {
      var texts = new LinkedHashMap<String, Resource.Text>();
      texts.put(original.language(), text(original));
      draft.resources()
          .stream()
          .filter(resource -> resource.id().equals(original.id()))
          .forEach(resource -> texts.putIfAbsent(resource.language(), text(resource)));
      resources.put(original.id(), new Resource(original.id(), texts, original.language()));
    }
    return resources;
  }

  private static Resource.Text text(ResourceDraft resource) {
    return new Resource.Text(resource.language(), resource.title(), blocks(resource.content()), resource.credit(),
        resource.sources());
  }

  private Translation translation(LanguageDraft language) {
    var openings = language.openings().collect(Collectors.toMap(ModuleDraft.Opening::id, opening -> opening));
    var units = language.units().collect(Collectors.toMap(UnitDraft::id, unit -> unit));
    var modules = new ArrayList<Module>();
    for (var module : source.modules()) {
      var opening = module.opening().orElseThrow();
      var own = openings.get(opening.id());
      var shown = own == null ? opening : own;
      modules.add(
          new Module(opening.id(), modules.size() + 1, own == null ? source.language() : language.language(),
              shown.title(), shown.summary(), blocks(shown.content()),
              module.units()
                  .stream()
                  .map(unit -> unit(unit, Optional.ofNullable(units.get(unit.id())), language))
                  .toList()));
    }
    return new Translation(language.language(), modules, pools(language));
  }

  private Map<String, List<Item>> pools(LanguageDraft language) {
    var items = language.items().collect(Collectors.toMap(QuestionDraft::id, item -> item));
    var pools = new LinkedHashMap<String, List<Item>>();
    var order = source.openings().map(ModuleDraft.Opening::id).toList();
    source.pools()
        .stream()
        .sorted(java.util.Comparator.comparingInt((PoolDraft pool) -> order.indexOf(pool.module())))
        .forEach(
            pool -> pools.put(
                pool.module(),
                pool.items()
                    .stream()
                    .map(item -> item(item, Optional.ofNullable(items.get(item.id())), language))
                    .toList()));
    return pools;
  }

  private Item item(QuestionDraft item, Optional<QuestionDraft> own, LanguageDraft language) {
    var attributes = item.attributes();
    return new Item(
        question(item, own.orElse(item)),
        attributes.value("page"),
        attributes.value("objective"),
        attributes.value("difficulty").map(Integer::parseInt).orElse(USUAL_DIFFICULTY),
        own.isPresent() ? language.language() : source.language());
  }

  private Unit unit(UnitDraft unit, Optional<UnitDraft> own, LanguageDraft language) {
    var shown = own.orElse(unit);
    var tag = own.isPresent() ? language.language() : source.language();
    int minutes = Minutes.of(unit);
    var origin = Origin.of(shown);
    return switch (shown.body()) {
      case UnitDraft.PageBody page ->
        new Unit.Page(unit.id(), shown.title(), minutes, tag, origin, blocks(page.content()), page.sources());
      case UnitDraft.CheckBody check ->
        new Unit.Check(unit.id(), shown.title(), minutes, tag, origin, blocks(check.introduction()),
            questions(unit, check));
      case UnitDraft.CaseBody walk ->
        new Unit.Case(unit.id(), shown.title(), minutes, tag, origin, blocks(walk.introduction()), nodes(unit, walk));
    };
  }

  private static List<Question> questions(UnitDraft unit, UnitDraft.CheckBody shown) {
    var own = shown.questions().stream().collect(Collectors.toMap(QuestionDraft::id, question -> question));
    return ((UnitDraft.CheckBody) unit.body()).questions()
        .stream()
        .map(question -> question(question, own.getOrDefault(question.id(), question)))
        .toList();
  }

  private static List<Node> nodes(UnitDraft unit, UnitDraft.CaseBody shown) {
    var own = shown.nodes().stream().collect(Collectors.toMap(NodeDraft::id, node -> node));
    return ((UnitDraft.CaseBody) unit.body()).nodes()
        .stream()
        .map(node -> node(own.getOrDefault(node.id(), node)))
        .toList();
  }

  private static Node node(NodeDraft node) {
    var choices = new ArrayList<Node.Choice>();
    for (var way : node.choices()) {
      choices.add(new Node.Choice(Ids.letter(choices.size()), way.html(), way.to()));
    }
    var ending = node.outcome()
        .map(
            outcome -> new Node.Ending(Node.Outcome.valueOf(outcome.toUpperCase(java.util.Locale.ROOT)),
                node.debrief().orElse("")));
    return new Node(node.id(), node.title(), blocks(node.content()), choices, ending);
  }

  /** The question as {@code shown} words it, with the ids of {@code original}. */
  private static Question question(QuestionDraft original, QuestionDraft shown) {
    var id = original.id();
    var mixed = MixedIds.of(id, shown.form().size());
    return switch (shown.form()) {
      case QuestionDraft.Choice choice -> {
        var options = options((QuestionDraft.Choice) original.form(), choice);
        yield choice.keys() == 1
            ? new Question.SingleChoice(id, shown.prompt(), shown.html(), options)
            : new Question.MultipleChoice(id, shown.prompt(), shown.html(), options);
      }
      case QuestionDraft.Ordering ordering ->
        new Question.Ordering(id, shown.prompt(), shown.html(), entries(ordering, mixed), ordering.feedback());
      case QuestionDraft.Matching matching ->
        new Question.Matching(id, shown.prompt(), shown.html(), pairs(matching, mixed), matching.feedback());
      case QuestionDraft.ShortText text ->
        new Question.ShortText(id, shown.prompt(), shown.html(), text.accepted(), text.feedback());
      case QuestionDraft.Unreadable unreadable -> throw new IllegalStateException("not checked: " + id);
    };
  }

  private static List<Question.Option> options(QuestionDraft.Choice original, QuestionDraft.Choice shown) {
    var ids = OptionIds.of(original);
    var places = OptionIds.places(original, shown);
    var options = new Question.Option[ids.size()];
    for (int i = 0; i < options.length; i++) {
      var option = shown.options().get(i);
      int place = places.get(i);
      options[place] = new Question.Option(ids.get(place), option.html(), option.feedback(), option.correct());
    }
    return List.of(options);
  }

  private static List<Question.Entry> entries(QuestionDraft.Ordering ordering, List<String> ids) {
    var entries = new ArrayList<Question.Entry>();
    for (var part : ordering.entries()) {
      entries.add(new Question.Entry(ids.get(entries.size()), part.html()));
    }
    return entries;
  }

  private static List<Question.Pair> pairs(QuestionDraft.Matching matching, List<String> rightIds) {
    var pairs = new ArrayList<Question.Pair>();
    for (var pair : matching.pairs()) {
      int place = pairs.size();
      pairs.add(
          new Question.Pair(new Question.Entry(Ids.letter(place), pair.left().html()),
              new Question.Entry(rightIds.get(place), pair.right().html())));
    }
    return pairs;
  }

  private static List<Block> blocks(Content content) {
    return content.blocks().stream().map(Assemble::block).toList();
  }

  private static Block block(BlockDraft block) {
    return switch (block) {
      case BlockDraft.Prose prose -> new Block.Prose(prose.html());
      case BlockDraft.Figure figure ->
        new Block.Figure(figure.svg(), figure.src(), figure.alt(), figure.caption(), figure.credit(),
            figure.description(), figure.size().map(size -> new Block.Size(size.width(), size.height())));
      case BlockDraft.Video video ->
        new Block.Video(video.id(), video.src(), video.title(), video.seconds(), video.bytes(),
            video.small().map(Assemble::rendition), video.audio().map(Assemble::rendition),
            video.captions().stream().map(one -> new Block.Captions(one.language(), one.src())).toList(),
            video.transcripts().stream().map(one -> new Block.Transcript(one.language(), one.html())).toList(),
            video.credit());
    };
  }

  private static Block.Rendition rendition(BlockDraft.Rendition rendition) {
    return new Block.Rendition(rendition.src(), rendition.bytes());
  }
}

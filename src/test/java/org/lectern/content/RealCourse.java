package org.lectern.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.ModuleDraft;
import org.lectern.content.draft.Parse;
import org.lectern.content.draft.Scan;
import org.lectern.content.draft.UnitDraft;

/** The course that is shipped, as it is served and as it is written. */
final class RealCourse {
  static final Loading LOADING = Loading.of(Path.of("content"), ContentFolder.TODAY);
  static final Course COURSE = LOADING.library()
      .course("un-human-rights-responsibilities")
      .orElseThrow(() -> new AssertionError("the course is broken: " + LOADING.problems()));
  static final Translation ENGLISH = COURSE.in("en");

  /** What the files say, with what is lost when they are put together: dates of review, links, sentences. */
  static final CourseDraft DRAFT = draft();

  private RealCourse() {}

  private static CourseDraft draft() {
    var problems = new Problems();
    return Scan.of(Path.of("content"), problems)
        .courses()
        .stream()
        .filter(folder -> folder.name().equals(COURSE.id()))
        .map(folder -> Parse.course(folder, problems))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Module> modules() {
    return ENGLISH.modules().stream();
  }

  static <T extends Unit> List<T> units(Module module, Class<T> kind) {
    return module.units().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<Item> pool(Module module) {
    return Objects.requireNonNull(ENGLISH.pools().get(module.id()));
  }

  static List<Item> items() {
    return ENGLISH.pools().values().stream().flatMap(List::stream).toList();
  }

  static ModuleDraft written(Module module) {
    return DRAFT.source()
        .modules()
        .stream()
        .filter(draft -> draft.opening().orElseThrow().id().equals(module.id()))
        .findFirst()
        .orElseThrow();
  }

  /** What people read in a module: its opening and its units, but not its pool. */
  static Stream<UnitDraft.Reading> readings(ModuleDraft module) {
    return Stream.concat(
        module.opening().map(ModuleDraft.Opening::reading).stream(),
        module.units().stream().map(UnitDraft::reading));
  }

  /** All blocks of a module: of its opening, its pages, its introductions and its nodes. */
  static Stream<Block> blocks(Module module) {
    return Stream.concat(module.opening().stream(), module.units().stream().flatMap(RealCourse::blocks));
  }

  private static Stream<Block> blocks(Unit unit) {
    return switch (unit) {
      case Unit.Page page -> page.blocks().stream();
      case Unit.Check check -> check.introduction().stream();
      case Unit.Case walk ->
        Stream.concat(walk.introduction().stream(), walk.nodes().stream().flatMap(node -> node.blocks().stream()));
    };
  }

  static <T extends Block> List<T> blocks(Module module, Class<T> kind) {
    return blocks(module).filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<Question> questions(Module module) {
    return units(module, Unit.Check.class).stream().flatMap(check -> check.questions().stream()).toList();
  }

  /** The options of a question; none if it is of another kind than choice. */
  static List<Question.Option> options(Question question) {
    return switch (question) {
      case Question.SingleChoice choice -> choice.options();
      case Question.MultipleChoice choice -> choice.options();
      case Question.Ordering ordering -> List.of();
      case Question.Matching matching -> List.of();
      case Question.ShortText text -> List.of();
    };
  }

  static String plain(String html) {
    return html.replaceAll("<[^>]*>", "").strip();
  }

  static int words(Module module) {
    return readings(written(module)).flatMap(reading -> reading.passages().stream())
        .mapToInt(passage -> passage.words())
        .sum();
  }

  static <T> long count(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).count();
  }
}

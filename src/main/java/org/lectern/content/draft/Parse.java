package org.lectern.content.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.lectern.content.format.Language;
import org.lectern.content.format.Report;
import org.lectern.content.format.Spot;

/** The second step: each file is read by itself. */
public final class Parse {
  private static final String MODULE_FILE = "module.md";
  private static final String POOLS = "assessment";
  private static final String RESOURCES = "resources";

  private final CourseFolder folder;
  private final Report report;

  private Parse(CourseFolder folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  /** All that the files of a course say. */
  public static CourseDraft course(CourseFolder folder, Report report) {
    return new Parse(folder, report).course();
  }

  /** The job networks; empty when there is no file, or when it cannot be read. */
  public static Optional<List<NetworkDraft>> jobNetworks(Optional<SourceFile> file, Report report) {
    return file.flatMap(
        source -> Guard.read(source.path(), report, () -> new ListReader(report).jobNetworks(source),
            Optional::<List<NetworkDraft>>empty));
  }

  private CourseDraft course() {
    var byPlace = byPlace();
    var courseFile = folder.name() + "/course.yaml";
    var top = byPlace.getOrDefault("", List.of());
    var policy = top.stream().filter(file -> file.name().equals("course.yaml")).findFirst();
    if (policy.isEmpty()) {
      report.error(
          Spot.startOf(courseFile),
          "L005",
          "The folder " + folder.name() + " has no course.yaml that can be read.",
          "Every folder in the content folder is a course, and its policy stands there.",
          "Write one; content/README.md shows each key. Or move the folder away.");
    }
    var reader = new CourseReader(courseFile, report);
    var file = Guard.read(courseFile, report, () -> reader.read(policy), () -> reader.read(Optional.empty()));
    var glossary = top.stream()
        .filter(source -> source.name().equals("glossary.yaml"))
        .findFirst()
        .map(
            source -> Guard.read(source.path(), report,
                () -> new ListReader(report).glossary(source, file.source()), () -> CourseDraft.Glossary.EMPTY))
        .orElse(CourseDraft.Glossary.EMPTY);
    reportUnused(top);
    return new CourseDraft(folder.name(), file, glossary, languages(byPlace), resources(byPlace),
        folder.media(), folder.hash());
  }

  /** The files by the folder that they are in, below the folder of the course. */
  private Map<String, List<SourceFile>> byPlace() {
    var byPlace = new LinkedHashMap<String, List<SourceFile>>();
    for (var file : folder.texts()) {
      var below = file.path().substring(folder.name().length() + 1);
      int slash = below.lastIndexOf('/');
      byPlace.computeIfAbsent(slash < 0 ? "" : below.substring(0, slash), place -> new ArrayList<>()).add(file);
    }
    return byPlace;
  }

  private void reportUnused(List<SourceFile> top) {
    for (var file : top) {
      if (!List.of("course.yaml", "glossary.yaml").contains(file.name()) && !file.name().startsWith("README")) {
        unused(file.path(),
            "Beside course.yaml and glossary.yaml, texts stand in a folder for their language, such as en.");
      }
    }
  }

  private void unused(String path, String fix) {
    report.warning(Spot.startOf(path), "L005", "This file is not used.", "It stands where nothing is read.", fix);
  }

  private Map<String, LanguageDraft> languages(Map<String, List<SourceFile>> byPlace) {
    var names = new TreeSet<String>();
    byPlace.keySet()
        .stream()
        .filter(place -> !place.isEmpty() && !isBelowResources(place))
        .forEach(place -> names.add(place.split("/", 2)[0]));
    var languages = new LinkedHashMap<String, LanguageDraft>();
    for (var name : names) {
      if (Language.isTag(name)) {
        languages.put(name, language(name, byPlace));
      } else {
        report.warning(
            Spot.startOf(folder.name() + "/" + name),
            "L005",
            "The folder \"" + name + "\" is not used.",
            "A course has the folders media and resources, and one for each language, named by its tag.",
            "Name it by a language tag such as en, fr or pt-BR, or move it away.");
      }
    }
    return languages;
  }

  private static boolean isBelowResources(String place) {
    return place.equals(RESOURCES) || place.startsWith(RESOURCES + "/");
  }

  private List<ResourceDraft> resources(Map<String, List<SourceFile>> byPlace) {
    var reader = new ResourceReader(folder.name(), folder.media(), report);
    var resources = new ArrayList<ResourceDraft>();
    byPlace.forEach((place, files) -> {
      if (place.equals(RESOURCES)) {
        markdown(files).forEach(file -> optional(file, () -> reader.resource(file)).ifPresent(resources::add));
      } else if (isBelowResources(place)) {
        files.forEach(file -> unused(file.path(), "Put it into the folder resources itself."));
      }
    });
    return resources;
  }

  private LanguageDraft language(String language, Map<String, List<SourceFile>> byPlace) {
    var reader = new UnitReader(new Context(folder.name(), language, folder.media(), report));
    var modules = new ArrayList<ModuleDraft>();
    var pools = new ArrayList<PoolDraft>();
    byPlace.forEach((place, files) -> {
      var parts = place.split("/", -1);
      if (!parts[0].equals(language)) {
        return;
      }
      if (parts.length != 2) {
        files.forEach(file -> unused(file.path(),
            "Put it into the folder of a module, such as " + language + "/01-introduction."));
      } else if (parts[1].equals(POOLS)) {
        markdown(files).forEach(file -> optional(file, () -> reader.pool(file)).ifPresent(pools::add));
      } else {
        modules.add(module(folder.name() + "/" + place, markdown(files), reader));
      }
    });
    return new LanguageDraft(language, modules, pools);
  }

  private List<SourceFile> markdown(List<SourceFile> files) {
    files.stream()
        .filter(file -> !file.name().endsWith(".md"))
        .forEach(
            file -> unused(file.path(), "Texts that learners read end in .md; policy stands in course.yaml."));
    return files.stream().filter(file -> file.name().endsWith(".md")).toList();
  }

  private ModuleDraft module(String path, List<SourceFile> files, UnitReader reader) {
    Optional<ModuleDraft.Opening> opening = Optional.empty();
    var units = new ArrayList<UnitDraft>();
    for (var file : files) {
      if (file.name().equals(MODULE_FILE)) {
        opening = optional(file, () -> reader.opening(file));
      } else {
        optional(file, () -> reader.unit(file)).ifPresent(units::add);
      }
    }
    return new ModuleDraft(path, opening, units);
  }

  private <T> Optional<T> optional(SourceFile file, Supplier<Optional<T>> read) {
    return Guard.read(file.path(), report, read, Optional::<T>empty);
  }
}

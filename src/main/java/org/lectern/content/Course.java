package org.lectern.content;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A course with everything it says, in all its languages.
 *
 * @param id stable, for instance {@code un-human-rights-responsibilities}
 * @param source the language that the course is written in (BCP 47)
 * @param translations the whole course per language; always holds {@code source}
 * @param paths by path id, in the order of the file
 * @param defaultPath the id of the path for people whose job network is unknown
 * @param resources the texts beside the path, by id, in the order of their file names
 */
public record Course(
    String id,
    Edition edition,
    String source,
    Localized title,
    Localized summary,
    Contact contact,
    Map<String, Localized> objectives,
    Map<String, Translation> translations,
    Map<String, Path> paths,
    String defaultPath,
    Assessment assessment,
    List<ExternalCode> codes,
    CertificateWording certificate,
    Glossary glossary,
    Map<String, MediaFile> media,
    Map<String, Resource> resources) {

  public Course {
    objectives = Ordered.copyOf(objectives);
    translations = Ordered.copyOf(translations);
    paths = Ordered.copyOf(paths);
    codes = List.copyOf(codes);
    media = Ordered.copyOf(media);
    resources = Ordered.copyOf(resources);
  }

  /** The course in {@code language}; in its source language when it has no files in that one. */
  public Translation in(String language) {
    var translation = translations.get(language);
    return translation != null ? translation : java.util.Objects.requireNonNull(translations.get(source));
  }

  /** The resource with this id. */
  public Optional<Resource> resource(String resourceId) {
    return Optional.ofNullable(resources.get(resourceId));
  }

  /** The path with this id. */
  public Optional<Path> path(String pathId) {
    return Optional.ofNullable(paths.get(pathId));
  }

  /** The path that the job network takes; empty when no path names it. */
  public Optional<Path> pathFor(String jobNetwork) {
    return paths.values()
        .stream()
        .filter(path -> path.jobNetworks().contains(jobNetwork))
        .max(Comparator.comparingInt(path -> path.modules().size()));
  }

  /** The minutes that a path takes: those of its units, as computed, and those of the assessment, as stated. */
  public int minutes(Path path) {
    return assessment.minutes() + in(source).modulesOf(path).stream().mapToInt(Module::minutes).sum();
  }

  /** The address of a medium, which changes with its content; without the change if there is no such medium. */
  public String addressOf(String mediaPath) {
    var address = "/courses/" + id + "/" + mediaPath;
    var file = media.get(mediaPath);
    return file == null ? address : address + "?v=" + file.hash().substring(0, 8);
  }

  /** The path for people whose job network is unknown. */
  public Path fallbackPath() {
    return java.util.Objects.requireNonNull(paths.get(defaultPath));
  }
}

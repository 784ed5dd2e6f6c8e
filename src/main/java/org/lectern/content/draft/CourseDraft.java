package org.lectern.content.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Passage;

/**
 * All that the files of a course say.
 *
 * @param folder its name, which must be the id of the course
 * @param glossary the terms, and what people read in them
 * @param languages by tag
 * @param resources in every language, in the order of their file names
 */
public record CourseDraft(String folder, CourseFile file, Glossary glossary, Map<String, LanguageDraft> languages,
    List<ResourceDraft> resources, Map<String, MediaSource> media, String hash) {

  public record Glossary(List<TermDraft> terms, List<Passage> passages) {
    public static final Glossary EMPTY = new Glossary(List.of(), List.of());
  }

  /** The course in the language that it is written in. */
  public LanguageDraft source() {
    return language(file.source()).orElseGet(() -> new LanguageDraft(file.source(), List.of(), List.of()));
  }

  /** The resources in the language that the course is written in. */
  public List<ResourceDraft> sourceResources() {
    return resources.stream().filter(resource -> resource.language().equals(file.source())).toList();
  }

  public Optional<LanguageDraft> language(String language) {
    return Optional.ofNullable(languages.get(language));
  }

  public List<LanguageDraft> translations() {
    return languages.values().stream().filter(language -> !language.language().equals(file.source())).toList();
  }
}

package org.lectern.learning;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.content.ExternalCode;
import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.platform.LanguageNames;
import org.lectern.platform.PlatformMessages;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** All courses, in the order of their titles, with what the reader has done in them. */
@Path("/courses")
@Authenticated
public class CataloguePages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;

  CataloguePages(Viewer viewer, Shelf shelf, Engagements engagements) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance catalogue(List<Offer> offers);
  }

  /**
   * A course in the catalogue.
   *
   * @param titleLanguage the language that the title is written in
   * @param languages the names of the languages that the course is written in, each in its language
   * @param isTranslated whether the reader reads it in their own language
   * @param codes the names of the course in other systems, in the order of the file
   */
  record Offer(Progress progress, String titleLanguage, String languages, boolean isTranslated, List<String> codes) {
    /** For the path of this reader, in minutes. */
    public int minutes() {
      return progress.course().minutes(progress.choice().path());
    }
  }

  @GET
  public TemplateInstance show() {
    var courses = shelf.library().courses().values();
    var titles = Collator.getInstance(viewer.locale());
    return Templates.catalogue(
        Progress.ofAll(courses, viewer.language(), viewer.person(), engagements.today())
            .stream()
            .map(this::offer)
            .sorted(Comparator.comparing(offer -> offer.progress().course().title().in(viewer.language()), titles))
            .toList());
  }

  private Offer offer(Progress progress) {
    var course = progress.course();
    var language = viewer.language();
    var comma = Text.bundle(PlatformMessages.class, viewer.locale()).comma() + " ";
    return new Offer(progress, course.title().texts().containsKey(language) ? language : course.source(),
        course.translations().keySet().stream().map(LanguageNames::nameOf).collect(Collectors.joining(comma)),
        course.translations().containsKey(language),
        course.codes().stream().map(ExternalCode::code).distinct().toList());
  }
}

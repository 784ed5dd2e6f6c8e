package org.lectern.learning;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.Localized;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The terms of a course. A class of its own, because in {@link UnitPages} its address would be that of a unit. */
@Path("/courses/{course}/glossary")
@Authenticated
public class GlossaryPages {

  private final Viewer viewer;
  private final Shelf shelf;

  GlossaryPages(Viewer viewer, Shelf shelf) {
    this.viewer = viewer;
    this.shelf = shelf;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance glossary(String course, Localized title, List<TermView> terms, String language);
  }

  @GET
  public TemplateInstance show(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var language = viewer.language();
    var terms = found.glossary()
        .terms()
        .values()
        .stream()
        .map(term -> TermView.of(term, language))
        .sorted(Comparator.comparing(TermView::term, Collator.getInstance(Locale.forLanguageTag(language))))
        .toList();
    return Templates.glossary(course, found.title(), terms, language);
  }
}

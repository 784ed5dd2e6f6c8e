package org.lectern.margin;

import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.content.Unit;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** "Report a mistake in this page". */
@Path("/courses/{course}/{unit}/mistakes")
@Authenticated
public class MistakePages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final MistakeReports reports;

  MistakePages(Viewer viewer, Shelf shelf, MistakeReports reports) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.reports = reports;
  }

  @CheckedTemplate(basePath = "margin")
  static class Templates {
    private Templates() {}

    static native TemplateInstance mistake(MistakeForm form, FormErrors errors);
  }

  /**
   * The form, as it was filled in.
   *
   * @param language the language of the text that the reader saw
   * @param title of the unit
   * @param signedOut whether the session had ended
   */
  record MistakeForm(String address, UUID report, String language, String title, String what, String quotation,
      boolean signedOut) {}

  /** The form stands on the unit's page. */
  @GET
  public Response show(@RestPath String course, @RestPath String unit) {
    var there = OwnAddress.segment(course) + "/" + OwnAddress.segment(unit);
    return OwnAddress.seeOther("/courses/" + there + "#report-mistake").build();
  }

  /** Open to all, so that the text of somebody whose session has ended is shown again instead of lost. */
  @POST
  @PermitAll
  public Response report(
      @RestPath String course,
      @RestPath String unit,
      @RestForm @Nullable UUID report,
      @RestForm @Nullable String language,
      @RestForm @Nullable String what,
      @RestForm @Nullable String quotation) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var shown = found.in(language == null ? viewer.language() : language).unit(unit).orElseThrow(Problem::notFound);
    var form = new MistakeForm("/courses/" + course + "/" + unit,
        Objects.requireNonNullElseGet(report, UUID::randomUUID), shown.language(), shown.title(), Written.of(what),
        Written.of(quotation), !viewer.isSignedIn());
    var errors = new FormErrors(viewer.locale());
    if (form.signedOut()) {
      return Response.status(401)
          .header("WWW-Authenticate", "Bearer")
          .entity(Templates.mistake(form, errors.add("what", text(MarginMessages::signedOut))))
          .build();
    }
    if (form.what().isEmpty()) {
      errors.add("what", text(MarginMessages::whatMissing));
    }
    Written.checkLength("what", form.what(), Written.WHAT, errors);
    Written.checkLength("quotation", form.quotation(), Written.QUOTATION, errors);
    return errors.isEmpty()
        ? report(found, shown, form, errors)
        : Response.status(422).entity(Templates.mistake(form, errors)).build();
  }

  private Response report(Course course, Unit unit, MistakeForm form, FormErrors errors) {
    var finding = new MistakeReport.Finding(form.what(), form.quotation());
    if (!reports.report(form.report(), viewer.person(), course, unit, finding)) {
      errors.add("what", text(messages -> messages.tooManyReports(MistakeReports.PER_HOUR)));
      return Response.status(429).entity(Templates.mistake(form, errors)).build();
    }
    return OwnAddress.seeOther(form.address() + "?done=report#report-mistake").build();
  }

  private static Text text(java.util.function.Function<MarginMessages, String> message) {
    return Text.of(MarginMessages.class, message);
  }
}

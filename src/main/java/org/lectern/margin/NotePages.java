package org.lectern.margin;

import java.util.Optional;

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

/** The note of a reader on a unit. */
@Path("/courses/{course}/{unit}/note")
@Authenticated
public class NotePages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Notes notes;

  NotePages(Viewer viewer, Shelf shelf, Notes notes) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.notes = notes;
  }

  @CheckedTemplate(basePath = "margin")
  static class Templates {
    private Templates() {}

    static native TemplateInstance note(NoteForm form, FormErrors errors);

    static native TemplateInstance deletion(Note note, String address);
  }

  /**
   * The form, as it was filled in.
   *
   * @param title of the unit
   * @param seen the state of the note that the next save may write over; empty when there was none
   * @param other what another window saved meanwhile; empty when none did
   * @param signedOut whether the session had ended
   */
  record NoteForm(String address, String title, String text, String seen, String other, boolean signedOut) {}

  /** The form stands on the unit's page. */
  @GET
  public Response show(@RestPath String course, @RestPath String unit) {
    return back(course, unit, "#your-note");
  }

  /** Open to all, so that the text of somebody whose session has ended is shown again instead of lost. */
  @POST
  @PermitAll
  public Response save(
      @RestPath String course, @RestPath String unit, @RestForm @Nullable String text,
      @RestForm @Nullable String seen) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var shown = found.in(viewer.language()).unit(unit);
    var form = new NoteForm("/courses/" + course + "/" + unit, shown.map(Unit::title).orElse(unit), Written.of(text),
        seen == null ? "" : seen, "", !viewer.isSignedIn());
    var errors = new FormErrors(viewer.locale());
    if (form.signedOut()) {
      return Response.status(401)
          .header("WWW-Authenticate", "Bearer")
          .entity(Templates.note(form, errors.add("text", text(MarginMessages::signedOut))))
          .build();
    }
    if (form.text().isEmpty()) {
      errors.add("text", text(MarginMessages::noteMissing));
    }
    Written.checkLength("text", form.text(), Written.NOTE, errors);
    return errors.isEmpty()
        ? save(found, unit, shown, form, errors)
        : Response.status(422).entity(Templates.note(form, errors)).build();
  }

  private Response save(Course course, String unit, Optional<Unit> shown, NoteForm form, FormErrors errors) {
    return switch (notes.save(place(course.id(), unit), shown, form.text(), form.seen())) {
      case Notes.Saving.Saved saved -> shown.isPresent()
          ? back(course.id(), unit, "?done=note#your-note")
          : OwnAddress.seeOther("/courses/" + course.id() + "/notes").build();
      case Notes.Saving.ChangedMeanwhile(var other, var state) -> {
        errors.add("text", text(MarginMessages::noteChanged));
        var again = new NoteForm(form.address(), form.title(), form.text(), state, other, false);
        yield Response.status(409).entity(Templates.note(again, errors)).build();
      }
    };
  }

  @GET
  @Path("deletion")
  public TemplateInstance askToDelete(@RestPath String course, @RestPath String unit) {
    var note = Note.of(viewer.person(), course, unit).orElseThrow(Problem::notFound);
    return Templates.deletion(note, "/courses/" + course + "/" + unit);
  }

  @POST
  @Path("deletion")
  public Response delete(@RestPath String course, @RestPath String unit) {
    notes.delete(place(course, unit));
    return OwnAddress.seeOther("/courses/" + OwnAddress.segment(course) + "/notes?done=deleted").build();
  }

  private Notes.Place place(String course, String unit) {
    return new Notes.Place(viewer.person(), course, unit);
  }

  private static Response back(String course, String unit, String rest) {
    return OwnAddress.seeOther("/courses/" + OwnAddress.segment(course) + "/" + OwnAddress.segment(unit) + rest)
        .build();
  }

  private static Text text(java.util.function.Function<MarginMessages, String> message) {
    return Text.of(MarginMessages.class, message);
  }
}

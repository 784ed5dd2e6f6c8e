package org.lectern.margin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.content.Unit;
import org.lectern.platform.Moments;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** All notes of a reader in a course: to read, to print and to take along. */
@Path("/courses/{course}/notes")
@Authenticated
public class NotebookPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Settings settings;

  NotebookPages(Viewer viewer, Shelf shelf, Settings settings) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.settings = settings;
  }

  @CheckedTemplate(basePath = "margin")
  static class Templates {
    private Templates() {}

    static native TemplateInstance notebook(Course course, String title, List<Entry> entries, String done);
  }

  /**
   * A note in the list.
   *
   * @param title of the unit, in the reader's language where the course still has it
   * @param there whether the course still has the unit
   */
  record Entry(String unit, String title, boolean there, String text, String changed) {}

  @GET
  public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    return Templates.notebook(found, found.title().in(viewer.language()), entries(found), done == null ? "" : done);
  }

  @GET
  @Path("file")
  @Produces("text/plain; charset=UTF-8")
  public Response file(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var text = new StringBuilder(found.title().in(viewer.language())).append("\n");
    for (var entry : entries(found)) {
      text.append("\n## ")
          .append(entry.title())
          .append(" (")
          .append(entry.changed())
          .append(")\n\n")
          .append(entry.text())
          .append("\n");
    }
    return Response.ok(text.toString())
        .header("Content-Disposition", "attachment; filename=\"notes-" + course + ".txt\"")
        .build();
  }

  /** In the order of the course; what it no longer has comes last. */
  private List<Entry> entries(Course course) {
    var units = course.in(viewer.language()).modules().stream().flatMap(module -> module.units().stream()).toList();
    var order = units.stream().map(Unit::id).toList();
    var notes = new ArrayList<>(Note.of(viewer.person(), course.id()));
    notes.sort(Comparator.comparingInt(note -> Math.floorMod(order.indexOf(note.unitId), Integer.MAX_VALUE)));
    return notes.stream().map(note -> {
      var unit = course.in(viewer.language()).unit(note.unitId);
      return new Entry(note.unitId, unit.map(Unit::title).orElse(note.unitTitle), unit.isPresent(), note.text,
          Moments.day(LocalDate.ofInstant(note.changedAt, settings.zone()), viewer.locale()));
    }).toList();
  }
}

package org.lectern.report;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.content.ContentProblem;
import org.lectern.content.Shelf;
import org.lectern.margin.MistakeReport;
import org.lectern.platform.Moments;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The administrator's desk: how everybody stands in every course. */
@Path("/admin")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class DashboardPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Figures figures;
  private final Settings settings;

  DashboardPages(Viewer viewer, Shelf shelf, Figures figures, Settings settings) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.figures = figures;
    this.settings = settings;
  }

  @CheckedTemplate(basePath = "report")
  static class Templates {
    private Templates() {}

    static native TemplateInstance dashboard(List<Shown> courses, List<ContentProblem> problems, long openMistakes);
  }

  /** A course with its figures. */
  record Shown(String title, String asOf, Dashboard board) {}

  @GET
  public TemplateInstance show() {
    var words = Text.bundle(ReportMessages.class, viewer.locale());
    var courses = shelf.library().courses().values().stream().map(course -> {
      var counted = figures.of(course);
      var board = new Dashboard(counted, viewer.locale(), viewer.getDirection().equals("rtl"), viewer.language(),
          state -> words.courseState(state.id()));
      return new Shown(course.title().in(viewer.language()),
          Moments.moment(counted.asOf(), settings.zone(), viewer.locale()), board);
    }).toList();
    return Templates.dashboard(courses, shelf.problems(), MistakeReport.countOpen());
  }
}

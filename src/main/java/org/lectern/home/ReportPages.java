package org.lectern.home;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.ContentProblem;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.margin.MistakeReport;
import org.lectern.people.Account;
import org.lectern.people.Engagements;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What administrators see of courses: how far people have come, and what is wrong in the files. */
@Path("/admin")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class ReportPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;

  ReportPages(Viewer viewer, Shelf shelf, Engagements engagements) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
  }

  @CheckedTemplate(basePath = "home")
  static class Templates {
    private Templates() {}

    static native TemplateInstance administration(
        Collection<Course> courses, List<ContentProblem> problems, long openMistakes, String language);

    static native TemplateInstance progress(CourseReport report, String language);

    static native TemplateInstance contentProblems(List<ContentProblem> problems);
  }

  @GET
  public TemplateInstance desk() {
    return Templates.administration(shelf.library().courses().values(), shelf.problems(), MistakeReport.countOpen(),
        viewer.language());
  }

  @GET
  @Path("content")
  public TemplateInstance content() {
    return Templates.contentProblems(shelf.problems());
  }

  @GET
  @Path("courses/{course}/progress")
  public TemplateInstance progress(@RestPath String course) {
    return Templates.progress(report(course), viewer.language());
  }

  private CourseReport report(String course) {
    return CourseReport.of(shelf.library().course(course).orElseThrow(Problem::notFound), engagements.today());
  }

  @GET
  @Path("courses/{course}/progress.csv")
  @Produces("text/csv; charset=UTF-8")
  public Response progressFile(@RestPath String course) {
    var report = report(course);
    var emails = Account.emails(report.rows().stream().map(CourseReport.Row::person).toList());
    return Response.ok(csv(report, emails))
        .header("Content-Disposition", "attachment; filename=\"progress-" + report.course().id() + "-" + report.day()
            + ".csv\"")
        .build();
  }

  private static String csv(CourseReport report, java.util.Map<UUID, List<String>> emails) {
    var text = new StringWriter();
    try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord("person", "name", "email", "jobNetwork", "path", "provisional", "completed", "units", "passedAt",
          "edition", "asOf");
      for (var row : report.rows()) {
        csv.printRecord(row.person(), harmless(row.name()),
            harmless(String.join(" ", emails.getOrDefault(row.person(), List.of()))),
            row.choice().jobNetwork().orElse(""), row.choice().path().id(), row.choice().isProvisional(),
            row.completed(), row.total(), row.passed().map(Object::toString).orElse(""), report.course().edition(),
            report.day());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Spreadsheets run what begins like a formula; an apostrophe before it makes it text. */
  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}

package org.lectern.margin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Moments;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Paging;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mistakes that readers reported, for administrators. */
@Path("/admin/mistakes")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class ReportedMistakePages {

  private static final int PAGE = 50;

  private final Viewer viewer;
  private final Settings settings;
  private final MistakeReports reports;

  ReportedMistakePages(Viewer viewer, Settings settings, MistakeReports reports) {
    this.viewer = viewer;
    this.settings = settings;
    this.reports = reports;
  }

  @CheckedTemplate(basePath = "margin")
  static class Templates {
    private Templates() {}

    static native TemplateInstance mistakes(Paging<Line> reports, boolean open, long openCount, long handledCount);
  }

  /**
   * A report in the list.
   *
   * @param handled the day; null as long as it is open
   */
  record Line(MistakeReport report, String reporter, String reported, @Nullable String handled, String handler) {}

  @GET
  public TemplateInstance open(@RestQuery @Nullable String page) {
    return list(true, page);
  }

  @GET
  @Path("handled")
  public TemplateInstance handled(@RestQuery @Nullable String page) {
    return list(false, page);
  }

  @POST
  @Path("{report}/handling")
  public Response handle(@RestPath UUID report, @RestForm @Nullable String page) {
    reports.handle(report, viewer.person());
    return OwnAddress.seeOther("/admin/mistakes?page=" + Paging.number(page)).build();
  }

  private TemplateInstance list(boolean open, @Nullable String page) {
    var openCount = MistakeReport.count(true);
    var handledCount = MistakeReport.count(false);
    var lines = Paging.of(MistakeReport.list(open), open ? openCount : handledCount, page, PAGE).map(this::line);
    return Templates.mistakes(lines, open, openCount, handledCount);
  }

  private Line line(MistakeReport.Named named) {
    var report = named.report();
    var handler = named.handler();
    return new Line(report, named.reporter(), day(report.reportedAt),
        report.handledAt == null ? null : day(report.handledAt), handler == null ? "" : handler);
  }

  private String day(Instant instant) {
    return Moments.day(LocalDate.ofInstant(instant, settings.zone()), viewer.locale());
  }
}

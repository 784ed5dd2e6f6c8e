package org.lectern.report;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.content.ContentProblem;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.platform.Moments;
import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Lists for administrators, each with the file of exactly what it shows. */
@Path("/admin")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class ReportPages {

  private static final String CSV = "text/csv; charset=UTF-8";

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;
  private final PeopleList people;
  private final ProgressList progress;
  private final CertificateList certificates;

  ReportPages(
      Viewer viewer,
      Shelf shelf,
      Engagements engagements,
      PeopleList people,
      ProgressList progress,
      CertificateList certificates) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
    this.people = people;
    this.progress = progress;
    this.certificates = certificates;
  }

  @CheckedTemplate(basePath = "report")
  static class Templates {
    private Templates() {}

    static native TemplateInstance people(Table table);

    static native TemplateInstance progress(Table table, String course, String day);

    static native TemplateInstance certificates(Table table);

    static native TemplateInstance contentProblems(List<ContentProblem> problems);
  }

  @GET
  @Path("people")
  public TemplateInstance people(@Context UriInfo uri) {
    return Templates.people(people.table(peopleListing(uri).shown(), viewer.locale()));
  }

  private Listing peopleListing(UriInfo uri) {
    return people.listing(PeopleList.PATH, uri);
  }

  @GET
  @Path("people.csv")
  @Produces(CSV)
  public Response peopleFile(@Context UriInfo uri) {
    var listing = peopleListing(uri);
    var day = engagements.today();
    return CsvFile.answer("people-" + day, List.of("person", "name", "email", "jobNetwork", "department",
        "dutyStation", "account", "joinedAt", "asOf"),
        file -> people.each(listing, row -> file.row(row.id(), row.name(), row.emails(), row.jobNetworks(),
            row.departments(), row.dutyStations(), row.open() ? "open" : "disabled", row.joined(), day)));
  }

  @GET
  @Path("courses/{course}/progress")
  public TemplateInstance progress(@RestPath String course, @Context UriInfo uri) {
    var found = course(course);
    return Templates.progress(progress.table(found, progress(found, uri).shown(), viewer.locale()),
        found.title().in(viewer.language()), Moments.day(engagements.today(), viewer.locale()));
  }

  private Course course(String id) {
    return shelf.library().course(id).orElseThrow(Problem::notFound);
  }

  private Listing progress(Course course, UriInfo uri) {
    return Listing.of(ProgressList.path(course), uri.getQueryParameters(), ProgressList.FILTERS,
        Table.sorted(progress.columns()));
  }

  @GET
  @Path("courses/{course}/progress.csv")
  @Produces(CSV)
  public Response progressFile(@RestPath String course, @Context UriInfo uri) {
    var found = course(course);
    var listing = progress(found, uri);
    var day = engagements.today();
    return CsvFile.answer("progress-" + found.id() + "-" + day, List.of("person", "name", "email", "jobNetwork", "path",
        "provisional", "completed", "units", "passedAt", "edition", "asOf", "state", "department", "dutyStation"),
        file -> progress.each(found, listing, row -> file.row(row.id(), row.name(), row.emails(), row.network(),
            row.path(), row.network().isEmpty(), row.done(), row.total(), row.passed().map(Object::toString).orElse(""),
            found.edition(), day, row.state().id(), row.departments(), row.dutyStations())));
  }

  @GET
  @Path("certificates")
  public TemplateInstance certificates(@Context UriInfo uri) {
    return Templates.certificates(certificates.table(certificateListing(uri).shown(), viewer.locale()));
  }

  /** The latest first, unless the address says otherwise. */
  private Listing certificateListing(UriInfo uri) {
    var listing = Listing.of(CertificateList.PATH, uri.getQueryParameters(), CertificateList.FILTERS,
        Table.sorted(certificates.columns()));
    return uri.getQueryParameters().containsKey("sort")
        ? listing
        : new Listing(listing.path(), listing.filters(), listing.sort(), true, listing.page());
  }

  @GET
  @Path("certificates.csv")
  @Produces(CSV)
  public Response certificatesFile(@Context UriInfo uri) {
    var listing = certificateListing(uri);
    var day = engagements.today();
    return CsvFile.answer("certificates-" + day, List.of("serial", "person", "name", "course",
        "issuedAt", "state", "asOf"),
        file -> certificates.each(listing, row -> file.row(row.serial(), row.person(), row.name(), row.course(),
            row.issued(), row.state(), day)));
  }

  @GET
  @Path("content")
  public TemplateInstance content() {
    return Templates.contentProblems(shelf.problems());
  }
}

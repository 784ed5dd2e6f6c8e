package org.lectern.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.ContentProblem;
import org.lectern.content.Shelf;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.people.Account;
import org.lectern.people.Engagement;
import org.lectern.people.Engagements;
import org.lectern.people.Person;
import org.lectern.platform.Paging;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;
import org.lectern.report.CourseState;
import org.lectern.report.Figures;
import org.lectern.report.PeopleList;

/** The administrator's desk, for programs. */
@Path("/api/v1/admin")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class Administration {

  private static final int STATEMENTS = 100;

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;
  private final PeopleList people;
  private final Figures figures;

  Administration(Viewer viewer, Shelf shelf, Engagements engagements, PeopleList people, Figures figures) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
    this.people = people;
    this.figures = figures;
  }

  /** One page of people. */
  public record People(List<Entry> people, int page, int pages, long total) {}

  /** A person in the list; without a job network when none is known today. */
  public record Entry(
      UUID id,
      String name,
      List<String> emails,
      @Nullable String jobNetwork,
      @Nullable String department,
      @Nullable String dutyStation,
      boolean open) {
    static Entry of(PeopleList.Row row) {
      return new Entry(row.id(), row.name(), row.emails().isEmpty() ? List.of() : List.of(row.emails().split(" ")),
          known(row.jobNetworks()), known(row.departments()), known(row.dutyStations()), row.open());
    }

    private static @Nullable String known(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** A person with everything that was ever recorded of their engagements, the latest first. */
  public record PersonView(UUID id, String name, List<String> emails, List<EngagementView> engagements) {}

  /** An engagement: when it held, and when that was known. */
  public record EngagementView(
      @Nullable String jobNetwork,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      Instant recordedAt,
      UUID recordedBy,
      @Nullable Instant replacedAt) {
    static EngagementView of(Engagement engagement) {
      return new EngagementView(engagement.jobNetwork, engagement.validFrom, engagement.validTo, engagement.recordedAt,
          engagement.recordedBy, engagement.replacedAt);
    }
  }

  /** A registration. */
  public record RegistrationView(UUID id, String course, int number, String edition, Instant openedAt) {
    static RegistrationView of(Registration registration) {
      return new RegistrationView(registration.id, registration.courseId, registration.number, registration.edition,
          registration.openedAt);
    }
  }

  /** A statement. */
  public record StatementView(
      UUID id,
      UUID registration,
      String verb,
      String activity,
      List<String> response,
      @Nullable Boolean success,
      @Nullable Integer score,
      String edition,
      String language,
      Instant timestamp,
      Instant stored,
      UUID authority,
      @Nullable UUID voids) {
    static StatementView of(Statement statement) {
      return new StatementView(statement.id, statement.registrationId, statement.verb.id(), statement.activity,
          statement.responses(), statement.success, statement.score, statement.edition, statement.language,
          statement.timestamp, statement.stored, statement.authority, statement.voids);
    }
  }

  /** One page of statements, the newest first. */
  public record Statements(List<StatementView> statements, int page, int pages, long total) {}

  /** A change of job network. */
  public record NewEngagement(@Nullable String jobNetwork, @Nullable String validFrom) {}

  /** How far people have come on a path. */
  public record PathProgress(
      String path, long people, long notStarted, long underWay, long toBeAssessed, long passed) {}

  @GET
  @Path("people")
  @Operation(description = "Takes the filters of the screen: search, department, dutyStation, jobNetwork, account; sort, page.")
  public People people(@Context UriInfo uri) {
    var listing = people.listing("/api/v1/admin/people", uri);
    var rows = people.rows(listing).stream().map(Entry::of).toList();
    var found = new Paging<>(rows, listing.page(), PeopleList.ROWS, people.found(listing));
    return new People(found.rows(), found.number(), found.pages(), found.total());
  }

  @GET
  @Path("people/{id}")
  public PersonView person(@RestPath UUID id) {
    var person = Person.find(id).orElseThrow(Problem::notFound);
    return new PersonView(id, person.name, Account.of(id).stream().map(account -> account.email).toList(),
        Engagement.history(id).stream().map(EngagementView::of).toList());
  }

  @POST
  @Path("people/{id}/engagements")
  public Response setJobNetwork(@RestPath UUID id, @Nullable NewEngagement engagement) {
    var person = Person.find(id).orElseThrow(Problem::notFound);
    var said = engagement == null ? new NewEngagement(null, null) : engagement;
    var from = said.validFrom() == null
        ? engagements.today()
        : Dates.parse(said.validFrom())
            .orElseThrow(
                () -> new Problem(422, "invalid-date",
                    Text.of(AdministrationMessages.class, AdministrationMessages::dateWrong)));
    engagements.setJobNetwork(person.id, said.jobNetwork(), from, viewer.person());
    return Response.status(201).entity(person(id)).build();
  }

  @GET
  @Path("people/{id}/registrations")
  public List<RegistrationView> registrations(@RestPath UUID id) {
    var person = Person.find(id).orElseThrow(Problem::notFound);
    return Registration.of(person.id).stream().map(RegistrationView::of).toList();
  }

  @GET
  @Path("people/{id}/statements")
  public Statements statements(@RestPath UUID id, @RestQuery @Nullable Integer page) {
    var person = Person.find(id).orElseThrow(Problem::notFound);
    var number = page == null ? 1 : Math.clamp(page, 1, Paging.LAST);
    var history = Statement.history(person.id);
    var rows = new Paging<>(history.page(number - 1, STATEMENTS).list(), number, STATEMENTS, history.count());
    return new Statements(rows.rows().stream().map(StatementView::of).toList(), number, rows.pages(), rows.total());
  }

  @GET
  @Path("courses/{course}/progress")
  public List<PathProgress> progress(@RestPath String course) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    return figures.of(found)
        .paths()
        .stream()
        .map(path -> new PathProgress(path.item(), path.people(), path.in(CourseState.NOT_STARTED),
            path.in(CourseState.UNDER_WAY), path.in(CourseState.TO_BE_ASSESSED), path.passed()))
        .toList();
  }

  @GET
  @Path("content-problems")
  public List<ContentProblem> contentProblems() {
    return shelf.problems();
  }
}

package org.lectern.administration;

import java.util.List;
import java.util.Map;
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
import org.lectern.assessment.Attempt;
import org.lectern.certificate.Certificate;
import org.lectern.content.JobNetwork;
import org.lectern.content.Shelf;
import org.lectern.learning.Progress;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.people.Account;
import org.lectern.people.Administrator;
import org.lectern.people.AuditEntry;
import org.lectern.people.Engagement;
import org.lectern.people.Engagements;
import org.lectern.people.Person;
import org.lectern.people.Sessions;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Paging;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** People, for administrators. */
@Path("/admin")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class PeoplePages {

  private static final int STATEMENTS = 50;

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;
  private final Sessions sessions;

  PeoplePages(Viewer viewer, Shelf shelf, Engagements engagements, Sessions sessions) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
    this.sessions = sessions;
  }

  @CheckedTemplate(basePath = "administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance person(PersonFile file, List<JobNetwork> jobNetworks, FormErrors errors,
        NetworkForm form);
  }

  /** The fields of the form, as they were typed. */
  record NetworkForm(String jobNetwork, String validFrom) {}

  /** Everything that the page of a person shows. */
  record PersonFile(
      Person person,
      List<Account> accounts,
      long sessions,
      boolean administrator,
      List<Engagement> engagements,
      List<Progress> courses,
      List<Registration> registrations,
      List<Attempt> attempts,
      List<Certificate> certificates,
      List<AuditEntry> changes,
      Map<UUID, String> names,
      Paging<Statement> statements) {

    public PersonFile {
      accounts = List.copyOf(accounts);
    }

    public boolean isDisabled() {
      return !accounts.isEmpty() && accounts.stream().allMatch(account -> account.disabledAt != null);
    }

    public boolean isOpen() {
      return accounts.stream().anyMatch(account -> account.disabledAt == null);
    }

    /** The name of somebody who changed something. */
    public String nameOf(UUID administrator) {
      return names.getOrDefault(administrator, administrator.toString());
    }

    public String address() {
      return "/admin/people/" + person.id;
    }
  }

  @GET
  @Path("people/{id}")
  public TemplateInstance show(@RestPath UUID id, @RestQuery @Nullable String page) {
    var form = new NetworkForm("", engagements.today().toString());
    return page(id, page, new FormErrors(viewer.locale()), form);
  }

  private TemplateInstance page(UUID id, @Nullable String page, FormErrors errors, NetworkForm form) {
    var person = Person.find(id).orElseThrow(Problem::notFound);
    var registrations = Registration.of(id);
    var started = shelf.library()
        .courses()
        .values()
        .stream()
        .filter(course -> registrations.stream().anyMatch(registration -> registration.courseId.equals(course.id())))
        .toList();
    var history = Statement.history(id);
    var statements = Paging.<Statement>of(history, history.count(), page, STATEMENTS);
    var changes = AuditEntry.about(id.toString())
        .stream()
        .filter(entry -> entry.actor != null && !entry.actor.equals(id))
        .toList();
    var file = new PersonFile(person, Account.of(id), sessions.count(id), Administrator.is(id), Engagement.history(id),
        Progress.ofAll(started, viewer.language(), id, engagements.today()), registrations, Attempt.of(id),
        Certificate.of(id), changes, Person.names(changes.stream().map(entry -> entry.actor).distinct().toList()),
        statements);
    // Also those of the past and of the future: whoever chooses a day chooses what is in use on it.
    return Templates.person(file, shelf.library().jobNetworks(), errors, form);
  }

  @POST
  @Path("people/{id}/engagements")
  public Response setJobNetwork(
      @RestPath UUID id, @RestForm @Nullable String jobNetwork, @RestForm @Nullable String validFrom) {
    var form = new NetworkForm(jobNetwork == null ? "" : jobNetwork, validFrom == null ? "" : validFrom);
    var errors = new FormErrors(viewer.locale());
    var from = Dates.parse(form.validFrom());
    if (from.isEmpty()) {
      errors.add("validFrom", Text.of(AdministrationMessages.class, AdministrationMessages::dateWrong));
    }
    if (from.isPresent() && !form.jobNetwork().isEmpty() && shelf.library()
        .jobNetworksOn(from.get())
        .stream()
        .noneMatch(network -> network.code().equals(form.jobNetwork()))) {
      errors.add("jobNetwork", Text.of(AdministrationMessages.class, AdministrationMessages::jobNetworkUnknown));
    }
    if (!errors.isEmpty()) {
      return Response.status(422).entity(page(id, null, errors, form)).build();
    }
    var person = Person.find(id).orElseThrow(Problem::notFound);
    engagements.setJobNetwork(person.id, form.jobNetwork().isEmpty() ? null : form.jobNetwork(), from.orElseThrow(),
        viewer.person());
    return OwnAddress.seeOther("/admin/people/" + id).build();
  }
}

package org.lectern.administration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.administration.BulkItem.Outcome;
import org.lectern.content.JobNetwork;
import org.lectern.content.Shelf;
import org.lectern.people.Engagements;
import org.lectern.people.Person;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Paging;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;
import org.lectern.report.ChosenPeople;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Changes of many people: choose, look at what will happen, confirm, see what came of it. */
@Path("/admin/changes")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class BulkPages {

  private static final int LATEST = 50;
  private static final int ROWS = 100;

  private final Viewer viewer;
  private final Shelf shelf;
  private final Engagements engagements;
  private final ChosenPeople chosen;
  private final Bulk bulk;
  private final BulkWorker worker;

  BulkPages(
      Viewer viewer, Shelf shelf, Engagements engagements, ChosenPeople chosen, Bulk bulk, BulkWorker worker) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.engagements = engagements;
    this.chosen = chosen;
    this.bulk = bulk;
    this.worker = worker;
  }

  @CheckedTemplate(basePath = "administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance changes(List<BulkChange> changes, Map<UUID, String> names);

    static native TemplateInstance newChange(Choice choice, ChangeForm form, List<JobNetwork> networks,
        FormErrors errors);

    static native TemplateInstance change(ChangeView view);
  }

  /**
   * Whom a change is to concern: those who were marked, or all of a list.
   *
   * @param list the address of the list, where all of it are meant
   */
  record Choice(List<UUID> people, String list, long count) {}

  /** A change with the people of one outcome. */
  record ChangeView(
      BulkChange change,
      Map<Outcome, Long> counts,
      Outcome shown,
      Paging<BulkItem> items,
      Map<UUID, String> names) {

    public long count(Outcome outcome) {
      return counts.getOrDefault(outcome, 0L);
    }

    public List<Outcome> outcomes() {
      return Arrays.stream(Outcome.values()).filter(outcome -> count(outcome) > 0).toList();
    }

    public long planned() {
      return count(Outcome.PLANNED);
    }

    public long all() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long finished() {
      return all() - planned();
    }

    public String address() {
      return "/admin/changes/" + change.id;
    }

    public String name(UUID person) {
      return names.getOrDefault(person, person.toString());
    }

    /** What the change says, field by field. */
    public Map<String, String> values() {
      return change.values().byName();
    }
  }

  @GET
  public TemplateInstance list() {
    var changes = BulkChange.latest(LATEST);
    return Templates.changes(changes, Person.names(changes.stream().map(change -> change.createdBy).toList()));
  }

  @GET
  @Path("new")
  public TemplateInstance choose(
      @RestQuery @Nullable List<UUID> person, @RestQuery @Nullable String list, @RestQuery @Nullable String of) {
    var choice = "all".equals(of) && list != null
        ? new Choice(List.of(), list, chosen.of(list, Bulk.MOST + 1).size())
        : marked(person);
    return form(choice, ChangeForm.empty(engagements.today()), new FormErrors(viewer.locale()));
  }

  private static Choice marked(@Nullable List<UUID> people) {
    var marked = people == null ? List.<UUID>of() : List.copyOf(new LinkedHashSet<>(people));
    return new Choice(marked, "", marked.size());
  }

  private TemplateInstance form(Choice choice, ChangeForm form, FormErrors errors) {
    return Templates.newChange(choice, form, shelf.library().jobNetworks(), errors);
  }

  /** Keeps what is to happen, and shows it; a marked person or list that is not there is nobody. */
  @POST
  public Response draft(MultivaluedMap<String, String> fields) {
    var form = ChangeForm.of(fields);
    var errors = new FormErrors(viewer.locale());
    var list = fields.getFirst("list");
    var people = list == null || list.isEmpty() ? marked(ids(fields)).people() : chosen.of(list, Bulk.MOST + 1);
    if (people.isEmpty()) {
      errors.add("people", text(AdministrationMessages::nobodyChosen));
    } else if (people.size() > Bulk.MOST) {
      errors.add("people", text(words -> words.tooManyChosen(Bulk.MOST)));
    }
    var plan = form.plan(shelf.library(), list == null ? "" : list, errors);
    if (plan.isEmpty() || !errors.isEmpty()) {
      var choice = new Choice(list == null || list.isEmpty() ? people : List.of(), list == null ? "" : list,
          people.size());
      return Response.status(422).entity(form(choice, form, errors)).build();
    }
    var known = Person.names(people).keySet();
    var there = people.stream().filter(known::contains).toList();
    return OwnAddress.seeOther("/admin/changes/" + bulk.draft(plan.get(), there, viewer.person())).build();
  }

  private static List<UUID> ids(MultivaluedMap<String, String> fields) {
    try {
      return fields.getOrDefault("person", List.of()).stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException noId) {
      throw Problem.notFound();
    }
  }

  static Text text(java.util.function.Function<AdministrationMessages, String> message) {
    return Text.of(AdministrationMessages.class, message);
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(
      @RestPath UUID id, @RestQuery @Nullable String outcome, @RestQuery @Nullable String page) {
    var change = BulkChange.find(id).orElseThrow(Problem::notFound);
    var counts = BulkItem.counts(id);
    var shown = Arrays.stream(Outcome.values())
        .filter(one -> one.id().equals(outcome))
        .findFirst()
        .or(() -> Arrays.stream(Outcome.values()).filter(counts::containsKey).findFirst())
        .orElse(Outcome.PLANNED);
    var items = Paging.<BulkItem>of(BulkItem.of(id, shown), counts.getOrDefault(shown, 0L), page, ROWS);
    var people = Stream.concat(items.rows().stream().map(item -> item.personId),
        Stream.of(change.createdBy, change.actor()));
    return Templates.change(new ChangeView(change, counts, shown, items, Person.names(people.distinct().toList())));
  }

  @POST
  @Path("{id}/confirmation")
  public Response confirm(@RestPath UUID id) {
    var change = BulkChange.find(id).orElseThrow(Problem::notFound);
    bulk.confirm(change.id, viewer.person());
    worker.begin(change.id);
    return OwnAddress.seeOther("/admin/changes/" + change.id).build();
  }

  @POST
  @Path("{id}/discard")
  public Response discard(@RestPath UUID id) {
    var change = BulkChange.find(id).orElseThrow(Problem::notFound);
    bulk.discard(change.id, viewer.person());
    return OwnAddress.seeOther("/admin/changes/" + change.id).build();
  }
}

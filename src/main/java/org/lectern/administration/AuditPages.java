package org.lectern.administration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.people.AuditEntry;
import org.lectern.people.Person;
import org.lectern.platform.Paging;
import org.lectern.platform.Viewer;
import org.lectern.report.Listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The audit trail, for administrators. */
@Path("/admin/audit")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class AuditPages {

  private static final int PAGE = 100;

  @CheckedTemplate(basePath = "administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance audit(Paging<Line> lines, String search);
  }

  /** A line of the trail, with the name of whoever did it where it is known. */
  record Line(AuditEntry entry, String name) {}

  @GET
  public TemplateInstance show(@RestQuery @Nullable String search, @RestQuery @Nullable String page) {
    var word = Listing.word(search);
    var found = AuditEntry.search(word);
    var entries = Paging.<AuditEntry>of(found, found.count(), page, PAGE);
    var names = names(entries.rows());
    var lines = entries.map(entry -> new Line(entry, entry.actor == null ? "" : names.getOrDefault(entry.actor, "")));
    return Templates.audit(lines, word);
  }

  private static Map<UUID, String> names(List<AuditEntry> entries) {
    var actors = entries.stream().map(entry -> entry.actor).filter(Objects::nonNull).distinct().toList();
    return actors.isEmpty() ? Map.of() : Person.names(actors);
  }
}

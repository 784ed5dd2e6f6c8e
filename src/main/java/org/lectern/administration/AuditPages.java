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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The audit trail, for administrators. */
@Path("/admin/audit")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class AuditPages {

  private static final int PAGE = 100;
  private static final int LONGEST_WORD = 100;

  @CheckedTemplate(basePath = "administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance audit(Paging<Line> lines, String search);
  }

  /** A line of the trail, with the name of whoever did it where it is known. */
  record Line(AuditEntry entry, String name) {}

  @GET
  public TemplateInstance show(@RestQuery @Nullable String search, @RestQuery @Nullable Integer page) {
    var word = search == null ? "" : search.strip();
    var number = page == null ? 1 : Math.max(1, page);
    var found = AuditEntry.search(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
    List<AuditEntry> entries = found.page(number - 1, PAGE).list();
    var names = names(entries);
    var lines = entries.stream()
        .map(entry -> new Line(entry, entry.actor == null ? "" : names.getOrDefault(entry.actor, "")))
        .toList();
    return Templates.audit(new Paging<>(lines, number, PAGE, found.count()), word);
  }

  private static Map<UUID, String> names(List<AuditEntry> entries) {
    var actors = entries.stream().map(entry -> entry.actor).filter(Objects::nonNull).distinct().toList();
    return actors.isEmpty() ? Map.of() : Person.names(actors);
  }
}

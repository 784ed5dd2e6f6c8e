package org.lectern.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Shelf;
import org.lectern.people.Account;
import org.lectern.people.EngagementChange;
import org.lectern.people.PersonFields;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Engagements from a file. Nothing is kept of a file with a mistake; a good one becomes a draft to look at. */
@Path("/admin/changes/file")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class ImportPages {

  private static final int LOOKED_UP_AT_ONCE = 1_000;
  private static final int LONGEST_NAME = 200;

  private final Viewer viewer;
  private final Shelf shelf;
  private final Bulk bulk;

  ImportPages(Viewer viewer, Shelf shelf, Bulk bulk) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.bulk = bulk;
  }

  @CheckedTemplate(basePath = "administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance importFile(FormErrors errors, List<Told> mistakes, int limit);
  }

  /** A mistake in the reader's language; line 0 is the file as a whole. */
  record Told(int line, String text) {}

  @GET
  public TemplateInstance ask() {
    return page(new FormErrors(viewer.locale()), List.of());
  }

  private TemplateInstance page(FormErrors errors, List<EngagementFile.Mistake> mistakes) {
    var told = mistakes.stream().map(mistake -> new Told(mistake.line(), mistake.text().in(viewer.locale()))).toList();
    return Templates.importFile(errors, told, EngagementFile.MOST_LINES);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@RestForm("file") @Nullable FileUpload file) {
    var errors = new FormErrors(viewer.locale());
    if (file == null || file.size() == 0) {
      errors.add("file", BulkPages.text(AdministrationMessages::fileMissing));
      return Response.status(422).entity(page(errors, List.of())).build();
    }
    var reading = EngagementFile.read(bytes(file), shelf.library());
    var mistakes = new ArrayList<>(reading.mistakes());
    var entries = mistakes.isEmpty() ? entries(reading.lines(), mistakes) : List.<Bulk.Entry>of();
    if (!mistakes.isEmpty()) {
      return Response.status(422).entity(page(errors, mistakes)).build();
    }
    var plan = new Bulk.Plan(BulkChange.Kind.ENGAGEMENT, new EngagementChange(Map.of()), null, name(file));
    return OwnAddress.seeOther("/admin/changes/" + bulk.draftOf(plan, entries, viewer.person())).build();
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(FileUpload file) {
    var name = file.fileName();
    return PersonFields.isPrintable(name) ? name.substring(0, Math.min(LONGEST_NAME, name.length())) : "csv";
  }

  private static List<Bulk.Entry> entries(
      List<EngagementFile.Line> lines, List<EngagementFile.Mistake> mistakes) {
    var holders = new HashMap<String, UUID>();
    for (var start = 0; start < lines.size(); start += LOOKED_UP_AT_ONCE) {
      var some = lines.subList(start, Math.min(lines.size(), start + LOOKED_UP_AT_ONCE));
      holders.putAll(Account.holders(some.stream().map(EngagementFile.Line::email).toList()));
    }
    var entries = new ArrayList<Bulk.Entry>();
    var seen = new HashMap<UUID, Integer>();
    for (var line : lines) {
      var person = holders.get(line.email());
      var before = person == null ? null : seen.putIfAbsent(person, line.number());
      if (person == null) {
        mistakes.add(new EngagementFile.Mistake(line.number(), BulkPages.text(AdministrationMessages::cellNobody)));
      } else if (before != null) {
        mistakes.add(new EngagementFile.Mistake(line.number(), BulkPages.text(words -> words.samePerson(before))));
      } else {
        entries.add(new Bulk.Entry(person, line.number(), line.values(), line.from()));
      }
    }
    return entries;
  }
}

package org.lectern.certificate;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.certificate.CertificateState.Issued;
import org.lectern.certificate.CertificateState.Replaced;
import org.lectern.people.Person;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A certificate as its holder sees it, and what an administrator does to it. */
@Path("/certificates")
@Authenticated
public class CertificatePages {

  /** What a page can say was done, after a redirect. */
  private static final Set<String> DONE = Set.of("revoked", "already-revoked", "reissued", "already-replaced");

  private final Viewer viewer;
  private final Settings settings;
  private final CertificateAccess access;
  private final Corrections corrections;

  CertificatePages(Viewer viewer, Settings settings, CertificateAccess access, Corrections corrections) {
    this.viewer = viewer;
    this.settings = settings;
    this.access = access;
    this.corrections = corrections;
  }

  @CheckedTemplate(basePath = "certificate")
  static class Templates {
    private Templates() {}

    static native TemplateInstance certificate(Verification verification, List<Change> changes, String done);

    static native TemplateInstance revocation(
        Verification verification, String reason, String publicText, FormErrors errors);

    static native TemplateInstance reissue(
        Verification verification, String presentName, String reason, String name, FormErrors errors);
  }

  /** A change of a certificate, for administrators. */
  record Change(CertificateChange change, String administrator) {

    static List<Change> of(Serial serial) {
      return CertificateChange.of(serial)
          .stream()
          .map(change -> new Change(change,
              Person.find(change.changedBy).map(person -> person.name).orElse("")))
          .toList();
    }
  }

  @GET
  @Path("{serial}")
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance show(@RestPath String serial, @RestQuery @Nullable String done) {
    var certificate = access.certificate(serial);
    var changes = viewer.isAdministrator() ? Change.of(certificate.serial()) : List.<Change>of();
    return Templates.certificate(verification(certificate), changes, done != null && DONE.contains(done) ? done : "");
  }

  /** The PDF, with its public hash as entity tag. */
  @GET
  @Path("{serial}.pdf")
  public Response download(@RestPath String serial, @Context Request request) {
    var certificate = access.certificate(serial);
    var tag = new EntityTag(CertificateFile.sha256Of(certificate.serial()));
    var unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).header("Cache-Control", "private, no-cache").build();
    }
    var file = CertificateFile.find(certificate.serial()).orElseThrow();
    return Response.ok(file.bytes, "application/pdf")
        .tag(tag)
        .header("Cache-Control", "private, no-cache")
        .header("Content-Disposition", "attachment; filename=\"" + fileName(certificate) + "\"")
        .build();
  }

  /** Letters, digits and hyphens only, whatever the course is called. */
  private static String fileName(Certificate certificate) {
    return "certificate-" + certificate.courseId.replaceAll("[^A-Za-z0-9-]", "-") + "-" + certificate.serial + ".pdf";
  }

  /** Asks before revoking, and says what will happen. */
  @GET
  @Path("{serial}/revocation")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Viewer.ADMINISTRATOR)
  public Response askRevocation(@RestPath String serial) {
    var certificate = access.certificate(serial);
    if (!(certificate.state() instanceof Issued)) {
      return seeOther(certificate.serial, "");
    }
    return Response.ok(Templates.revocation(verification(certificate), "", "", noErrors())).build();
  }

  @POST
  @Path("{serial}/revocation")
  @RolesAllowed(Viewer.ADMINISTRATOR)
  public Response revoke(
      @RestPath String serial, @RestForm @Nullable String reason, @RestForm @Nullable String publicText) {
    var certificate = access.certificate(serial);
    var errors = noErrors();
    var why = CorrectionFields.reason(reason, errors);
    var text = CorrectionFields.publicText(publicText, errors);
    if (!errors.isEmpty()) {
      return Response.status(422)
          .entity(Templates.revocation(verification(certificate), why, text.orElse(""), errors))
          .build();
    }
    var ground = new Corrections.Ground(viewer.person(), why);
    return switch (corrections.revoke(certificate.serial(), ground, text)) {
      case Corrections.Revocation.Done done -> seeOther(certificate.serial, "revoked");
      case Corrections.Revocation.AlreadyRevoked already -> seeOther(certificate.serial, "already-revoked");
      case Corrections.Revocation.AlreadyReplaced already -> seeOther(certificate.serial, "already-replaced");
    };
  }

  /** Asks before issuing again, and says what will happen. */
  @GET
  @Path("{serial}/reissue")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Viewer.ADMINISTRATOR)
  public Response askReissue(@RestPath String serial) {
    var certificate = access.certificate(serial);
    if (certificate.state() instanceof Replaced) {
      return seeOther(certificate.serial, "already-replaced");
    }
    return Response.ok(reissuePage(certificate, "", "", noErrors())).build();
  }

  @POST
  @Path("{serial}/reissue")
  @RolesAllowed(Viewer.ADMINISTRATOR)
  public Response reissue(@RestPath String serial, @RestForm @Nullable String reason, @RestForm @Nullable String name) {
    var certificate = access.certificate(serial);
    var errors = noErrors();
    var why = CorrectionFields.reason(reason, errors);
    var newName = CorrectionFields.name(name, errors);
    if (!errors.isEmpty()) {
      return Response.status(422).entity(reissuePage(certificate, why, newName.orElse(""), errors)).build();
    }
    var ground = new Corrections.Ground(viewer.person(), why);
    return switch (corrections.reissue(certificate.serial(), ground, newName)) {
      case Corrections.Reissue.Done done -> seeOther(done.successor().text(), "reissued");
      case Corrections.Reissue.AlreadyReplaced already -> seeOther(certificate.serial, "already-replaced");
    };
  }

  private TemplateInstance reissuePage(Certificate certificate, String reason, String name, FormErrors errors) {
    var presentName = Corrections.presentName(certificate);
    return Templates.reissue(verification(certificate), presentName, reason, name, errors);
  }

  private Verification verification(Certificate certificate) {
    return Verification.of(certificate, settings.zone());
  }

  private FormErrors noErrors() {
    return new FormErrors(viewer.locale());
  }

  private static Response seeOther(String serial, String done) {
    return OwnAddress.seeOther("/certificates/" + serial + (done.isEmpty() ? "" : "?done=" + done)).build();
  }
}

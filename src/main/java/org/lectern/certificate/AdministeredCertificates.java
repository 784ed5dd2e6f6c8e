package org.lectern.certificate;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What administrators do to certificates, for programs. */
@Path("/api/v1/admin/certificates")
@RolesAllowed(Viewer.ADMINISTRATOR)
public class AdministeredCertificates {

  private final Viewer viewer;
  private final Settings settings;
  private final CertificateAccess access;
  private final Corrections corrections;

  AdministeredCertificates(Viewer viewer, Settings settings, CertificateAccess access, Corrections corrections) {
    this.viewer = viewer;
    this.settings = settings;
    this.access = access;
    this.corrections = corrections;
  }

  /** Why it is revoked, and what everybody may know. */
  public record RevocationRequest(@Nullable String reason, @Nullable String publicText) {}

  /** Why it is issued again, and the name to print; the person's present name without one. */
  public record ReissueRequest(@Nullable String reason, @Nullable String name) {}

  /** Revokes a certificate; the same request again answers the same. */
  @POST
  @Path("{serial}/revocation")
  public Certificates.CertificateView revoke(@RestPath String serial, @Nullable RevocationRequest body) {
    var said = body == null ? new RevocationRequest(null, null) : body;
    var errors = new FormErrors(viewer.locale());
    var ground = new Corrections.Ground(viewer.person(), CorrectionFields.reason(said.reason(), errors));
    var publicText = CorrectionFields.publicText(said.publicText(), errors);
    errors.throwIfAny();
    var wanted = access.certificate(serial).serial();
    return switch (corrections.revoke(wanted, ground, publicText)) {
      case Corrections.Revocation.Done done -> view(wanted);
      case Corrections.Revocation.AlreadyRevoked already -> throw new Problem(409, "already-revoked",
          Text.of(CertificateMessages.class, CertificateMessages::alreadyRevoked));
      case Corrections.Revocation.AlreadyReplaced already -> throw alreadyReplaced(already.successor());
    };
  }

  /** Issues a certificate again: 201 with the new one; 200 with the same when the same request comes again. */
  @POST
  @Path("{serial}/reissue")
  public Response reissue(@RestPath String serial, @Nullable ReissueRequest body) {
    var said = body == null ? new ReissueRequest(null, null) : body;
    var errors = new FormErrors(viewer.locale());
    var ground = new Corrections.Ground(viewer.person(), CorrectionFields.reason(said.reason(), errors));
    Optional<String> name = CorrectionFields.name(said.name(), errors);
    errors.throwIfAny();
    return switch (corrections.reissue(access.certificate(serial).serial(), ground, name)) {
      case Corrections.Reissue.Done done ->
        Response.status(done.fresh() ? 201 : 200).entity(view(done.successor())).build();
      case Corrections.Reissue.AlreadyReplaced already -> throw alreadyReplaced(already.successor());
    };
  }

  /** Read anew: this request has seen the certificate as it was before. */
  private Certificates.CertificateView view(Serial serial) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Certificates.CertificateView.of(Certificate.find(serial).orElseThrow(), settings));
  }

  private static Problem alreadyReplaced(Serial successor) {
    return new Problem(409, "already-replaced",
        Text.of(CertificateMessages.class, messages -> messages.alreadyReplacedBy(successor.text())))
        .with("successor", successor.text());
  }
}

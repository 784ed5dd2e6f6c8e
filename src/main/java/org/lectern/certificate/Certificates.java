package org.lectern.certificate;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.security.Authenticated;

/** One's own certificates, for programs. */
@Path("/api/v1/certificates")
@Authenticated
public class Certificates {

  private final Viewer viewer;
  private final Settings settings;
  private final CertificateAccess access;

  Certificates(Viewer viewer, Settings settings, CertificateAccess access) {
    this.viewer = viewer;
    this.settings = settings;
    this.access = access;
  }

  /**
   * A certificate for whoever may have its file.
   *
   * @param pdf the path of the file on this server
   */
  public record CertificateView(@JsonUnwrapped Verification facts, String pdf) {

    static CertificateView of(Certificate certificate, Settings settings) {
      return new CertificateView(
          Verification.of(certificate, settings.zone()), "/certificates/" + certificate.serial + ".pdf");
    }
  }

  /** All of them, standing or not, the latest first. */
  @GET
  public List<CertificateView> own() {
    return Certificate.of(viewer.person())
        .stream()
        .map(certificate -> CertificateView.of(certificate, settings))
        .toList();
  }

  @GET
  @Path("{serial}")
  public CertificateView one(@RestPath String serial) {
    return CertificateView.of(access.certificate(serial), settings);
  }
}

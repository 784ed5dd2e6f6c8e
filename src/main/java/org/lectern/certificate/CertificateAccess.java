package org.lectern.certificate;

import jakarta.enterprise.context.RequestScoped;

import org.lectern.platform.Problem;
import org.lectern.platform.Viewer;

/** Whose certificates the viewer may see: their own, and all of them as an administrator. */
@RequestScoped
public class CertificateAccess {

  private final Viewer viewer;

  CertificateAccess(Viewer viewer) {
    this.viewer = viewer;
  }

  /**
   * The certificate with this serial.
   *
   * @throws Problem 404 when there is none, or when it is somebody else's
   */
  Certificate certificate(String typed) {
    return Serial.read(typed) instanceof Serial.Reading.Good good
        ? Certificate.find(good.serial()).filter(this::isVisible).orElseThrow(Problem::notFound)
        : none();
  }

  private static Certificate none() {
    throw Problem.notFound();
  }

  private boolean isVisible(Certificate certificate) {
    return viewer.isAdministrator() || certificate.personId.equals(viewer.person());
  }
}

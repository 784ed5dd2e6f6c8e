package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.certificate.CertificateState.Issued;
import org.lectern.certificate.CertificateState.Replaced;
import org.lectern.certificate.CertificateState.Revoked;

class CertificateStateTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Serial successor = Serial.random();

  @Test
  void anIssuedCertificateCanBeReplacedOrRevoked() {
    assertThat(new Issued().replacedBy(successor)).isEqualTo(new Replaced(successor));
    assertThat(new Issued().revoked(NOW, Optional.of("Issued in error")))
        .isEqualTo(new Revoked(NOW, Optional.of("Issued in error")));
  }

  @Test
  void aRevokedCertificateCanOnlyBeReinstatedUnderANewSerial() {
    assertThat(new Revoked(NOW, Optional.empty()).reinstatedAs(successor)).isEqualTo(new Replaced(successor));
  }

  @Test
  void aCertificateKeepsItsState() {
    var certificate = new Certificate();
    certificate.serial = Serial.random().text();
    for (var state : new CertificateState[]{new Issued(), new Revoked(NOW, Optional.of("Text")), new Issued(),
        new Revoked(NOW, Optional.empty()), new Replaced(successor)}) {
      certificate.become(state);
      assertThat(certificate.state()).isEqualTo(state);
      assertThat(certificate.issuedMarker).isEqualTo(state instanceof Issued ? true : null);
    }
  }

  @Test
  void aFileHasTheHashOfItsBytes() {
    var file = new CertificateFile(successor, new byte[]{'a', 'b', 'c'});
    assertThat(file.sha256).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}

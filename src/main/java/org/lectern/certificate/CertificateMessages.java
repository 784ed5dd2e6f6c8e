package org.lectern.certificate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of certificates, of their verification, and of what administrators do to them. */
@MessageBundle("certificate")
public interface CertificateMessages {

  @Message("The course's files are away at the moment, so its certificate cannot be made. Nothing that you answered is lost: submit again later.")
  String courseAway();

  @Message("Certificate of completion")
  String sheetTitle();

  @Message("modules {numbers}")
  String modules(String numbers);

  @Message("{minutes} minutes")
  String minutes(int minutes);

  @Message("Version {version}")
  String version(String version);

  @Message("Completed on {day}")
  String completedOnDay(String day);

  @Message("Issued again on {day}")
  String issuedAgainOnDay(String day);

  @Message("Replaces {serial}")
  String replacesSerial(String serial);

  @Message("Check this certificate at")
  String checkAt();

  @Message("QR code that leads to {address}")
  String codeLeadsTo(String address);
}

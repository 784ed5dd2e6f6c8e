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

  @Message("Holder")
  String holder();

  @Message("Course")
  String course();

  @Message("Path")
  String path();

  @Message("Time")
  String time();

  @Message("Edition")
  String edition();

  @Message("Language")
  String language();

  @Message("Codes")
  String codes();

  @Message("Completed")
  String completed();

  @Message("Issued")
  String issued();

  @Message("Issued by")
  String issuer();

  @Message("Serial")
  String serial();

  @Message("Takes the place of")
  String replaces();

  @Message("Valid")
  String standsTitle();

  @Message("This certificate was issued here and stands.")
  String standsText();

  @Message("Replaced")
  String replacedTitle();

  @Message("This certificate was issued here, but no longer counts: another one stands in its place.")
  String replacedText();

  @Message("Revoked")
  String revokedTitle();

  @Message("This certificate was issued here, but was revoked on {day}.")
  String revokedText(String day);

  @Message("The issuer says:")
  String revokedBecause();

  @Message("Check a certificate")
  String verifyTitle();

  @Message("Type the serial that is printed on the certificate, beside the square code.")
  String verifyIntro();

  @Message("Seventeen letters and digits, for instance 7ZK4-M2QP-0D9T-XW3B-G. Small letters and missing hyphens do not matter.")
  String serialHint();

  @Message("Check")
  String verifyButton();

  @Message("Check another certificate")
  String verifyAnother();

  @Message("One of the characters of this serial is wrong. Compare it with the certificate, character by character")
  String serialMistyped();

  @Message("This is not a serial: it has seventeen letters and digits. Copy it from the certificate")
  String noSerial();

  @Message("No certificate was ever issued here under this serial")
  String serialUnknown();

  @Message("Too many certificates were looked up from your network. Try again in {seconds} seconds.")
  String tooManyLookUps(long seconds);

  @Message("Certificate")
  String verificationTitle();

  @Message("What is printed on it")
  String printedOnIt();

  @Message("Compare this with the certificate that you were shown: every word should be the same.")
  String compareByEye();

  @Message("Compare the file")
  String compareTitle();

  @Message("The PDF file that was issued has this SHA-256 hash. A file with the same hash has not been changed, not by a single letter.")
  String compareText();

  @Message("Choose the PDF file")
  String compareLabel();

  @Message("It is compared in your browser and sent nowhere.")
  String compareHint();

  @Message("This is the file that was issued, unchanged.")
  String compareSame();

  @Message("This is not the file that was issued: it was changed, or it is another file.")
  String compareOther();

  @Message("The file could not be read. Try again, or compare it by hand.")
  String compareFailed();

  @Message("Compare it by hand")
  String compareByHand();

  @Message("One of these commands shows the hash of a file, on Linux, macOS or Windows:")
  String compareByHandText();

  @Message("Certificate")
  String yourTitle();

  @Message("Download the PDF")
  String download();

  @Message("Public page")
  String toVerification();

  @Message("To print it, open the PDF: one landscape page that fits A4 and Letter, in colour or black and white.")
  String printHint();

  @Message("Whoever gets your certificate can check it here:")
  String shareHint();

  @Message("For administrators")
  String administer();

  @Message("Issue again")
  String reissue();

  @Message("Reinstate")
  String reinstate();

  @Message("Revoke")
  String revoke();

  @Message("What was done to it")
  String history();

  @Message("Nothing since it was issued.")
  String noHistory();

  @Message("When")
  String when();

  @Message("What")
  String what();

  @Message("Who")
  String who();

  @Message("Why")
  String why();

  @Message("Revoked")
  String kindRevoked();

  @Message("Issued again")
  String kindReissued();

  @Message("Reinstated")
  String kindReinstated();

  @Message("for everybody")
  String publicTextLabel();

  @Message("The certificate is revoked.")
  String doneRevoked();

  @Message("This is the new certificate.")
  String doneReissued();

  @Message("This certificate was revoked before, for another reason. Nothing was changed.")
  String alreadyRevoked();

  @Message("Another certificate already stands in the place of this one.")
  String alreadyReplaced();

  @Message("Another certificate already stands in the place of this one: {serial}. Nothing was changed.")
  String alreadyReplacedBy(String serial);

  @Message("What will happen:")
  String whatWillHappen();

  @Message("Change nothing")
  String changeNothing();

  @Message("Reason")
  String reason();

  @Message("For the record: only administrators see it.")
  String reasonHint();

  @Message("Say why")
  String reasonMissing();

  @Message("Take out the signs that cannot be printed.")
  String textUnprintable();

  @Message("Revoke this certificate?")
  String revokeTitle();

  @Message("The certificate of")
  String revokeOf();

  @Message("From now on its public page says that it was revoked, and when.")
  String revokeEffectPublic();

  @Message("The holder can still open it, and sees that it was revoked.")
  String revokeEffectFile();

  @Message("That the course was passed stays recorded: only the certificate loses its worth.")
  String revokeEffectKept();

  @Message("It can be undone by reinstating it, under a new serial.")
  String revokeEffectBack();

  @Message("Revoke the certificate")
  String revokeButton();

  @Message("What everybody may know (you can leave it empty)")
  String publicText();

  @Message("Stands on the public page. Write nothing about the person that is not printed on the certificate.")
  String publicTextHint();

  @Message("Issue this certificate again?")
  String reissueTitle();

  @Message("The certificate of")
  String reissueOf();

  @Message("A new certificate is made, with a new serial and today as the day of issue. The course, the path and the day of completion stay the same.")
  String reissueEffectNew();

  @Message("The old serial goes on answering: it says that it was replaced, and by which.")
  String reissueEffectOld();

  @Message("The new one carries the person's present name, {name}, unless you give another.")
  String reissueEffectName(String name);

  @Message("The revocation is lifted; it stays in the record for administrators.")
  String reissueEffectReinstated();

  @Message("Issue the new certificate")
  String reissueButton();

  @Message("Another name (you can leave it empty)")
  String otherName();

  @Message("Only when it must differ from {name}.")
  String otherNameHint(String name);
}
